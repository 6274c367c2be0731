import Merging
import Testing
import YAML

@Suite struct JSONPatchTests {
    @Test(arguments: [
        (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux"}]"#, #"{"foo":"bar","baz":"qux"}"#),
        (#"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/0","value":"qux"}]"#, #"{"foo":["qux","bar"]}"#),
        (#"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/-","value":["x"]}]"#, #"{"foo":["bar",["x"]]}"#),
        (#"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/1","value":"z"}]"#, #"{"foo":["bar","z"]}"#),
        (#"{"a":1,"b":2}"#, #"[{"op":"remove","path":"/a"}]"#, #"{"b":2}"#),
        (#"{"a":[1,2,3]}"#, #"[{"op":"remove","path":"/a/1"}]"#, #"{"a":[1,3]}"#),
        (#"{"a":1}"#, #"[{"op":"replace","path":"/a","value":{"b":null}}]"#, #"{"a":{"b":null}}"#),
        (#"{"a":{"x":1},"b":{}}"#, #"[{"op":"move","from":"/a/x","path":"/b/y"}]"#, #"{"a":{},"b":{"y":1}}"#),
        (#"{"a":[1,2,3]}"#, #"[{"op":"move","from":"/a/0","path":"/a/2"}]"#, #"{"a":[2,3,1]}"#),
        (#"{"a":{"x":1}}"#, #"[{"op":"copy","from":"/a","path":"/b"}]"#, #"{"a":{"x":1},"b":{"x":1}}"#),
        (#"{"a":1.0}"#, #"[{"op":"test","path":"/a","value":1}]"#, #"{"a":1}"#),
        (#"{"a/b":1,"m~n":2}"#, #"[{"op":"remove","path":"/a~1b"},{"op":"remove","path":"/m~0n"}]"#, "{}"),
        (#"{"":1}"#, #"[{"op":"replace","path":"/","value":2}]"#, #"{"":2}"#),
        (#"{"a":1}"#, #"[{"op":"replace","path":"","value":[]}]"#, "[]"),
        (#"{"a":1}"#, "[]", #"{"a":1}"#),
    ])
    func `a patch gives what the RFC says`(original: String, patch: String, result: String) throws {
        let patched = try JSONPatch.apply(Value.parse(json: patch), to: Value.parse(json: original))

        #expect(try patched == Value.parse(json: result))
    }

    @Test(arguments: [
        #"[{"op":"replace","path":"/data/zz/y","value":"x"}]"#,
        #"[{"op":"remove","path":"/none"}]"#,
        #"[{"op":"remove","path":""}]"#,
        #"[{"op":"test","path":"/a","value":2}]"#,
        #"[{"op":"test","path":"/none","value":null}]"#,
        #"[{"op":"add","path":"/none/x","value":1}]"#,
        #"[{"op":"add","path":"/list/4","value":1}]"#,
        #"[{"op":"add","path":"/list/01","value":1}]"#,
        #"[{"op":"add","path":"/list/x","value":1}]"#,
        #"[{"op":"remove","path":"/list/-"}]"#,
        #"[{"op":"add","path":"/a/x","value":1}]"#,
        #"[{"op":"move","from":"/map","path":"/map/x"}]"#,
    ])
    func `an operation that does not fit is refused with 422`(patch: String) throws {
        let original = try yaml("{a: 1, list: [1, 2], map: {x: 1}, data: {}}")

        let error = #expect(throws: PatchError.self) {
            try JSONPatch.apply(Value.parse(json: patch), to: original)
        }

        #expect(error?.code == 422)
    }

    @Test(arguments: [
        "{}",
        "[1]",
        "[{}]",
        #"[{"op":"frob","path":"/a"}]"#,
        #"[{"op":"add","path":"/a"}]"#,
        #"[{"op":"add","path":"a","value":1}]"#,
        #"[{"op":"add","path":"/a~2","value":1}]"#,
        #"[{"op":"move","path":"/a"}]"#,
    ])
    func `what is no patch is refused with 400`(patch: String) throws {
        let error = #expect(throws: PatchError.self) { try JSONPatch.apply(Value.parse(json: patch), to: ["a": 1]) }

        #expect(error?.code == 400)
    }

    @Test func `a message says which operation failed at what`() throws {
        let patch: Value = [["op": "replace", "path": "/data/zz/y", "value": "x"]]

        let error = #expect(throws: PatchError.self) { try JSONPatch.apply(patch, to: ["data": [:]]) }

        #expect(error?.message == #"apply JSON patch: replace /data/zz/y: there is no "zz""#)
    }

    @Test func `a patch of too many operations is refused before any is done`() {
        let operation: Value = ["op": "add", "path": "/a", "value": 1]
        let patch = Value.array(Array(repeating: operation, count: 10_001))

        let error = #expect(throws: PatchError.self) { try JSONPatch.apply(patch, to: [:]) }

        #expect(error?.code == 413)
        #expect(error?.message == "The allowed maximum operations in a JSON patch is 10000, got 10001")
    }

    @Test func `copying the whole into itself again and again ends soon`() {
        let operations = (0..<100).map { Value.object(["op": "copy", "from": "", "path": .string("/c\($0)")]) }

        #expect(throws: PatchError.self) { try JSONPatch.apply(.array(operations), to: ["a": 1]) }
    }
}
