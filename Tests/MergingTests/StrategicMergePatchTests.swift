import Merging
import Model
import Testing
import YAML

@Suite struct StrategicMergePatchTests {
    private func patched(_ original: String, _ patch: String, _ kind: Kind = .deployment) throws -> Value {
        try StrategicMergePatch.apply(yaml(patch), to: yaml(original), kind: kind)
    }

    @Test func `containers are merged by name, others stay`() throws {
        let result = try patched(
            "spec: {template: {spec: {containers: [{name: a, image: x, args: [y]}, {name: b, image: z}]}}}",
            "spec: {template: {spec: {containers: [{name: b, image: new}]}}}"
        )

        #expect(
            try result
                == yaml(
                    "spec: {template: {spec: {containers: [{name: a, image: x, args: [y]}, {name: b, image: new}]}}}"
                )
        )
    }

    @Test func `an element is deleted by its key`() throws {
        let result = try patched(
            "spec: {template: {spec: {containers: [{name: c}, {name: side}]}}}",
            "spec: {template: {spec: {containers: [{name: side, $patch: delete}]}}}"
        )

        #expect(try result == yaml("spec: {template: {spec: {containers: [{name: c}]}}}"))
    }

    @Test func `ports are merged by number, and a new one comes first`() throws {
        let result = try patched(
            "spec: {containers: [{name: c, ports: [{containerPort: 80, protocol: TCP}]}]}",
            "spec: {containers: [{name: c, ports: [{containerPort: 81}]}]}",
            .pod
        )

        #expect(
            try result
                == yaml(
                    "spec: {containers: [{name: c, ports: [{containerPort: 81}, {containerPort: 80, protocol: TCP}]}]}"
                )
        )
    }

    @Test func `a list is replaced on request`() throws {
        let result = try patched(
            "spec: {template: {spec: {containers: [{name: a}, {name: b}]}}}",
            "spec: {template: {spec: {containers: [{$patch: replace}, {name: only, image: x}]}}}"
        )

        #expect(try result == yaml("spec: {template: {spec: {containers: [{name: only, image: x}]}}}"))
    }

    @Test func `only the retained keys stay`() throws {
        let result = try patched(
            "spec: {strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}}",
            "spec: {strategy: {$retainKeys: [type], type: Recreate, rollingUpdate: null}}"
        )

        #expect(try result == yaml("spec: {strategy: {type: Recreate}}"))
    }

    @Test func `a source of a volume gives way to another`() throws {
        let result = try patched(
            "spec: {volumes: [{name: v, emptyDir: {}}]}",
            "spec: {volumes: [{name: v, hostPath: {path: /x}, $retainKeys: [name, hostPath]}]}",
            .pod
        )

        #expect(try result == yaml("spec: {volumes: [{name: v, hostPath: {path: /x}}]}"))
    }

    @Test func `the asked-for order rules, and what it does not name keeps its place`() throws {
        let result = try patched(
            "spec: {containers: [{name: a}, {name: x}, {name: b}]}",
            "spec: {$setElementOrder/containers: [{name: n}, {name: b}, {name: a}], containers: [{name: n}]}",
            .pod
        )
        let reordered = try patched(
            "spec: {containers: [{name: a}, {name: b}]}",
            "spec: {$setElementOrder/containers: [{name: b}, {name: a}]}",
            .pod
        )

        #expect(try result == yaml("spec: {containers: [{name: n}, {name: x}, {name: b}, {name: a}]}"))
        #expect(try reordered == yaml("spec: {containers: [{name: b}, {name: a}]}"))
    }

    @Test func `members of a set come and go one by one`() throws {
        let result = try patched(
            "metadata: {finalizers: [a, b, c]}",
            "metadata: {$deleteFromPrimitiveList/finalizers: [b], finalizers: [d, a]}"
        )

        #expect(try result == yaml("metadata: {finalizers: [d, a, c]}"))
    }

    @Test func `atomic lists and maps of strings go by the plain rules`() throws {
        let result = try patched(
            "{metadata: {annotations: {a: '1', b: '2'}}, spec: {containers: [{name: c, args: [x, y]}]}}",
            "{metadata: {annotations: {a: null, c: '3'}}, spec: {containers: [{name: c, args: [z]}]}}",
            .pod
        )

        #expect(
            try result
                == yaml("{metadata: {annotations: {b: '2', c: '3'}}, spec: {containers: [{name: c, args: [z]}]}}")
        )
    }

    @Test func `a structure is replaced or emptied on request`() throws {
        let original = "spec: {strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}}"

        #expect(
            try patched(original, "spec: {strategy: {$patch: replace, type: Recreate}}")
                == yaml("spec: {strategy: {type: Recreate}}")
        )
        #expect(
            try patched(original, "spec: {strategy: {$patch: delete}}") == yaml("spec: {strategy: {}}")
        )
    }

    @Test func `directives never reach the object`() throws {
        let result = try patched(
            "{metadata: {name: p}}",
            """
            spec:
              $setElementOrder/containers: [{name: c}]
              containers: [{name: c, image: x, command: null}, {name: d, $patch: delete}]
              volumes: [{name: v, emptyDir: {}, $retainKeys: [name, emptyDir]}]
            """,
            .pod
        )

        #expect(
            try result
                == yaml(
                    """
                    metadata: {name: p}
                    spec: {containers: [{name: c, image: x}], volumes: [{name: v, emptyDir: {}}]}
                    """
                )
        )
    }

    @Test(arguments: [
        "[]",
        "spec: {strategy: {$patch: frob}}",
        "spec: {strategy: {$retainKeys: [type], rollingUpdate: {}}}",
        "spec: {template: {spec: {containers: [{image: x}]}}}",
        "spec: {template: {spec: {containers: [x]}}}",
        "spec: {template: {spec: {$setElementOrder/containers: x}}}",
        "spec: {template: {spec: {$setElementOrder/containers: [{name: a}], containers: [{name: b}]}}}",
    ])
    func `a directive that makes no sense is refused`(patch: String) throws {
        let error = #expect(throws: PatchError.self) {
            try patched("spec: {strategy: {type: Recreate}, template: {spec: {containers: [{name: a}]}}}", patch)
        }

        #expect(error?.code == 400)
    }
}
