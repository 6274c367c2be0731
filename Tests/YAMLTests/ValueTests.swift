import Testing
import YAML

struct ValueTests {
    @Test func `equality ignores the order of keys and the sort of number`() {
        let left: Value = ["a": 1, "b": [2.0, "x"]]
        let right: Value = ["b": [.int(2), "x"], "a": .double(1)]

        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 1, "b": [2, "y"]])
        #expect(left != ["a": 1])
        #expect(Value.int(.max) != .double(0x1p63))
        #expect(Value.bool(true) != 1)
    }

    @Test func `the tree of a value says what the value says`() throws {
        let value: Value = [
            "text": "ä\n", "empty": "", "no": "no", "number": 12, "part": -0.5, "large": 1e21, "yes": true, "none": nil,
            "list": [1, ["a": [:]], []],
        ]

        #expect(try Document(value).root.value() == value)
    }

    @Test func `a value with more inside one another than a text may have makes no tree`() {
        let deep = (0...100).reduce(into: Value.int(1)) { value, _ in value = .array([value]) }

        let problem = #expect(throws: Problem.self) { _ = try Document(deep) }
        #expect(problem?.message == "more than 100 objects and arrays inside one another")
    }

    @Test func `fields keep their order through changes`() {
        var fields: Fields = ["b": 1, "a": 2]

        fields["c"] = 3
        fields["b"] = 4
        fields["a"] = nil
        fields["nothing"] = nil

        #expect(fields.map(\.key) == ["b", "c"])
        #expect(fields.keys == ["b", "c"])
        #expect(fields.values == [4, 3])
        #expect(fields.removeValue(forKey: "b") == 4)
        #expect(fields.removeValue(forKey: "b") == nil)
        #expect(fields.count == 1)
    }

    @Test func `many fields are found as few are`() {
        var fields = Fields((0..<1000).map { (key: "k\($0)", value: .int($0)) })

        fields["k500"] = nil
        fields["k999"] = "last"
        fields["new"] = true

        #expect(fields.count == 1000)
        #expect(fields["k500"] == nil)
        #expect(fields["k501"] == 501)
        #expect(fields["k999"] == "last")
        #expect(fields["new"] == true)
        #expect(fields.sorted().keys == fields.keys.sorted())
    }

    @Test func `a field is changed in place, made and removed`() {
        var fields: Fields = ["a": ["x"]]
        func change(_ value: inout Value?, to new: Value?) { value = new }

        change(&fields["a"], to: ["y"])
        change(&fields["b"], to: 2)
        change(&fields["c"], to: nil)
        #expect(fields == ["a": ["y"], "b": 2])
        change(&fields["a"], to: nil)
        #expect(fields == ["b": 2])
    }

    @Test func `keys are sorted all the way down`() {
        let value: Value = ["b": [["d": 1, "c": 2]], "a": nil]

        #expect(value.sortingKeys().json() == #"{"a":null,"b":[{"c":2,"d":1}]}"#)
    }

    @Test func `a value tells what it is`() {
        #expect(Value.double(3).int64 == 3)
        #expect(Value.double(3.5).int64 == nil)
        #expect(Value.int(3).double == 3)
        #expect((["a": ["b": "c"]] as Value)["a"]?["b"]?.string == "c")
        #expect(Value.null.isNull)
        #expect(Value.string("x").array == nil)
    }

    @Test func `one document is wanted where one value is`() {
        #expect(throws: Problem.self) { try Value.parse(yaml: "a: 1\n---\nb: 2") }
        #expect(throws: Never.self) { try Value.parse(yaml: "") }
    }
}
