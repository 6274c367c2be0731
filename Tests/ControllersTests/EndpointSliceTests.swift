import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `The endpoints behind a service` {
    @Test func `who stays keeps his place, and who comes takes the place of who went`() throws {
        var bench = try Self.bench(pods: 250)
        let before = bench.slices
        #expect(before.map(\.endpoints.count).sorted() == [50, 100, 100])
        let full = try #require(before.first { $0.endpoints.count == 100 })
        let leaving = try #require(full.endpoints.dropFirst(10).first?.addresses.first)
        let pod = try #require(bench.pods().first { $0.status.podIP == leaving })

        bench.delete(pod.key)
        bench.reportStopped(pod)

        let after = bench.slices
        #expect(bench.written(since: before) == [full.metadata.name])
        let shorter = after.first { $0.metadata.name == full.metadata.name }
        #expect(shorter?.endpoints == full.endpoints.filter { $0.addresses != [leaving] })

        try bench.createPod("late", address: "10.9.9.9")
        #expect(bench.slices.map(\.endpoints.count).sorted() == [50, 100, 100])
        #expect(bench.written(since: after) == [full.metadata.name])
    }

    @Test func `slices that are nearly empty become one`() throws {
        var bench = try Self.bench(pods: 250)
        let kept = Set(bench.slices.compactMap { $0.endpoints.first?.addresses.first })

        for pod in bench.pods() where !kept.contains(pod.status.podIP) {
            bench.delete(pod.key)
            bench.reportStopped(pod)
        }

        #expect(bench.slices.map { Set($0.endpoints.flatMap(\.addresses)) } == [kept])
    }

    @Test func `a service whose last pod goes has no slice`() throws {
        var bench = try Self.bench(pods: 1)
        let pod = try #require(bench.pods().first)

        bench.delete(pod.key)
        bench.reportStopped(pod)

        #expect(bench.slices.isEmpty)
    }

    @Test func `slices outlive a change of the port that they lead to`() throws {
        var bench = try Self.bench(pods: 3)
        let before = try #require(bench.slices.first)

        bench.ask(.patch(Self.key, .merge(["spec": ["ports": [["port": 80, "targetPort": 8081]]]])))

        let after = try #require(bench.slices.first)
        #expect(bench.slices.count == 1)
        #expect(after.metadata.uid == before.metadata.uid)
        #expect(after.endpoints == before.endpoints)
        #expect(after.ports.map(\.port) == [8081])
    }

    @Test func `pods whose ports have other numbers have slices of their own`() throws {
        var bench = try Self.bench(pods: 0, targetPort: "http")
        try bench.createPod("a", address: "10.0.0.1", port: 8080)
        try bench.createPod("b", address: "10.0.0.2", port: 9090)
        #expect(bench.contents == ["[8080] [\"10.0.0.1\"]", "[9090] [\"10.0.0.2\"]"])
        let before = bench.slices

        try bench.createPod("c", address: "10.0.0.3", port: 7070)

        #expect(bench.written(since: before).count == 1)
        let contents = ["[7070] [\"10.0.0.3\"]", "[8080] [\"10.0.0.1\"]", "[9090] [\"10.0.0.2\"]"]
        #expect(bench.contents == contents)
    }

    @Test func `pods at one address are one endpoint, which serves while one of them does`() throws {
        var bench = try Self.bench(pods: 0)
        try bench.createPod("a", address: "192.0.2.1")
        try bench.createPod("b", address: "192.0.2.1")
        #expect(bench.slices.flatMap(\.endpoints).map(\.conditions.ready) == [true])

        bench.delete(ObjectKey(.pod, namespace: "default", name: "a"))
        #expect(bench.slices.flatMap(\.endpoints).map(\.conditions.ready) == [true])

        bench.delete(ObjectKey(.pod, namespace: "default", name: "b"))
        #expect(bench.slices.flatMap(\.endpoints).map(\.conditions.ready) == [false])
    }

    @Test func `a pod that is going lends its readiness to no other at its address`() throws {
        var bench = try Self.bench(pods: 0)
        try bench.createPod("going", address: "192.0.2.1")
        try bench.createPod("coming", address: "192.0.2.1")
        bench.delete(ObjectKey(.pod, namespace: "default", name: "going"))

        bench.report(try #require(bench.pods().first { $0.metadata.name == "coming" })) { status in
            status.conditions.removeAll { $0.type == "Ready" }
        }

        let conditions = try #require(bench.slices.first?.endpoints.first?.conditions)
        #expect(conditions.ready == false && conditions.serving == true && conditions.terminating == true)
    }

    @Test func `what somebody writes into a slice is put right, and slices of others are left alone`() throws {
        var bench = try Self.bench(pods: 1)
        let own = try #require(bench.slices.first)
        let edited = ["endpoints": [["addresses": ["10.1.0.0", "192.0.2.9"], "zone": "a"]]] as Value
        bench.ask(.patch(own.key, .merge(edited)))
        #expect(bench.slices.map(\.endpoints) == [own.endpoints])

        var other = own
        other.metadata = ObjectMeta()
        other.metadata.name = "theirs"
        other.metadata.namespace = "default"
        other.metadata.ownerReferences = own.metadata.ownerReferences
        other.endpoints[0].addresses = ["192.0.2.7"]
        bench.ask(.create(.endpointSlice(other)))
        #expect(bench.slices.map(\.endpoints).contains(other.endpoints))
    }

    // MARK: Given

    private static let key = ObjectKey(.service, namespace: "default", name: "web")

    private static func bench(pods: Int, targetPort: String = "8080") throws -> ClusterBench {
        var bench = ClusterBench()
        bench.addNode("n1", cpu: "1000", memory: "1Ti", pods: "1000")
        try bench.create(
            "{apiVersion: v1, kind: Service, metadata: {name: web}, "
                + "spec: {selector: {app: web}, ports: [{port: 80, targetPort: \(targetPort)}]}}"
        )
        for number in 0..<pods {
            try bench.createPod("web-\(number)", address: "10.1.\(number / 250).\(number % 250)")
        }
        return bench
    }
}

extension ClusterBench {
    fileprivate var slices: [EndpointSlice] {
        state.objects(of: .endpointSlice).compactMap { EndpointSlice($0.object) }
    }

    /// Ports and addresses of each slice.
    fileprivate var contents: [String] {
        slices.map { "\($0.ports.compactMap(\.port)) \($0.endpoints.flatMap(\.addresses))" }.sorted()
    }

    fileprivate mutating func delete(_ key: ObjectKey) { ask(.delete(key, DeleteOptions())) }

    /// A pod behind the service, and ready.
    fileprivate mutating func createPod(_ name: String, address: String, port: Int = 8080) throws {
        try create(
            "{apiVersion: v1, kind: Pod, metadata: {name: \(name), labels: {app: web}}, "
                + "spec: {containers: [{name: c, ports: [{name: http, containerPort: \(port)}]}]}}"
        )
        makeReady(try #require(pods().first { $0.metadata.name == name }), ip: address)
    }

    /// Names of the slices that are new or not as they were.
    fileprivate func written(since before: [EndpointSlice]) -> [String] {
        let versions = Set(before.map { $0.metadata.uid + $0.metadata.resourceVersion })
        return slices.filter { !versions.contains($0.metadata.uid + $0.metadata.resourceVersion) }.map(\.metadata.name)
    }
}
