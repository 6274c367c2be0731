import Glibc
import YAML

// ModelGenerator SCHEMA-DIRECTORY OUTPUT-DIRECTORY [--check]
//
// Writes the Swift files that the schema files describe. With --check it writes nothing, and fails when what is there
// is not what it would write.

let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--check" }
let isChecking = CommandLine.arguments.contains("--check")
guard arguments.count == 2, let input = arguments.first, let output = arguments.last else {
    fail("usage: ModelGenerator SCHEMA-DIRECTORY OUTPUT-DIRECTORY [--check]")
}

func fail(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(1)
}

do {
    let sources = try Directory(input).contents(suffix: ".yaml")
    let generator = Generator(sources: sources)
    if !generator.problems.isEmpty {
        fail(generator.problems.map(\.description).joined(separator: "\n"))
    }
    let directory = Directory(output)
    let present = try directory.contents(suffix: ".swift")
    let stale = generator.files.keys.filter { present[$0] != generator.files[$0].map { Array($0.utf8) } }
    let orphans = present.keys.filter { generator.files[$0] == nil }
    if isChecking {
        if !stale.isEmpty || !orphans.isEmpty {
            fail("stale, run make generate: " + (stale + orphans).sorted().joined(separator: " "))
        }
    } else {
        for name in stale { try directory.write(name, generator.files[name] ?? "") }
        for name in orphans { try directory.remove(name) }
    }
} catch {
    fail("\(error)")
}
