import Merging
import Model
import Testing
import YAML

@Suite struct OwnershipTests {
    @Test func `who creates an object owns all of it, defaults too, and structures that come with it`() throws {
        var stored = Stored()

        try stored.update(deployment(), by: "kubectl-create")

        #expect(
            stored.managed.fields(of: "kubectl-create", "Update") == """
                {"f:spec":{"f:progressDeadlineSeconds":{},"f:replicas":{},"f:selector":{},\
                "f:strategy":{"f:rollingUpdate":{".":{},"f:maxSurge":{},"f:maxUnavailable":{}},"f:type":{}},\
                "f:template":{"f:metadata":{"f:labels":{".":{},"f:a":{}}},\
                "f:spec":{"f:containers":{"k:{\\"name\\":\\"c\\"}":{".":{},"f:image":{},"f:imagePullPolicy":{},\
                "f:name":{},"f:resources":{}}},"f:restartPolicy":{},"f:terminationGracePeriodSeconds":{}}}}}
                """
        )
    }

    @Test func `a changed field goes to who changed it and leaves its owner`() throws {
        var stored = Stored(.configMap)
        try stored.update(yaml("{metadata: {name: cm}, data: {a: '1', b: '2'}}"), by: "one")

        try stored.update(yaml("{metadata: {name: cm}, data: {a: '9', c: '3'}}"), by: "two", at: 5)

        #expect(stored.managed.fields(of: "one", "Update") == #"{"f:data":{}}"#)
        #expect(stored.managed.fields(of: "two", "Update") == #"{"f:data":{"f:a":{},"f:c":{}}}"#)
        #expect(stored.managed.map(\.time) == [moment(0), moment(5)])
    }

    @Test func `an element of a list is owned by its keys`() throws {
        func web(_ ports: String) throws -> Value {
            try yaml("{metadata: {name: web}, spec: {containers: [{name: c, ports: [\(ports)]}]}}")
        }
        var stored = Stored(.pod)
        try stored.update(web("{containerPort: 80, protocol: TCP}"), by: "one")

        try stored.update(web("{containerPort: 81, protocol: TCP}, {containerPort: 80, protocol: TCP}"), by: "two")

        #expect(
            stored.managed.fields(of: "two", "Update") == """
                {"f:spec":{"f:containers":{"k:{\\"name\\":\\"c\\"}":{"f:ports":\
                {"k:{\\"containerPort\\":81,\\"protocol\\":\\"TCP\\"}":\
                {".":{},"f:containerPort":{},"f:protocol":{}}}}}}}
                """
        )
    }

    @Test func `the status is recorded apart from the rest`() throws {
        var stored = Stored()
        try stored.update(deployment(), by: "one")

        try stored.update(
            adding(
                deployment(),
                "/status",
                ["replicas": 2, "conditions": [["type": "Available", "status": "False"]]]
            ),
            by: "controller",
            subresource: "status"
        )

        let entry = stored.managed.first { $0.manager == "controller" }
        #expect(entry?.subresource == "status")
        #expect(
            entry?.fieldsV1?.json == """
                {"f:status":{"f:conditions":{".":{},"k:{\\"type\\":\\"Available\\"}":\
                {".":{},"f:status":{},"f:type":{}}},"f:replicas":{}}}
                """
        )
    }

    @Test func `a write that changes nothing but bookkeeping is not recorded`() throws {
        var stored = Stored()
        try stored.update(deployment(), by: "one")
        let managed = stored.managed

        try stored.update(adding(deployment(), "/metadata/resourceVersion", "173"), by: "two", at: 9)

        #expect(stored.managed == managed)
    }

    @Test func `lists with doubled keys are owned as a whole`() throws {
        func pod(_ value: String) throws -> Value {
            try yaml(
                """
                metadata: {name: p}
                spec: {containers: [{name: c, env: [{name: A, value: x}, {name: A, value: \(value)}]}]}
                """
            )
        }
        var stored = Stored(.pod)
        try stored.update(pod("y"), by: "one")

        try stored.update(pod("z"), by: "two")

        #expect(
            stored.managed.fields(of: "two", "Update")
                == #"{"f:spec":{"f:containers":{"k:{\"name\":\"c\"}":{"f:env":{}}}}}"#
        )
    }

    @Test func `the record does not grow with each new writer`() throws {
        var stored = Stored(.configMap)
        for number in 0..<40 {
            var value = stored.value ?? ["metadata": ["name": "cm"], "data": [:]]
            value = adding(value, "/data/k\(number)", "x")
            stored.update(value, by: "client-\(number)", at: Int64(number))
        }

        #expect(stored.managed.count == 10)
        #expect(stored.managed.first?.manager == "ancient-changes")
        #expect(Ownership.owners(of: ["f:data", "f:k3"], in: stored.managed).map(\.manager) == ["ancient-changes"])
        #expect(Ownership.owners(of: ["f:data", "f:k39"], in: stored.managed).map(\.manager) == ["client-39"])
    }
}
