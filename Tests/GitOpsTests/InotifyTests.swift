import Glibc
import Testing

@testable import GitOps

@Suite struct `What the kernel tells` {
    @Test func `what is written beside the watched directory is not told, and names that come are`() throws {
        let directory = TemporaryDirectory()
        directory.write("1", to: "log")
        let inotify = try Inotify()
        _ = inotify.add(Array(directory.path.utf8), onlyNames: true)

        directory.write("2", to: "log")
        #expect(inotify.drain().isEmpty)

        directory.makeDirectory("manifests")
        #expect(inotify.drain().map(\.name) == [Array("manifests".utf8)])
    }

    @Test func `a directory that is watched for its names as well is watched whole`() throws {
        let directory = TemporaryDirectory()
        directory.write("1", to: "web.yaml")
        let inotify = try Inotify()
        let whole = inotify.add(Array(directory.path.utf8))
        #expect(inotify.add(Array(directory.path.utf8), onlyNames: true) == whole)

        directory.write("2", to: "web.yaml")

        #expect(inotify.drain().contains { $0.has(IN_CLOSE_WRITE) })
    }
}
