import Cluster
import Model
import Testing

@testable import Controllers

/// Who looks after a controller that does not look at what it wrote itself.
@Suite struct `A controller that says that it finishes in one look` {
    @Test func `is found out where it has not`() throws {
        var bench = ClusterBench()
        try bench.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}")
        let turn = try #require(bench.turns.last)

        let unfinished = bench.plane.unfinished(after: turn, by: [Hasty.self])

        let settings = "configmaps/default/settings"
        #expect(unfinished == ["hasty, asked again about \(settings), changes \(settings)"])
    }

    @Test func `has finished, be it the directory's or the endpoints'`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        let service =
            "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}, ports: "
            + "[{port: 80}]}}"
        for replicas in [3, 5, 1] {
            try bench.state([("web.yaml", Manifest.deployment("web", replicas: replicas)), ("service.yaml", service)])
            for pod in bench.pods() { bench.makeReady(pod) }
        }

        let claims = ControlPlane.controllers.filter { $0.finishesInOneLook }.map { $0.name }
        #expect(claims == ["directory", "endpointslice-controller"])
        for turn in bench.turns { #expect(bench.plane.unfinished(after: turn) == []) }
    }
}

/// Does half of what is to be done, and says that it is done.
private enum Hasty: Controller {
    static let name = "hasty"
    static let finishesInOneLook = true

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        change.key.kind == .configMap ? [change.key] : []
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .configMap(var map)? = state.object(key)?.object else { return .nothing }
        map.data["looks", default: ""] += "I"
        return Plan([.update(.configMap(map), reason: "another look")])
    }
}
