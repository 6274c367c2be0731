import Glibc
import Model
import Testing
import YAML

@testable import steady

/// What commands read is what the daemon reads.
@Suite struct ManifestFilesTests {
    private let place: TemporaryDirectory

    init() throws { place = try TemporaryDirectory() }

    private func map(_ name: String) -> String {
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \(name)}\n"
    }

    private func read(_ names: String...) throws -> ManifestFiles {
        try ManifestFiles.read(names.map { $0.isEmpty ? place.path : place.absolute($0) })
    }

    private func names(_ files: ManifestFiles) -> [String] { files.objects.map(\.object.metadata.name) }

    private func told(_ problems: [Problem]) -> [String] {
        problems.map { $0.description.replacing(place.path + "/", with: "") }
    }

    @Test func `a directory is read with all below, in order, but for what is hidden, ignored or no manifest`() throws {
        for name in ["a", "a/deep"] { try place.makeDirectory(name) }
        for name in ["b.yaml", "a/one.yml", "a/deep/two.json", ".hidden.yaml", "notes.txt", "left-out.yaml"] {
            let label = name.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
            try place.write(map(label), to: name)
        }
        try place.write(
            #"{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "two"}}"#,
            to: "a/deep/two.json"
        )
        try place.write("left-*\n", to: ".steadyignore")

        let files = try read("")

        #expect(names(files) == ["two", "one", "b"])
        #expect(files.fileCount == 3)
        #expect(files.problems.isEmpty)
    }

    @Test func `links are followed within the directory and not out of it`() throws {
        try place.makeDirectory(".data")
        try place.write(map("inside"), to: ".data/inside.yaml")
        try place.link("inside.yaml", to: ".data/inside.yaml")
        try place.link("outside.yaml", to: "/etc/hostname")

        let files = try read("")

        #expect(names(files) == ["inside"])
        #expect(
            told(files.problems)
                == ["warning: outside.yaml: a symbolic link that leads out of the watched directory: left out"]
        )
    }

    @Test func `a file that is far too large, or no file, is told and not read`() throws {
        try place.write(map("a"), to: "a.yaml")
        try place.write("#" + String(repeating: "x", count: 16 << 20), to: "large.yaml")
        mkfifo(place.absolute("pipe.yaml"), 0o600)

        let files = try read("")

        #expect(names(files) == ["a"])
        #expect(
            told(files.problems).sorted() == [
                "large.yaml: larger than 16 MiB, far more than any object may have: left unread",
                "warning: pipe.yaml: is a FIFO, not a file: left out",
            ]
        )
    }

    @Test func `an object that is stated twice is a mistake that names both places`() throws {
        try place.write(map("web"), to: "a.yaml")
        try place.write("# first\n" + map("web"), to: "b.yaml")

        #expect(
            told(try read("").allProblems) == ["b.yaml:2:1: configmaps/default/web is stated twice, at a.yaml:1, too"]
        )
    }

    @Test func `an object needs a name`() throws {
        try place.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: web-}\n", to: "a.yaml")

        #expect(told(try read("").problems).map { $0.contains("each object is known by its name") } == [true])
    }

    @Test func `what can't be read at all stops the command`() throws {
        #expect(throws: Failure.self) { try read("missing") }
        let failure = #expect(throws: Failure.self) { try ManifestFiles.read(["/dev/null"]) }
        #expect(failure?.description == "read /dev/null: neither a file nor a directory")
    }
}
