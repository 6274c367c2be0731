import Cluster
import Controllers
import Model
import Testing
import YAML

/// Controllers that finish in one look don't look at what they wrote; here is who sees whether they finished.
@Suite struct `A cluster at rest` {
    @Test func `a daemon that begins anew finds nothing to do, whatever was done before`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 3)), ("service.yaml", Self.service)])
        try expectRest(of: bench, after: "creation")

        for (number, pod) in bench.pods().enumerated() { bench.makeReady(pod, ip: "10.0.0.\(number + 1)") }
        try expectRest(of: bench, after: "the pods' start")

        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2)), ("service.yaml", Self.service)])
        try expectRest(of: bench, after: "an edit that takes a pod away")

        bench.ask(.patch(Self.deployment, .merge(["spec": ["replicas": 5], "metadata": ["labels": ["seen": "yes"]]])))
        try expectRest(of: bench, after: "drift that is put back")

        bench.ask(.patch(Self.slice(in: bench.state), .merge(["endpoints": []])))
        try expectRest(of: bench, after: "a slice that somebody emptied")
        let slices = bench.state.objects(of: .endpointSlice).compactMap { EndpointSlice($0.object) }
        #expect(slices.map(\.endpoints.count) == [3])

        try bench.create(
            "{apiVersion: v1, kind: Pod, metadata: {name: big}, spec: {containers: [{name: c, resources: "
                + "{requests: {cpu: 100}}}]}}"
        )
        try expectRest(of: bench, after: "a pod that fits nowhere")

        try bench.state([("service.yaml", Self.service)])
        try expectRest(of: bench, after: "what the directory no longer states")
    }

    private func expectRest(of bench: ClusterBench, after what: String) throws {
        var next = bench
        try next.restart()
        let done = next.turns.last?.changes.map(\.key.description) ?? []
        #expect(done == [], "after \(what)")
    }

    private static let deployment = ObjectKey(.deployment, namespace: "default", name: "web")

    private static let service = """
        {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}, ports: [{port: 80}]}}
        """

    private static func slice(in state: ClusterState) -> ObjectKey {
        state.objects(of: .endpointSlice).first?.key ?? ObjectKey(.endpointSlice, namespace: "default", name: "none")
    }
}
