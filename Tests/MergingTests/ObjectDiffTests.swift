import Merging
import Model
import Testing
import YAML

@Suite struct ObjectDiffTests {
    @Test func `changes are named by path, elements of lists by their keys`() throws {
        let old = try deployment()
        var new = try deployment(replicas: 3, image: "i2")
        new = adding(new, "/spec/template/spec/containers/0/env", [["name": "A", "value": "x"]])
        new = adding(new, "/metadata/annotations", ["example.com/note": "hi"])

        let diff = ObjectDiff(from: old, to: new, kind: .deployment)

        #expect(
            diff.changes.map(\.description) == [
                #"metadata.annotations: (none) → {"example.com/note":"hi"}"#,
                "spec.replicas: 1 → 3",
                #"spec.template.spec.containers[name="c"].env: (none) → [{"name":"A","value":"x"}]"#,
                #"spec.template.spec.containers[name="c"].image: "i1" → "i2""#,
            ]
        )
    }

    @Test func `what the control plane writes and how amounts are spelled is no difference`() throws {
        func pod(_ amount: String, _ version: String) throws -> Value {
            try yaml(
                """
                metadata: {name: p, resourceVersion: '\(version)', generation: \(version)}
                spec: {containers: [{name: c, resources: {limits: {cpu: \(amount)}}}]}
                """
            )
        }

        #expect(try ObjectDiff(from: pod("500m", "1"), to: pod("0.5", "2"), kind: .pod).isEmpty)
    }

    @Test func `elements that changed places are a change`() throws {
        let old = try yaml("{spec: {containers: [{name: a}, {name: b}, {name: gone}]}}")
        let new = try yaml("{spec: {containers: [{name: b}, {name: a}, {name: new}]}}")

        let diff = ObjectDiff(from: old, to: new, kind: .pod)

        #expect(
            diff.changes.map(\.path) == [
                #"spec.containers[name="gone"]"#, #"spec.containers[name="new"]"#, "spec.containers",
            ]
        )
    }

    @Test func `secret values are never shown`() throws {
        let old = try yaml("{metadata: {name: s}, data: {same: YQ==, other: Yg==, gone: Yw==}}")
        let new = try yaml("{metadata: {name: s}, data: {same: YQ==, other: ZA==, new: ZQ==}}")

        let diff = ObjectDiff(from: old, to: new, kind: .secret)

        #expect(
            diff.changes.map(\.description) == [
                #"data.gone: "***" → (none)"#,
                #"data.new: (none) → "***""#,
                #"data.other: "*** (before)" → "*** (after)""#,
            ]
        )
        #expect(!diff.unified(oldName: "a", newName: "b").contains("=="))
    }

    @Test func `the text of a difference is a unified diff of YAML`() throws {
        let diff = try ObjectDiff(from: deployment(), to: deployment(replicas: 3), kind: .deployment)

        #expect(
            diff.unified(oldName: "live", newName: "files") == """
                --- live
                +++ files
                @@ -5,7 +5,7 @@
                   namespace: g
                 spec:
                   progressDeadlineSeconds: 600
                -  replicas: 1
                +  replicas: 3
                   selector:
                     matchLabels:
                       a: web

                """
        )
    }

    @Test func `a new object is all additions, and no difference is no text`() throws {
        let object = try yaml("{metadata: {name: cm}, data: {a: x}}")

        #expect(
            ObjectDiff(from: nil, to: object, kind: .configMap).unified(oldName: "live", newName: "files") == """
                --- live
                +++ files
                @@ -0,0 +1,4 @@
                +data:
                +  a: x
                +metadata:
                +  name: cm

                """
        )
        #expect(ObjectDiff(from: object, to: object, kind: .configMap).unified(oldName: "a", newName: "b").isEmpty)
    }

    @Test func `differences far apart are told in hunks of their own`() {
        let old = (1...20).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 2\n", with: "two\n").replacing("line 19\n", with: "")

        #expect(
            UnifiedDiff(from: old, to: new, context: 1).text(oldName: "a", newName: "b") == """
                --- a
                +++ b
                @@ -1,3 +1,3 @@
                 line 1
                -line 2
                +two
                 line 3
                @@ -18,3 +18,2 @@
                 line 18
                -line 19
                 line 20

                """
        )
    }
}
