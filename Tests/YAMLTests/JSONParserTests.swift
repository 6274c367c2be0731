import Testing
import YAML

struct JSONParserTests {
    private func json(_ text: String) throws -> Value { try Value.parse(json: text) }

    private func problem(_ bytes: [UInt8], limits: Limits = .standard) -> String? {
        do throws(Problem) {
            _ = try JSONParser.parse(bytes, limits: limits)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `all that JSON can say is read`() throws {
        #expect(
            try json(" {\"a\" : [ 1 , -2.5e+1, 0, true,\tfalse , null,\r\n\"\" ], \"b\":{},\"c\":[]} ")
                == ["a": [1, -25, 0, true, false, nil, ""], "b": [:], "c": []]
        )
        #expect(try json("\u{FEFF}5") == 5)
        #expect(try json("9007199254740993") == .int(9_007_199_254_740_993))
    }

    @Test func `escapes are undone`() throws {
        #expect(try json(#""\"\\\/\b\f\n\r\t\u0041\u00e4\ud83d\ude00x""#) == .string("\"\\/\u{8}\u{C}\n\r\tAä😀x"))
        #expect(try json(#""\ud83d""#) == "\u{FFFD}")
        #expect(try json(#""\ud83d\u0041\ude00""#) == "\u{FFFD}A\u{FFFD}")
        #expect(try json(#"{"\u0061\n":"b"}"#) == ["a\n": "b"])
    }

    @Test(arguments: [
        ("", "1:1: the text ends too early: a value is missing here"),
        ("{\"a\":1,\n \"b\" 2}", "2:6: a colon is missing after the key"),
        ("{\"a\":1,}", "1:8: a key in double quotes is missing here"),
        ("{a:1}", "1:2: a key in double quotes is missing here"),
        ("[1,]", "1:4: a value is missing here"),
        ("[1 2]", "1:4: a comma or ] is missing here"),
        ("{\"a\":1]", "1:7: a comma or } is missing here"),
        ("[", "1:2: the text ends too early: a value is missing here"),
        ("1 2", "1:3: nothing may follow the document's value"),
        ("01", "1:1: a number can't begin with 0"),
        ("-", "1:2: the text ends too early: a digit is missing here"),
        ("1.e3", "1:3: a digit is missing here"),
        ("+1", "1:1: a value is missing here"),
        ("nul", "1:1: a value is missing here"),
        ("\"a", "1:1: the string that begins here has no end"),
        ("\"a\\", "1:3: unknown escape in a string"),
        ("\"ä\\x\"", "1:3: unknown escape in a string"),
        ("\"\\u12g4\"", "1:6: four hexadecimal digits are missing here"),
        ("\"a\tb\"", "1:3: a control character in a string must be escaped"),
        ("'a'", "1:1: a value is missing here"),
        ("\u{A0}1", "1:1: a value is missing here"),
    ])
    func `what is not JSON is an error with its place`(text: String, message: String) {
        #expect(problem(Array(text.utf8)) == message)
    }

    @Test(
        arguments: [
            [0xC3], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
            [0xE2, 0x82],
        ] as [[UInt8]]
    )
    func `UTF-8 is checked`(bytes: [UInt8]) {
        let quote = UInt8(ascii: "\"")

        #expect(problem([quote, 0x61] + bytes + [quote]) == "1:3: invalid UTF-8")
    }

    @Test func `depth and size are bounded`() {
        let deep = Array(String(repeating: "[", count: 200_000).utf8)

        #expect(problem(deep) == "1:101: more than 100 objects and arrays inside one another")
        #expect(
            problem(Array("[\"abc\"]".utf8), limits: Limits(documentBytes: 5))
                == "7 bytes are more than the 5 that a document may have"
        )
        #expect(problem(Array((String(repeating: "[", count: 100) + String(repeating: "]", count: 100)).utf8)) == nil)
    }

    @Test func `a key that stands twice is refused, or the last one counts`() throws {
        let text = Array("{\"a\": {\"b\": [1, 2],\n \"c\": 0, \"\\u0062\": 3}, \"d\": 4}".utf8)

        #expect(problem(text) == "2:10: a.b: duplicate key \"b\", first set at line 1, column 8")
        let document = try JSONParser.parse(text, duplicateKeys: .lastWins)
        #expect(try Value(document.root) == ["a": ["c": 0, "b": 3], "d": 4])
        #expect(document.root["a"]?.count == 2)
        #expect(
            document.duplicateKeys == [
                .init(path: "a.b", key: "b", first: .init(line: 1, column: 8), second: .init(line: 2, column: 10))
            ]
        )
    }

    @Test func `of many keys a duplicate is still found`() throws {
        let keys = (0..<5000).map { "\"k\($0)\":\($0)" }

        #expect(problem(Array("{\(keys.joined(separator: ","))}".utf8)) == nil)
        #expect(
            problem(Array("{\(keys.joined(separator: ",")),\"k77\":0}".utf8))?.contains("duplicate key \"k77\"") == true
        )
    }

    @Test func `a node keeps its document alive`() throws {
        let nodes = try (0..<10).map { try JSONParser.parse(Array("[\"number \($0) of ten\"]".utf8)).root }

        #expect(nodes.compactMap { $0.elements.first { _ in true }?.text }.last == "number 9 of ten")
    }
}
