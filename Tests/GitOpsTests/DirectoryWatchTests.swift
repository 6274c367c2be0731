import Glibc
import Testing
import YAML

@testable import GitOps

@Suite(.timeLimit(.minutes(2))) struct DirectoryWatchTests {
    let directory = TemporaryDirectory()

    @Test func `what is there is stated at once, and each edit after it has settled`() async throws {
        directory.write(manifest("web"), to: "web.yaml")

        try await watching(directory.path) { watching in
            try await watching.last { $0.texts == ["web": "1"] }

            directory.replace("web.yaml", with: manifest("web", "2"))
            try await watching.last { $0.texts == ["web": "2"] }

            directory.write(manifest("web", "3"), to: "web.yaml")
            try await watching.last { $0.texts == ["web": "3"] }

            directory.remove("web.yaml")
            let set = try await watching.last { $0.texts.isEmpty }
            #expect(set.withdrawnNames == ["web"])
            #expect(watching.sets.map(\.number) == [1, 2, 3, 4])
        }
    }

    @Test func `new directories are watched, also those within them and what was put in before`() async throws {
        try await watching(directory.path) { watching in
            try await watching.last { _ in true }

            directory.makeDirectory("a")
            directory.makeDirectory("a/b")
            directory.write(manifest("web"), to: "a/b/web.yaml")
            try await watching.last { $0.texts == ["web": "1"] }

            directory.write(manifest("web", "2"), to: "a/b/web.yaml")
            try await watching.last { $0.texts == ["web": "2"] }

            directory.move("a", to: "c")
            try await watching.last { $0.places["web"]?.description == "c/b/web.yaml:1" }

            directory.write(manifest("web", "3"), to: "c/b/web.yaml")
            try await watching.last { $0.texts == ["web": "3"] }
        }
    }

    @Test func `a storm of renames ends in the state that there is`() async throws {
        try await watching(directory.path) { watching in
            for round in 1...200 {
                for name in ["a", "b", "c"] { directory.replace("\(name).yaml", with: manifest(name, "\(round)")) }
                if round % 10 == 0 { directory.move("c.yaml", to: "d.yaml") }
            }

            try await watching.last { $0.texts == ["a": "200", "b": "200", "c": "200"] && $0.problems.isEmpty }
        }
    }

    @Test func `a set of links that is turned at once is never seen in half`() async throws {
        func publish(_ round: Int) {
            directory.makeDirectory("..\(round)")
            for name in ["a", "b", "c", "d"] {
                directory.write(manifest(name, "\(round)"), to: "..\(round)/\(name).yaml")
            }
            directory.link("..data_tmp", to: "..\(round)")
            directory.move("..data_tmp", to: "..data")
            directory.remove("..\(round - 1)")
        }
        publish(0)
        for name in ["a", "b", "c", "d"] { directory.link("\(name).yaml", to: "..data/\(name).yaml") }

        var options = DirectoryWatch.Options()
        options.settling.quiet = .milliseconds(1)
        options.settling.longest = .milliseconds(3)
        try await watching(directory.path, options: options) { watching in
            for round in 1...300 {
                publish(round)
                if round % 7 == 0 { try await Task.sleep(for: .milliseconds(3)) }
            }

            try await watching.last { $0.texts["a"] == "300" }
            for set in watching.sets {
                #expect(set.texts.count == 4)
                #expect(Set(set.texts.values).count == 1, "\(set.texts)")
            }
        }
    }

    @Test func `a file that its writer holds open is read when it is closed`() async throws {
        directory.write(manifest("web"), to: "web.yaml")
        var options = DirectoryWatch.Options()
        options.settling.longest = .seconds(20)

        try await watching(directory.path, options: options) { watching in
            try await watching.last { $0.texts == ["web": "1"] }
            let file = open(directory.absolute("web.yaml"), O_WRONLY | O_TRUNC | O_CLOEXEC)
            var half = Array(manifest("web", "2").utf8)
            write(file, half, 30)
            directory.write(manifest("db"), to: "db.yaml")
            try await letEditsSettle()
            half.removeFirst(30)
            write(file, half, half.count)
            close(file)

            try await watching.last { $0.texts == ["web": "2", "db": "1"] }
            #expect(watching.sets.count == 2)
        }
    }

    @Test func `a file that is held open and left alone is taken as it is`() async throws {
        var options = DirectoryWatch.Options()
        options.settling.longest = .milliseconds(200)

        try await watching(directory.path, options: options) { watching in
            let file = open(directory.absolute("web.yaml"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
            defer { close(file) }
            let text = Array(manifest("web").utf8)
            write(file, text, text.count)

            try await watching.last { $0.texts == ["web": "1"] }
        }
    }

    @Test func `hard and symbolic links count as soon as they are made`() async throws {
        let beside = TemporaryDirectory()
        beside.write(manifest("web"), to: "web.yaml")
        directory.makeDirectory(".hidden")
        directory.write(manifest("db"), to: ".hidden/db.yaml")

        try await watching(directory.path) { watching in
            link(beside.absolute("web.yaml"), directory.absolute("web.yaml"))
            try await watching.last { $0.texts == ["web": "1"] }

            directory.link("more", to: ".hidden")
            try await watching.last { $0.texts == ["web": "1", "db": "1"] }

            directory.write(manifest("db", "2"), to: ".hidden/db.yaml")
            try await watching.last { $0.texts == ["web": "1", "db": "2"] }
        }
    }

    @Test func `a directory that goes and comes back is followed`() async throws {
        directory.makeDirectory("manifests")
        directory.write(manifest("web"), to: "manifests/web.yaml")

        try await watching(directory.absolute("manifests")) { watching in
            try await watching.last { $0.texts == ["web": "1"] }

            directory.move("manifests", to: "elsewhere")
            let gone = try await watching.last { $0.state == .missing }
            #expect(gone.texts == ["web": "1"])

            directory.makeDirectory("manifests")
            directory.write(manifest("web", "2"), to: "manifests/web.yaml")
            try await watching.last { $0.state == .readable && $0.texts == ["web": "2"] }

            directory.write(manifest("web", "3"), to: "manifests/web.yaml")
            try await watching.last { $0.texts == ["web": "3"] }
        }
    }

    @Test func `a directory that isn't there yet is awaited, whatever part of its path is missing`() async throws {
        try await watching(directory.absolute("a/b/c")) { watching in
            try await watching.last { $0.state == .missing && $0.objects.isEmpty }

            directory.makeDirectory("a")
            directory.makeDirectory("a/b")
            directory.makeDirectory("a/b/c")
            directory.write(manifest("web"), to: "a/b/c/web.yaml")

            try await watching.last { $0.texts == ["web": "1"] }
        }
    }

    @Test func `a link to the directory that is turned is one set`() async throws {
        for release in ["1", "2"] {
            directory.makeDirectory(release)
            for name in ["a", "b"] { directory.write(manifest(name, release), to: "\(release)/\(name).yaml") }
        }
        directory.write(manifest("c"), to: "2/c.yaml")
        directory.link("current", to: "1")

        try await watching(directory.absolute("current")) { watching in
            try await watching.last { $0.texts == ["a": "1", "b": "1"] }

            directory.link("next", to: "2")
            directory.move("next", to: "current")

            try await watching.last { $0.texts == ["a": "2", "b": "2", "c": "1"] }
            #expect(watching.sets.count == 2)
        }
    }

    @Test func `something that is no directory is said to be none`() async throws {
        directory.write("x", to: "file")

        try await watching(directory.absolute("file")) { watching in
            try await watching.last { $0.state != .readable && $0.objects.isEmpty }
        }
    }

    @Test func `a FIFO put in a manifest's place holds nothing up`() async throws {
        directory.write(manifest("web"), to: "web.yaml")

        try await watching(directory.path) { watching in
            try await watching.last { $0.texts == ["web": "1"] }

            mkfifo(directory.absolute("pipe.yaml"), 0o644)
            directory.move("pipe.yaml", to: "web.yaml")
            directory.write(manifest("db"), to: "db.yaml")

            let set = try await watching.last { $0.texts == ["db": "1"] }
            #expect(set.problems.map(\.description) == ["warning: web.yaml: is a FIFO, not a file: left out"])
        }
    }

    @Test func `a change of .steadyignore counts at once`() async throws {
        directory.write(manifest("web"), to: "web.yaml")
        directory.write(manifest("db"), to: "db.yaml")

        try await watching(directory.path) { watching in
            try await watching.last { $0.texts.count == 2 }

            directory.write("web.yaml\n", to: ".steadyignore")

            try await watching.last { $0.texts == ["db": "1"] }
        }
    }

    @Test func `the slow walk finds what no notice told of`() async throws {
        var options = DirectoryWatch.Options()
        options.walkInterval = .milliseconds(20)
        directory.write(manifest("web"), to: "web.yaml")
        directory.link("linked.yaml", to: ".a/.b/web.yaml")
        directory.makeDirectory(".a")

        try await watching(directory.path, options: options) { watching in
            try await watching.last { $0.texts == ["web": "1"] }

            // A link that led nowhere: the directory in which it comes to lead somewhere is not watched.
            directory.makeDirectory(".a/.b")
            directory.write(manifest("db"), to: ".a/.b/web.yaml")

            try await watching.last { $0.texts == ["web": "1", "db": "1"] }
        }
    }

    @Test func `a stopped watch is silent`() async throws {
        let watching = try Watching(directory.path)
        watching.stop()
        let count = watching.sets.count
        directory.write(manifest("web"), to: "web.yaml")

        #expect(watching.sets.count == count)
    }
}
