import Merging
import Model
import Testing
import YAML

@Suite struct ServerSideApplyTests {
    @Test func `who applies owns the fields that it states, and a selector as a whole`() throws {
        var stored = Stored()

        let applied = try stored.apply(configuration(), by: "m1")

        #expect(applied.isChanged)
        #expect(
            stored.managed.fields(of: "m1") == """
                {"f:spec":{"f:replicas":{},"f:selector":{},"f:template":{"f:metadata":{"f:labels":{"f:a":{}}},\
                "f:spec":{"f:containers":{"k:{\\"name\\":\\"c\\"}":{".":{},"f:image":{},"f:name":{}}}}}}}
                """
        )
        #expect(stored.managed[0].apiVersion == "apps/v1")
        #expect(stored.managed[0].fieldsType == "FieldsV1")
        #expect(stored.managed[0].time == moment(0))
    }

    @Test func `what others applied differently is a conflict, one cause per field`() throws {
        var stored = Stored()
        try stored.apply(configuration(), by: "m1") { _ in try deployment() }

        let error = #expect(throws: PatchError.self) {
            try stored.apply(configuration(replicas: 5, image: "i2"), by: "m2")
        }

        #expect(error?.code == 409)
        #expect(
            error?.message == """
                Apply failed with 2 conflicts: conflicts with "m1":
                - .spec.replicas
                - .spec.template.spec.containers[name="c"].image
                """
        )
        #expect(error?.causes.map(\.field) == [".spec.replicas", ".spec.template.spec.containers[name=\"c\"].image"])
        #expect(error?.causes.map(\.message) == ["conflict with \"m1\"", "conflict with \"m1\""])
        #expect(error?.causes.map(\.reason) == ["FieldManagerConflict", "FieldManagerConflict"])
    }

    @Test func `to say the same is no conflict where defaults were added to what is replaced as a whole`() throws {
        func pod(_ path: String) throws -> Value {
            try yaml(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                  - name: c
                    env: [{name: POD, valueFrom: {fieldRef: {fieldPath: \(path)}}}]
                """
            )
        }
        let field = "/spec/containers/0/env/0/valueFrom/fieldRef/apiVersion"
        var stored = Stored(.pod)
        try stored.apply(pod("metadata.name"), by: "m1") { adding($0, field, "v1") }

        try stored.apply(pod("metadata.name"), by: "m2")
        #expect(stored.managed.map(\.manager) == ["m1", "m2"])
        let owned = stored.managed.fields(of: "m1")
        #expect(owned?.contains("f:fieldRef") == true)
        #expect(owned == stored.managed.fields(of: "m2"))

        let error = #expect(throws: PatchError.self) { try stored.apply(pod("metadata.uid"), by: "m2") }
        #expect(error?.causes.map(\.field) == [".spec.containers[name=\"c\"].env[name=\"POD\"].valueFrom.fieldRef"])
    }

    @Test func `a conflict with an updater names its version`() throws {
        var stored = Stored()
        try stored.apply(configuration(), by: "m1") { _ in try deployment() }
        try stored.update(deployment(replicas: 3), by: "kubectl", subresource: "scale")

        let error = #expect(throws: PatchError.self) { try stored.apply(configuration(), by: "m1") }

        #expect(
            error?.message == """
                Apply failed with 1 conflict: conflict with "kubectl" with subresource "scale" using apps/v1: \
                .spec.replicas
                """
        )
    }

    @Test func `force takes fields from their owners and says from whom`() throws {
        var stored = Stored()
        try stored.apply(configuration(), by: "m1") { _ in try deployment() }

        let applied = try stored.apply(configuration(replicas: 5, image: "i2"), by: "m2", force: true, at: 9)

        #expect(try applied.value == deployment(replicas: 5, image: "i2"))
        #expect(applied.overridden.map(\.manager.manager) == ["m1", "m1"])
        #expect(
            stored.managed.fields(of: "m1") == """
                {"f:spec":{"f:selector":{},"f:template":{"f:metadata":{"f:labels":{"f:a":{}}},\
                "f:spec":{"f:containers":{"k:{\\"name\\":\\"c\\"}":{".":{},"f:name":{}}}}}}}
                """
        )
        #expect(stored.managed.map(\.manager) == ["m1", "m2"])
        #expect(stored.managed.map(\.time) == [moment(0), moment(9)])
    }

    @Test func `a field that nobody states any more leaves the object, one that others own stays`() throws {
        var stored = Stored(.configMap)
        try stored.apply(yaml("{metadata: {name: cm}, data: {a: '1', b: '2', c: '3'}}"), by: "m1")
        try stored.apply(yaml("{metadata: {name: cm}, data: {b: '2'}}"), by: "m2")

        let applied = try stored.apply(yaml("{metadata: {name: cm}, data: {a: '1'}}"), by: "m1")

        #expect(try applied.value == yaml("{metadata: {name: cm}, data: {a: '1', b: '2'}}"))
        #expect(stored.managed.fields(of: "m1") == #"{"f:data":{"f:a":{}}}"#)
        #expect(stored.managed.fields(of: "m2") == #"{"f:data":{"f:b":{}}}"#)
    }

    @Test func `who gives up all fields is forgotten, and what others own stays`() throws {
        var stored = Stored()
        try stored.apply(configuration(), by: "m1") { _ in try deployment() }
        try stored.apply(configuration(replicas: 5, image: "i2"), by: "m2", force: true)

        let applied = try stored.apply(yaml("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}}"), by: "m1")

        #expect(try applied.value == deployment(replicas: 5, image: "i2"))
        #expect(applied.managed.map(\.manager) == ["m2"])
    }

    @Test func `a structure that nobody owns goes with what was defaulted in it, the object's name stays`() throws {
        var stored = Stored()
        let named = try yaml("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 1}}")
        var labelled = named
        labelled = adding(labelled, "/metadata/labels", ["x": "y"])
        labelled = adding(labelled, "/spec/strategy", ["type": "RollingUpdate"])
        try stored.apply(labelled, by: "m1") { value in
            adding(value, "/spec/strategy/rollingUpdate", ["maxSurge": "25%"])
        }

        let applied = try stored.apply(named, by: "m1")

        #expect(applied.value == named)
    }

    @Test func `an identical apply changes nothing, not even a time`() throws {
        var stored = Stored()
        try stored.apply(configuration(), by: "m1") { _ in try deployment() }
        let managed = stored.managed

        let again = try stored.apply(configuration(), by: "m1", at: 60)

        #expect(!again.isChanged)
        #expect(again.managed == managed)
        #expect(try again.value == deployment())
    }

    @Test func `two managers that state the same value own it together`() throws {
        var stored = Stored()
        try stored.apply(configuration(), by: "m1") { _ in try deployment() }

        let applied = try stored.apply(configuration(), by: "m2")

        #expect(applied.isChanged)
        #expect(try applied.value == deployment())
        #expect(Ownership.owners(of: ["f:spec", "f:replicas"], in: applied.managed).map(\.manager) == ["m1", "m2"])
    }

    @Test func `a field that left the file keeps its value where the scale subresource owns it`() throws {
        var stored = Stored()
        try stored.apply(configuration(), by: "steady") { _ in try deployment() }
        try stored.update(deployment(replicas: 4), by: "kubectl", subresource: "scale")

        let applied = try stored.apply(configuration(replicas: nil), by: "steady")

        #expect(try applied.value == deployment(replicas: 4))
        #expect(
            Ownership.owners(of: ["f:spec", "f:replicas"], in: applied.managed).map(\.subresource) == ["scale"]
        )
    }

    @Test func `ports are told apart by number and protocol, and the protocol is TCP where it is left out`() throws {
        var stored = Stored(.service)
        let mine = try yaml("{metadata: {name: dns}, spec: {ports: [{port: 53, protocol: UDP}, {port: 53}]}}")
        try stored.apply(mine, by: "m1") { _ in
            try yaml(
                """
                metadata: {name: dns}
                spec: {ports: [{port: 53, protocol: UDP, targetPort: 53}, {port: 53, protocol: TCP, targetPort: 53}]}
                """
            )
        }

        let again = try stored.apply(mine, by: "m1")
        let less = try stored.apply(yaml("{metadata: {name: dns}, spec: {ports: [{port: 53}]}}"), by: "m1")

        #expect(!again.isChanged)
        #expect(less.value["spec"]?["ports"] == [["port": 53, "protocol": "TCP", "targetPort": 53]])
        #expect(
            stored.managed.fields(of: "m1") == """
                {"f:spec":{"f:ports":{"k:{\\"port\\":53,\\"protocol\\":\\"TCP\\"}":{".":{},"f:port":{}}}}}
                """
        )
    }

    @Test func `elements come in the order of the file, others keep their place`() throws {
        func names(_ live: String, _ stated: String) throws -> [String] {
            func containers(_ names: String) throws -> Value {
                let list = names.map { Value.object(["name": .string(String($0))]) }
                return ["metadata": ["name": "p"], "spec": ["containers": .array(list)]]
            }
            var stored = Stored(.pod)
            try stored.update(containers(live), by: "other")
            let applied = try stored.apply(containers(stated), by: "m1", force: true)
            return applied.value["spec"]?["containers"]?.array?.compactMap { $0["name"]?.string } ?? []
        }

        #expect(try names("axb", "ban") == ["x", "b", "a", "n"])
        #expect(try names("ab", "c") == ["a", "b", "c"])
        #expect(try names("ab", "ca") == ["c", "a", "b"])
        #expect(try names("xa", "a") == ["x", "a"])
        #expect(try names("ax", "an") == ["a", "x", "n"])
    }

    @Test func `finalizers are a set`() throws {
        var stored = Stored(.configMap)
        try stored.apply(yaml("{metadata: {name: cm, finalizers: [a/b, c/d]}}"), by: "m1")
        try stored.apply(yaml("{metadata: {name: cm, finalizers: [e/f]}}"), by: "m2")

        let applied = try stored.apply(yaml("{metadata: {name: cm, finalizers: [c/d]}}"), by: "m1")

        #expect(applied.value["metadata"]?["finalizers"] == ["c/d", "e/f"])
        #expect(stored.managed.fields(of: "m2") == #"{"f:metadata":{"f:finalizers":{"v:\"e/f\"":{}}}}"#)
    }

    @Test func `the same amount in other words is no change`() throws {
        func pod(_ amount: String) throws -> Value {
            try yaml("{metadata: {name: p}, spec: {containers: [{name: c, resources: {limits: {cpu: \(amount)}}}]}}")
        }
        var stored = Stored(.pod)
        try stored.apply(pod("'0.5'"), by: "m1") { _ in try pod("500m") }

        let again = try stored.apply(pod("0.5"), by: "m1")

        #expect(!again.isChanged)
        #expect(try again.value == pod("500m"))
    }

    @Test func `a status and what only the control plane writes count for nothing in a configuration`() throws {
        var stored = Stored()
        try stored.apply(configuration(), by: "m1") { _ in try deployment() }
        var exported = try configuration()
        exported = adding(exported, "/status", ["replicas": 7])
        exported = adding(exported, "/metadata/resourceVersion", "3")
        exported = adding(exported, "/metadata/creationTimestamp", nil)
        exported = adding(exported, "/metadata/uid", "other")

        #expect(try !stored.apply(exported, by: "m1").isChanged)
    }

    @Test func `two elements with one key are refused with the list's path`() throws {
        let twice = try yaml(
            "{metadata: {name: p}, spec: {containers: [{name: c, env: [{name: A, value: x}, {name: A, value: y}]}]}}"
        )
        var stored = Stored(.pod)

        let error = #expect(throws: PatchError.self) { try stored.apply(twice, by: "m1") }

        #expect(error?.code == 400)
        #expect(error?.causes.map(\.field) == [".spec.containers[name=\"c\"].env"])
        #expect(error?.causes.map(\.message) == ["duplicate entries for key [name=\"A\"]"])
    }

    @Test func `null in a configuration takes the value away`() throws {
        var stored = Stored()
        try stored.update(deployment(), by: "other")

        let applied = try stored.apply(
            yaml("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: null}}"),
            by: "m1",
            force: true
        )

        #expect(applied.value["spec"]?["replicas"] == nil)
    }

    @Test func `an object without any record is not lost to the first who applies`() throws {
        var stored = Stored(.configMap)
        stored.value = try yaml("{metadata: {name: cm}, data: {a: '1', b: '2'}}")

        let error = #expect(throws: PatchError.self) {
            try stored.apply(yaml("{metadata: {name: cm}, data: {a: '9'}}"), by: "m1")
        }

        #expect(
            error?.message
                == #"Apply failed with 1 conflict: conflict with "before-first-apply" using v1: .data.a"#
        )
    }
}

/// The value with another one put at a place.
func adding(_ value: Value, _ path: String, _ new: Value) -> Value {
    let patch: Value = [["op": "add", "path": .string(path), "value": new]]
    return (try? JSONPatch.apply(patch, to: value)) ?? value
}
