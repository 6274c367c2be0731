import Testing
import YAML

struct DamagedTextTests {
    private static let manifests = [
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, labels: &labels {app: web}}
        spec:
          replicas: 0x3
          template:
            metadata:
              labels: *labels
            spec:
              containers:
              - name: "web\\u00e4"
                <<: [*labels, {image: 'host'}]
                args: ["-c", "echo {{ x }}"]
                script: |2-
                   one
                  two
        ---
        # next
        ? key
        : !!str 5
        ...
        """,
        #"{"id": "/jobs/clock", "cpus": 0.1, "env": {"A\n": "\ud83d\ude00", "B": null}, "args": [[], {}, true, -1.5e-3]}"#,
    ]

    /// Neither reader may crash, and each must come to an end; what they make of the text must be writable.
    private func read(_ bytes: [UInt8]) {
        let (documents, problems) = YAMLParser.parse(bytes)
        for document in documents { write(document) }
        for problem in problems {
            #expect(problem.position != nil)
            #expect(!problem.message.isEmpty)
        }
        if let document = try? JSONParser.parse(bytes, duplicateKeys: .lastWins) { write(document) }
    }

    private func write(_ document: Document) {
        // A number may be infinite, which is an error and no crash.
        guard let value = try? Value(document.root) else { return }
        #expect((try? Value.parse(yaml: YAMLEmitter.emit(value))) == value)
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func `changed bytes are a mistake and no more`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let tokens = Array("{}[]:,-?&*!|>'\"%@`#\n\t \\u<.0~\u{0}".utf8) + [0xFF, 0xC3, 0xFE]
        for manifest in DamagedTextTests.manifests {
            for _ in 0..<150 {
                var bytes = Array(manifest.utf8)
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                    case 1: bytes[place] = tokens[Int.random(in: 0..<tokens.count, using: &generator)]
                    case 2: bytes.insert(tokens[Int.random(in: 0..<tokens.count, using: &generator)], at: place)
                    default: bytes.remove(at: place)
                    }
                }
                read(bytes)
            }
        }
    }

    @Test func `a text may end anywhere`() {
        for manifest in DamagedTextTests.manifests {
            let bytes = Array(manifest.utf8)
            for end in bytes.indices { read(Array(bytes[..<end])) }
        }
    }
}
