import Model
import Testing
import YAML

@Suite struct ManifestTests {
    @Test func `a kind that there is not is named, and does not stop the others`() {
        let text = """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: a}
            ---
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Namespace, metadata: {name: n}}
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: no, b: 012, c: ~}}
            ---
            apiVersion: extensions/v1beta1
            kind: Deployment
            """
        let manifest = ManifestReader().read(Array(text.utf8), file: "dir/a.yaml")

        #expect(manifest.entries.map(\.object.key.description) == ["namespaces/n", "configmaps/c"])
        #expect(
            manifest.problems.map(\.description) == [
                "dir/a.yaml:1:1: Steady has no kind batch/v1 CronJob; it has marathon/v2 App, v1 ConfigMap, "
                    + "apps/v1 Deployment, discovery.k8s.io/v1 EndpointSlice, v1 Event, v1 Namespace, v1 Node, v1 Pod, "
                    + "apps/v1 ReplicaSet, v1 Secret, v1 Service",
                "dir/a.yaml:11:1: apiVersion of Deployment is \"apps/v1\", found \"extensions/v1beta1\"",
            ]
        )
    }

    @Test func `fields that are not honoured are named once per object`() throws {
        let text = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              priorityClassName: high
              schedulerName: default-scheduler
              containers:
              - {name: a, startupProbe: {tcpSocket: {port: 1}}}
              - {name: b, startupProbe: {tcpSocket: {port: 1}}}
            """
        let manifest = ManifestReader().read(Array(text.utf8), file: "a.yaml")

        let warnings = manifest.problems.filter { $0.severity == .warning }
        #expect(warnings.count == 1)
        #expect(try #require(warnings.first).message.contains("spec.priorityClassName"))
        #expect(try #require(warnings.first).message.contains("schedulerName") == false)
    }

    @Test func `the place of a field is found for mistakes that come later`() throws {
        let text = """
            apiVersion: v1
            kind: Service
            metadata:
              name: Bad
            spec:
              ports:
              - port: 0
            """
        let entry = try #require(ManifestReader().read(Array(text.utf8), file: "a.yaml").entries.first)

        #expect(entry.position(of: "metadata.name") == Position(line: 4, column: 9))
        #expect(entry.position(of: "spec.ports[0].port") == Position(line: 7, column: 11))
        #expect(entry.position(of: "spec.ports[0].name") == Position(line: 7, column: 5))
    }

    @Test func `a mistake in a file is told in plain words, in JSON too`() {
        let manifest = ManifestReader().read(Array(#"{"id": "/a", "cmd": "true", "mem": "lots"}"#.utf8), file: "a.json")

        #expect(manifest.problems.map(\.description) == ["a.json:1:36: mem: expected number, found \"lots\""])
    }

    @Test func `a mistake in JSON is told in the API server's words`() throws {
        let json = #"{"apiVersion":"apps/v1","kind":"Deployment","spec":{"replicas":"x","replica":2}}"#
        let document = try JSONParser.parse(Array(json.utf8))
        var context = DecodingContext()
        _ = Object.decode(document.root, &context)

        #expect(context.strictErrors == ["unknown field \"spec.replica\""])
        #expect(
            context.problems.first?.message
                == "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"
        )
    }
}
