import Model
import Testing
import YAML

@Suite struct CodingTests {
    /// Reads one YAML document; the mistakes in it come back too.
    func read(_ text: String) throws -> (object: Object?, problems: [Problem]) {
        let (documents, problems) = YAMLParser.parse(Array(text.utf8), file: "a.yaml")
        #expect(problems.isEmpty)
        let document = try #require(documents.first)
        var context = DecodingContext()
        let object = Object.decode(document.root, &context)
        return (object, context.problems)
    }

    @Test func `a deployment is read, defaulted and written as the API server does it`() throws {
        var (object, problems) = try read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {app: web}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: c
                    image: nginx:1
                    ports: [{containerPort: 80}]
            """
        )
        #expect(problems == [])
        object?.applyDefaults()

        let expected = """
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"labels": {"app": "web"}, "name": "web"},
             "spec": {"progressDeadlineSeconds": 600, "replicas": 2, "revisionHistoryLimit": 10,
              "selector": {"matchLabels": {"app": "web"}},
              "strategy": {"rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}, "type": "RollingUpdate"},
              "template": {"metadata": {"labels": {"app": "web"}},
               "spec": {"containers": [{"image": "nginx:1", "imagePullPolicy": "IfNotPresent", "name": "c",
                 "ports": [{"containerPort": 80, "protocol": "TCP"}], "resources": {},
                 "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"}],
                "dnsPolicy": "ClusterFirst", "restartPolicy": "Always", "schedulerName": "default-scheduler",
                "securityContext": {}, "terminationGracePeriodSeconds": 30}}},
             "status": {}}
            """
        let json = try #require(object?.json())
        #expect(try Value.parse(json: json) == Value.parse(json: expected))
        #expect(try Object(json: json) == object)
    }

    @Test func `all mistakes of a document are found, each with its place and the nearest name`() throws {
        let (_, problems) = try read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, lables: {}}
            spec:
              containers:
              - name: c
                ports: [{containerPort: "http"}]
                tty: 3
            """
        )
        #expect(
            problems.map(\.description) == [
                "a.yaml:3:21: metadata.lables: unknown field \"lables\", did you mean \"labels\"?",
                "a.yaml:7:29: spec.containers[0].ports[0].containerPort: expected integer, found \"http\"",
                "a.yaml:8:10: spec.containers[0].tty: expected true or false, found 3",
            ]
        )
    }

    @Test func `scalars mean what their field wants, and null is nothing`() throws {
        let (object, problems) = try read(
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: c, labels: null},
             data: {a: no, b: 012, c: 1e3, d: 0x1F, e: 22:22, f: 2024-01-01, g: ~, h: "~", i: =}}
            """
        )
        let map = try #require(object.flatMap { ConfigMap($0) })

        #expect(problems == [])
        #expect(
            map.data == [
                "a": "no", "b": "012", "c": "1e3", "d": "0x1F", "e": "22:22", "f": "2024-01-01", "g": "", "h": "~",
                "i": "=",
            ]
        )
    }

    @Test func `copies share what is large until one of them changes`() {
        let template = PodTemplateSpec { $0.spec.containers = [Container { $0.name = "c" }] }
        var first = Pod { $0.spec = template.spec }
        let second = first

        first.spec.nodeName = "a"

        #expect(second.spec.nodeName == "")
        #expect(first.spec.containers == second.spec.containers)
        #expect(MemoryLayout<Pod>.size <= 32)
        #expect(MemoryLayout<Object>.size <= 32)
    }
}
