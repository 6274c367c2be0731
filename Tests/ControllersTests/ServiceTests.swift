import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `Addresses and ports of services` {
    private let key = ObjectKey(.service, namespace: "default", name: "web")

    @Test func `a service keeps its node port when another field of the port is edited`() throws {
        var bench = ClusterBench()
        try bench.create(Self.service("web", "type: NodePort", "[{port: 80, nodePort: 30080}]"))

        let answer = bench.ask(.patch(key, .merge(["spec": ["ports": [["port": 8080, "nodePort": 30080]]]])))

        let edited = try #require(answer.result.get().flatMap { Service($0) })
        #expect(edited.spec.ports.map(\.port) == [8080])
        #expect(edited.spec.ports.map(\.nodePort) == [30080])
    }

    @Test func `a node port of another service is refused`() throws {
        var bench = ClusterBench()
        try bench.create(Self.service("other", "type: NodePort", "[{port: 80, nodePort: 30080}]"))

        let answer = try bench.create(Self.service("web", "type: NodePort", "[{port: 80, nodePort: 30080}]"))

        #expect(
            error(answer)?.message
                == "Service \"web\" is invalid: spec.ports[0].nodePort: Invalid value: 30080: provided port is already "
                + "allocated"
        )
    }

    @Test func `one number serves TCP and UDP, and neither twice`() throws {
        var bench = ClusterBench()
        let both = "[{name: t, port: 53, nodePort: 30053}, {name: u, port: 53, protocol: UDP, nodePort: 30053}]"
        #expect(error(try bench.create(Self.service("both", "type: NodePort", both))) == nil)

        let open = "[{name: t, port: 53}, {name: u, port: 53, protocol: UDP}]"
        let chosen = try bench.create(Self.service("open", "type: NodePort", open)).result.get()
        #expect(Set(chosen.flatMap { Service($0) }?.spec.ports.map(\.nodePort) ?? []).count == 1)

        let twice = "[{name: a, port: 1, nodePort: 30001}, {name: b, port: 2, nodePort: 30001}]"
        let refused = error(try bench.create(Self.service("twice", "type: NodePort", twice)))
        #expect(refused?.causes.map(\.field) == ["spec.ports[1].nodePort"])
    }

    @Test func `a port that is asked for is given to no other port of the service`() throws {
        for index in 0..<20 {
            var bench = ClusterBench(Settings(nodePorts: 30000...30019))
            let ports = "[{name: a, port: 1}, {name: b, port: 2, nodePort: \(30000 + index)}]"
            let made = try bench.create(Self.service("web", "type: NodePort", ports)).result.get()
            #expect(Set(made.flatMap { Service($0) }?.spec.ports.map(\.nodePort) ?? []).count == 2)
        }
    }

    @Test func `a service that no longer is for outside loses its node ports`() throws {
        var bench = ClusterBench()
        try bench.create(Self.service("web", "type: NodePort", "[{port: 80, nodePort: 30080}]"))
        let address = bench.service("web")?.spec.clusterIP

        let answer = bench.ask(.patch(key, .merge(["spec": ["type": "ClusterIP"]])))

        #expect(error(answer) == nil)
        let edited = try #require(bench.service("web"))
        #expect(edited.spec.ports.map(\.nodePort) == [0])
        #expect(edited.spec.externalTrafficPolicy == TrafficPolicy())
        #expect(edited.spec.clusterIP == address)
    }

    @Test func `a service that becomes a name loses its address, and its number is free again`() throws {
        var bench = ClusterBench()
        try bench.create(Self.service("web", "type: NodePort", "[{port: 80, nodePort: 30080}]"))

        let answer = bench.ask(
            .patch(key, .merge(["spec": ["type": "ExternalName", "externalName": "example.org"]]))
        )

        #expect(error(answer) == nil)
        #expect(bench.service("web")?.spec.clusterIPs == [])
        #expect(bench.service("web")?.spec.ports.map(\.nodePort) == [0])
        #expect(
            error(try bench.create(Self.service("other", "type: NodePort", "[{port: 80, nodePort: 30080}]"))) == nil
        )
    }

    @Test func `a node port that is written anew stands against the new type`() throws {
        var bench = ClusterBench()
        try bench.create(Self.service("web", "type: NodePort", "[{port: 80, nodePort: 30080}]"))

        let answer = bench.ask(
            .patch(key, .merge(["spec": ["type": "ClusterIP", "ports": [["port": 80, "nodePort": 30081]]]]))
        )

        #expect(error(answer)?.causes.map(\.field) == ["spec.ports[0].nodePort"])
    }

    @Test func `a service's slices follow its labels`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Self.service("web", "selector: {app: web}", "[{port: 80}]"))
        try bench.create(
            "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {app: web}}, spec: {containers: [{name: c}]}}"
        )
        bench.makeReady(try #require(bench.pods().first))

        bench.ask(.patch(key, .merge(["metadata": ["labels": ["team": "red"]]])))

        let slices = bench.state.objects(of: .endpointSlice)
        #expect(slices.map { $0.object.metadata.labels["team"] } == ["red"])
        #expect(EndpointSlice(try #require(slices.first).object)?.endpoints.count == 1)
    }

    @Test func `a pod whose labels change leaves a service and comes to another`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Self.service("web", "selector: {app: web, track: a}", "[{port: 80}]"))
        try bench.create(Self.service("test", "selector: {app: web, track: b}", "[{port: 80}]"))
        try bench.create(
            "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {app: web, track: a}}, "
                + "spec: {containers: [{name: c}]}}"
        )
        let pod = try #require(bench.pods().first)
        bench.makeReady(pod)
        #expect(bench.endpoints("web") == 1)

        bench.ask(.patch(pod.key, .merge(["metadata": ["labels": ["track": "b"]]])))

        #expect(bench.endpoints("web") == 0)
        #expect(bench.endpoints("test") == 1)
    }

    // MARK: Given

    private static func service(_ name: String, _ fields: String, _ ports: String) -> String {
        "{apiVersion: v1, kind: Service, metadata: {name: \(name)}, spec: {\(fields), ports: \(ports)}}"
    }
}

extension ClusterBench {
    fileprivate func service(_ name: String) -> Service? { state.get(Service.self, name, namespace: "default") }

    fileprivate func endpoints(_ name: String) -> Int {
        state.objects(of: .endpointSlice).compactMap { EndpointSlice($0.object) }
            .filter { $0.metadata.controller?.name == name }.reduce(0) { $0 + $1.endpoints.count }
    }
}

/// Why a request was refused; nil for one that was not.
func error(_ answer: Answer) -> APIError? {
    if case .failure(let error) = answer.result { error } else { nil }
}
