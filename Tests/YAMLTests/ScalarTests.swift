import Testing
import YAML

struct ScalarTests {
    /// The scalar as the value of a key.
    private func scalar(_ text: String) throws -> Node {
        try #require(try document("a: " + text).root["a"])
    }

    @Test(arguments: ["no", "012", "1e3", "0x1F", "=", "22:22", "2024-01-01", "1_000", ".nan", "y", "1.10", "~"])
    func `a string field keeps what was written`(text: String) throws {
        #expect(try scalar(text).string() == text)
        #expect(try scalar("'\(text)'").string() == text)
        #expect(try scalar("\"\(text)\"").string() == text)
    }

    @Test(arguments: ["", "~", "null", "Null", "NULL", "!!null x"])
    func `an empty value, a tilde and null are null`(text: String) throws {
        #expect(try scalar(text).isNull)
        #expect(try value("a: " + text) == ["a": nil])
    }

    @Test(arguments: ["''", "\"null\"", "nuLL", "!!str", "!!str null", "0", "[]", "{}", "nulls"])
    func `what is quoted or has another tag is not null`(text: String) throws {
        #expect(try !scalar(text).isNull)
    }

    @Test func `truth has many words in YAML`() throws {
        for word in ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"] {
            #expect(try scalar(word).bool() == true)
        }
        for word in ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"] {
            #expect(try scalar(word).bool() == false)
        }
        for other in ["'true'", "1", "tRUE", "yeah", "", "!!str yes", "[true]"] {
            #expect(try scalar(other).bool() == nil)
        }
    }

    @Test func `whole numbers have many spellings in YAML`() throws {
        let spellings: [(String, Int64)] = [
            ("0", 0), ("-7", -7), ("+7", 7), ("0644", 420), ("0o644", 420), ("0x1F", 31), ("-0x1f", -31), ("0b101", 5),
            ("1_000_000", 1_000_000), ("1e3", 1000), ("12.0", 12), ("089", 89), ("9223372036854775807", .max),
            ("-9223372036854775808", .min), ("!!int '5'", 5),
        ]
        for (text, number) in spellings { #expect(try scalar(text).int64() == number, "\(text)") }
    }

    @Test(arguments: [
        "'5'", "1.5", "22:22", "five", "", "0x", "--1", "+-1", "0x-1", "1e", ".", "9223372036854775808", ".inf", "_1",
    ])
    func `what is no whole number is none`(text: String) throws {
        #expect(try scalar(text).int64() == nil)
    }

    @Test func `numbers with a fraction`() throws {
        for (text, number) in [("0.5", 0.5), (".5", 0.5), ("5.", 5), ("-1.5e-3", -0.0015), ("1e3", 1000), ("3", 3)] {
            #expect(try scalar(text).double() == number, "\(text)")
        }
        for text in [".inf", ".nan", "1e999", "'1.5'", "1.5.5", "0x1p3", "inf", "nan"] {
            #expect(try scalar(text).double() == nil, "\(text)")
        }
    }

    @Test func `without a wanted type a scalar means what the Kubernetes tools take it for`() throws {
        let text = """
            - yes
            - 0644
            - 2024-01-01
            - 22:22
            - 1e3
            - "no"
            - 1.5
            - =
            - 08
            - 1_0
            - 12345678901234567890
            """

        #expect(
            try value(text) == [
                true, 420, "2024-01-01", "22:22", 1000, "no", 1.5, "=", 8, 10, 12_345_678_901_234_567_890.0,
            ]
        )
    }

    @Test func `a number that JSON can't say is an error`() throws {
        let infinite = try document("a:\n- .inf")

        #expect(
            throws: Problem(
                position: Position(line: 2, column: 3),
                path: "a[0]",
                message: ".inf is not a finite number"
            )
        ) {
            try infinite.root.value()
        }
        #expect(throws: Problem.self) { try value("-.INF") }
        #expect(throws: Problem.self) { try value(".NaN") }
        #expect(throws: Problem.self) { try Value.parse(json: "1e400") }
    }

    @Test func `JSON says its types itself`() throws {
        let root = try JSONParser.parse(
            Array("{\"s\":\"5\",\"i\":5,\"e\":1e3,\"b\":true,\"n\":null,\"t\":\"true\"}".utf8)
        ).root

        #expect(root["s"]?.string() == "5")
        #expect(root["s"]?.int64() == nil)
        #expect(root["i"]?.string() == nil)
        #expect(root["i"]?.int64() == 5)
        #expect(root["e"]?.int64() == 1000)
        #expect(root["b"]?.bool() == true)
        #expect(root["t"]?.bool() == nil)
        #expect(root["n"]?.isNull == true)
        #expect(root["n"]?.string() == nil)
    }
}
