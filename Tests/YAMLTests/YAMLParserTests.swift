import Testing
import YAML

struct YAMLParserTests {
    @Test func `a manifest becomes a tree that knows where its parts stand`() throws {
        let document = try document(
            """
            apiVersion: apps/v1
            spec:
              containers:
              - name: web
                ports: [80, 443]
            """
        )

        let spec = try #require(document.root["spec"])
        let container = try #require(spec["containers"]?.elements.first { _ in true })
        let port = try #require(container["ports"].map { Array($0.elements) }?.last)
        #expect(document.syntax == .yaml)
        #expect(document.root.entries.map(\.key.text) == ["apiVersion", "spec"])
        #expect(document.root["apiVersion"]?.string() == "apps/v1")
        #expect(container.position == Position(line: 4, column: 5))
        #expect(port.int64() == 443)
        #expect(port.position == Position(line: 5, column: 17))
        #expect(port.path.description == "spec.containers[0].ports[1]")
        #expect(document.root["nothing"] == nil)
    }

    @Test func `keys with dots or slashes stand in brackets in a path`() throws {
        let document = try document("metadata:\n  labels:\n    app.kubernetes.io/name: x")

        let label = document.root["metadata"]?["labels"]?["app.kubernetes.io/name"]
        #expect(label?.path.description == "metadata.labels[app.kubernetes.io/name]")
    }

    @Test func `a literal matches a key without a string being made`() throws {
        let (key, _) = try #require(try document("name: web").root.entries.first { _ in true })

        switch key {
        case "nam", "names": Issue.record("a different key matched")
        case "name": break
        default: Issue.record("the key did not match")
        }
    }

    @Test func `a file holds many documents and empty ones don't count`() throws {
        let text = "# a comment\n---\na: 1\n---\n\n--- # nothing\n---\nb: 2\n...\n# the end\n"

        #expect(try documents(text).map { try Value($0.root) } == [["a": 1], ["b": 2]])
        #expect(try documents("# a comment alone\n").isEmpty)
        #expect(try documents("").isEmpty)
        #expect(try documents("---\n---\n~\n").isEmpty)
        #expect(try documents("...\n# none\n...\na: 1\n...\n...\n---\n...\n").map(\.root.position.line) == [4])
    }

    @Test func `positions go on through all documents of a file`() throws {
        let documents = try documents("a: 1\n---\n# b\nb: 2\n---\n{\"c\": {\n \"d\": 3}}\n")

        #expect(
            documents.map(\.root.position) == [
                .init(line: 1, column: 1), .init(line: 4, column: 1), .init(line: 6, column: 1),
            ]
        )
        #expect(documents[2].root["c"]?["d"]?.position == Position(line: 7, column: 7))
    }

    @Test func `three dashes in a block scalar are text`() throws {
        #expect(try value("a: |\n  x\n  ---\n  y\nb: 1") == ["a": "x\n---\ny\n", "b": 1])
    }

    @Test func `directives belong to the document behind them`() throws {
        let text = "%YAML 1.1\n---\na: 1\n...\n%TAG ! tag:yaml.org,2002:\n---\nb: !str 2\n"

        #expect(try documents(text).map { try Value($0.root) } == [["a": 1], ["b": "2"]])
    }

    @Test func `a mistake in one document leaves the others`() {
        let text = "a: 1\n---\nb: [1\n---\nc: 3\n---\n\td: 4\n---\ne: 5\n"

        let (documents, problems) = YAMLParser.parse(Array(text.utf8), file: "a.yaml")

        #expect(documents.compactMap { try? Value($0.root) } == [["a": 1], ["c": 3], ["e": 5]])
        #expect(
            problems.map(\.description) == [
                "a.yaml:3:4: [ is not closed: ',' or ']' was expected at 4:1",
                "a.yaml:7:1: a tab can't indent YAML: use spaces",
            ]
        )
    }

    @Test func `a mistake in the syntax is told in plain words where it is a common one`() {
        #expect(
            problems("a: 1\n---\nspec:\n  a: 1\n b: 2\n---\nx: @y\n---\nx: \"a\n") == [
                "a.yaml:5:2: did not find expected key while parsing a block mapping that begins at line 3",
                "a.yaml:7:4: a value can't begin with @ unless it stands in quotes",
                "a.yaml:9:4: a quote is not closed: its end was expected at 10:1",
            ]
        )
    }

    @Test func `a bracket that is not closed is told where it stands, however far below that shows`() {
        #expect(
            problems("a: 1\nports: [80, 443\nb: 2\nc: {x: [1, 2}\n---\nspec:\n  e: {f: 1\ng: 2\n") == [
                "a.yaml:2:8: [ is not closed: ',' or ']' was expected at 3:2",
                "a.yaml:7:6: { is not closed: ',' or '}' was expected at 8:2",
            ]
        )
    }

    @Test func `line ends of any sort are read`() throws {
        #expect(try value("a: 1\r\nb:\r\n- x\r\n- |\r\n  y\r\n") == ["a": 1, "b": ["x", "y\n"]])
        #expect(try documents("a: 1\r\n---\r\nb: 2\r\n").count == 2)
        #expect(try documents("a: 1\r---\rb: 2\r").count == 2)
    }

    @Test func `byte order marks and UTF-16 are read`() throws {
        let text = "a: grün 🚢\n---\nb: 2\n"
        let units = Array(text.utf16)
        let little: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }

        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
            let (documents, problems) = YAMLParser.parse(bytes)
            #expect(problems.isEmpty)
            #expect(documents.first?.root["a"]?.text == "grün 🚢")
            #expect(documents.count == 2)
        }
        #expect(
            YAMLParser.parse([0xFF, 0xFE, 0x00]).problems.map(\.description) == [
                "the text says that it is UTF-16 but is not"
            ]
        )
    }

    @Test func `what is not text is an error with its place`() {
        let invalid = Array("a: 1\n---\nb: ä".utf8) + [0xC3, 0x28, 0x0A]
        let null = Array("a: x\n---\nb: \0\n---\nc: 3".utf8)

        #expect(YAMLParser.parse(invalid).problems.map(\.position) == [Position(line: 3, column: 6)])
        #expect(YAMLParser.parse(invalid).documents.count == 1)
        #expect(YAMLParser.parse(null).problems.map(\.description) == ["3:4: control characters are not allowed"])
        #expect(YAMLParser.parse(null).documents.count == 2)
    }

    @Test func `JSON is read as YAML, with its own escapes`() throws {
        let document = try document("{\"a\": \"\\ud83d\\ude00\\/\",\n\t\"b\": [1, null]}")

        #expect(document.syntax == .json)
        #expect(try Value(document.root) == ["a": "😀/", "b": [1, nil]])
        #expect(try value("{a: 1, \"b\": [x, 'y']}") == ["a": 1, "b": ["x", "y"]])
    }

    @Test func `keys are text`() throws {
        #expect(
            try value("1: a\ntrue: b\n0x1F: c\nno: d\n\"\": e") == [
                "1": "a", "true": "b", "0x1F": "c", "no": "d", "": "e",
            ]
        )
    }

    @Test func `what can't be a key is an error`() {
        #expect(
            problems("a:\n  image: {{ image }}") == [
                "a.yaml:2:11: a.image: a key must be a scalar; a template such as {{ x }} must stand in quotes"
            ]
        )
        #expect(problems("[1]: x").map { $0.hasPrefix("a.yaml:1:1:") } == [true])
        #expect(problems("a:\n  ?\n  : x") == ["a.yaml:2:4: a[]: a key is missing here"])
    }

    @Test func `a key that stands twice is an error that names both places`() {
        #expect(
            problems("spec:\n  a: 1\n  b: 2\n  a: 3\n---\nx: 1\n\"x\": 2") == [
                "a.yaml:4:3: spec.a: duplicate key \"a\", first set at line 2, column 3",
                "a.yaml:7:1: x: duplicate key \"x\", first set at line 6, column 1",
            ]
        )
    }

    @Test func `tags of the core schema are read and others refused by name`() throws {
        #expect(
            try value("a: !!str 1\nb: !!int \"3\"\nc: !!null x\nd: !!map {}\ne: ! 5")
                == ["a": "1", "b": 3, "c": nil, "d": [:], "e": "5"]
        )
        #expect(
            problems("a: !env_var HOME\nb: !!binary aGk=\nc: !!map []") == [
                "a.yaml:1:4: a: unknown tag !env_var",
                "a.yaml:2:4: b: unknown tag !!binary",
                "a.yaml:3:4: c: !!map can't be the tag of a sequence",
            ]
        )
    }
}
