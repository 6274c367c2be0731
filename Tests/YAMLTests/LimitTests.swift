import Testing
import YAML

struct LimitTests {
    @Test func `a large file is refused unread and a large document alone`() {
        #expect(
            problems("a: 1\nb: 2", limits: Limits(totalBytes: 5)) == [
                "a.yaml: 9 bytes are more than the 5 that are read"
            ]
        )

        let text = "a: 1\n---\nb: \(String(repeating: "x", count: 100))\n---\nc: 3\n"
        let (documents, problems) = YAMLParser.parse(
            Array(text.utf8),
            file: "a.yaml",
            limits: Limits(documentBytes: 50)
        )
        #expect(documents.count == 2)
        #expect(problems.map(\.description) == ["a.yaml:2:1: a document of 108 bytes; at most 50 are read"])
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "{", "[{"])
    func `depth is bounded in every style`(opening: String) {
        let bomb = String(repeating: opening, count: 20_000)

        let problems = problems(bomb + "\n---\nok: 1")
        #expect(problems.last?.hasSuffix("more than 100 mappings and sequences inside one another") == true)
        #expect(problems.count <= 2)
        #expect(YAMLParser.parse(Array((bomb + "\n---\nok: 1").utf8)).documents.count == 1)
    }

    @Test func `of a document's mistakes a hundred are told`() {
        #expect(problems(String(repeating: "a:\n ", count: 10_000) + "\n---\nb: !x").count == 101)
        #expect(problems(String(repeating: "- *a\n", count: 10_000)).count == 100)
    }

    @Test func `what repeats without end comes to an end`() {
        for piece in [
            "&a ", "*a ", "!!str ", "!<", "\"\\", "'", "%", "---\n", "...\n", "|\n", "? ", ": ", "#", "a:\n ",
            "\u{FEFF}", "a: b: ",
        ] {
            let (documents, problems) = YAMLParser.parse(Array(String(repeating: piece, count: 30_000).utf8))
            #expect(documents.count + problems.count <= 30_000)
        }
    }

    @Test func `5,000 manifests in one text are read`() throws {
        let manifest =
            "kind: ConfigMap\nmetadata: {name: a}\ndata:\n  k: |\n    some lines\n    of text\n  l: \"quoted\\n\"\n"

        let documents = try documents(Array(repeating: manifest, count: 5000).joined(separator: "---\n"))
        #expect(documents.count == 5000)
        #expect(documents.last?.root["data"]?["l"]?.text == "quoted\n")
    }
}
