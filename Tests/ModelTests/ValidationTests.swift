import Model
import Testing

/// The paths and words are those of a real API server.
@Suite struct ValidationTests {
    @Test func `all mistakes of a deployment are named at once`() throws {
        let found = try mistakes(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: Bad_Name, labels: {app: v}}
            spec:
              replicas: -1
              selector: {matchLabels: {app: other}}
              template: {metadata: {labels: {app: v}}, spec: {containers: []}}
            """
        )
        #expect(
            Set(found) == [
                "metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain must consist of lower case "
                    + "alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. "
                    + "'example.com', regex used for validation is "
                    + #"'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#,
                "spec.replicas: Invalid value: -1: must be greater than or equal to 0",
                "spec.template.metadata.labels: Invalid value: map[string]string{\"app\":\"v\"}: `selector` does not match "
                    + "template `labels`",
                "spec.template.spec.containers: Required value",
            ]
        )
    }

    @Test func `a rolling update needs some room`() throws {
        let found = try mistakes(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: v2}
            spec:
              selector: {matchLabels: {app: v2}}
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}
              template: {metadata: {labels: {app: v2}}, spec: {restartPolicy: Never, containers: [{name: c}]}}
            """
        )
        #expect(
            Set(found) == [
                "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "
                    + "intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}: may not be 0 when `maxSurge` is 0",
                "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"",
            ]
        )
    }

    @Test func `a request may not exceed its limit`() throws {
        let found = try mistakes(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: q3}
            spec:
              containers:
              - {name: c, image: nginx, resources: {requests: {cpu: 2, memory: 1Gi}, limits: {cpu: 1}}}
            """
        )
        let expected =
            "spec.containers[0].resources.requests: Invalid value: \"2\": must be less than or equal to cpu limit of 1"
        #expect(found == [expected])
    }

    @Test func `several ports of a service need names`() throws {
        let found = try mistakes(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: svc-multi-noname}
            spec: {selector: {app: web}, ports: [{port: 80}, {port: 81}]}
            """
        )
        #expect(found == ["spec.ports[0].name: Required value", "spec.ports[1].name: Required value"])
    }

    @Test func `the parts of a pod must fit together`() throws {
        let found = try mistakes(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              restartPolicy: Sometimes
              containers:
              - name: c
                ports: [{containerPort: 70000}, {containerPort: 80, name: Web}]
                volumeMounts: [{name: gone, mountPath: /a}]
                env: [{name: "a=b"}, {name: X, value: y, valueFrom: {fieldRef: {fieldPath: spec.host}}}]
                readinessProbe: {periodSeconds: 5}
              - {name: c}
              volumes:
              - {name: v, emptyDir: {}, hostPath: {path: /a/../b}}
            """
        )
        #expect(
            Set(found) == [
                "spec.restartPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", \"OnFailure\", \"Never\"",
                "spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive",
                "spec.containers[0].ports[1].name: Invalid value: \"Web\": must contain only alpha-numeric characters "
                    + "(a-z, 0-9), and hyphens (-)",
                "spec.containers[0].volumeMounts[0].name: Not found: \"gone\"",
                "spec.containers[0].env[0].name: Invalid value: \"a=b\": a valid environment variable name must consist "
                    + "only of printable ASCII characters other than '='",
                "spec.containers[0].env[1].valueFrom: Invalid value: \"\": may not be specified when `value` is not empty",
                "spec.containers[0].env[1].valueFrom.fieldRef.fieldPath: Unsupported value: \"spec.host\": supported values: "
                    + "\"metadata.annotations\", \"metadata.labels\", \"metadata.name\", \"metadata.namespace\", "
                    + "\"metadata.uid\", \"spec.nodeName\", \"spec.serviceAccountName\", \"status.hostIP\", "
                    + "\"status.hostIPs\", \"status.podIP\", \"status.podIPs\"",
                "spec.containers[0].readinessProbe: Required value: must specify a handler type",
                "spec.containers[1].name: Duplicate value: \"c\"",
                "spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type",
                "spec.volumes[0].hostPath.path: Invalid value: \"/a/../b\": must not contain '..'",
            ]
        )
    }

    @Test func `keys of a config map may become names of files`() throws {
        let found = try mistakes("{apiVersion: v1, kind: ConfigMap, metadata: {name: cm}, data: {new/key: x}}")
        #expect(
            found == [
                "data[new/key]: Invalid value: \"new/key\": a valid config key must consist of alphanumeric characters, '-', "
                    + "'_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is "
                    + "'[-._a-zA-Z0-9]+')"
            ]
        )
    }

    @Test func `what is immutable stays`() throws {
        let old = try defaulted(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: cm}, immutable: true, data: {a: b}}"
        )
        let new = try defaulted(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: cm}, immutable: true, data: {a: z}}"
        )

        let errors = new.validate(replacing: old)
        #expect(errors.map(\.description) == ["data: Forbidden: field is immutable when `immutable` is set"])
        #expect(
            new.complaint(about: errors)
                == "ConfigMap \"cm\" is invalid: data: Forbidden: field is immutable when `immutable` is set"
        )
        #expect(old.validate(replacing: old) == [])
    }

    @Test func `an object that is going takes no new finalizers`() throws {
        var old = try defaulted("{apiVersion: v1, kind: ConfigMap, metadata: {name: fin, finalizers: [x.io/f]}}")
        old.metadata.deletionTimestamp = Timestamp(seconds: 1)
        var new = old
        new.metadata.finalizers = ["x.io/f", "y.io/g"]

        #expect(
            new.validate(replacing: old).map(\.description) == [
                "metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new "
                    + "finalizers []string{\"y.io/g\"}"
            ]
        )
    }
}
