import Testing
import YAML

struct JSONWriterTests {
    @Test func `commas and colons set themselves`() {
        var writer = JSONWriter()
        let name = "dynamic \"key\""

        writer.beginObject()
        writer.key("list")
        writer.beginArray()
        writer.int(1)
        writer.beginObject()
        writer.endObject()
        writer.null()
        writer.endArray()
        writer.key(name)
        writer.bool(true)
        writer.key("raw")
        writer.raw(Array("[1]".utf8))
        writer.key("text")
        writer.string("x")
        writer.endObject()

        #expect(writer.text == #"{"list":[1,{},null],"dynamic \"key\"":true,"raw":[1],"text":"x"}"#)
    }

    @Test func `strings are escaped as Go escapes them`() {
        #expect(
            Value.string("\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}<&>ä\u{2028}\u{2029}\u{2030}😀").json()
                == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u{7F}<&>ä\\u2028\\u2029\u{2030}😀\""
        )
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "-0"), (1, "1"), (1000, "1000"), (0.5, "0.5"), (-12.25, "-12.25"), (12345.678, "12345.678"),
        (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.5e21, "1.5e+21"), (1e-6, "0.000001"), (1e-7, "1e-7"),
        (1.25e-9, "1.25e-9"), (123_456_789_012_345_680, "123456789012345680"), (Double.leastNonzeroMagnitude, "5e-324"),
        (Double.greatestFiniteMagnitude, "1.7976931348623157e+308"), (0.1 + 0.2, "0.30000000000000004"),
        (.infinity, "null"), (.nan, "null"),
    ])
    func `numbers are laid out as Go lays them out`(number: Double, text: String) {
        #expect(Value.double(number).json() == text)
    }

    @Test(arguments: [0, 9, 10, -1, -10, 1234567890, .max, .min] as [Int64])
    func `whole numbers`(number: Int64) {
        #expect(Value.int(number).json() == String(number))
    }

    @Test func `pretty JSON is laid out as kubectl lays it out`() {
        let value: Value = ["a": [1, ["b": nil]], "c": [:], "d": [], "e\n": "x"]

        #expect(
            value.json(pretty: true) == """
                {
                    "a": [
                        1,
                        {
                            "b": null
                        }
                    ],
                    "c": {},
                    "d": [],
                    "e\\n": "x"
                }
                """
        )
    }
}
