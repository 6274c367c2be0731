internal import Cluster
internal import Containers
internal import Model

/// What a world that was left alone still lacks.
struct Convergence {
    private let state: ClusterState
    private let nodes: [SimulatedNode]

    init(_ state: ClusterState, _ nodes: [SimulatedNode]) {
        self.state = state
        self.nodes = nodes
    }

    /// Nothing when all is as it should be.
    var problems: [String] {
        existence + deployments + replicaSets + apps + pods + services + nodes.flatMap(containers)
    }

    // MARK: What is stated is there, and nothing is on its way out

    private var existence: [String] {
        let missing = state.statedKeys.filter { state.object($0) == nil && state.stated($0)?.hold != .object }
            .map { "\($0) is stated and not there" }
        let leaving = state.allObjects.filter { $0.object.metadata.deletionTimestamp != nil }
            .map { "\($0.key) is still being deleted" }
        let kinds: [Kind] = [.deployment, .app, .service, .configMap]
        let unwanted = kinds.flatMap { state.objects(of: $0) }.filter { state.stated($0.key) == nil }
            .map { "\($0.key) is there and not stated" }
        return missing + leaving + unwanted
    }

    // MARK: Controllers have what they ask for

    private var deployments: [String] {
        state.objects(of: .deployment).compactMap { Deployment($0.object) }.compactMap { deployment in
            let wanted = deployment.spec.replicas ?? 1
            let status = deployment.status
            let counts = [status.replicas, status.updatedReplicas, status.readyReplicas, status.availableReplicas]
            if status.observedGeneration == deployment.metadata.generation, counts.allSatisfy({ $0 == wanted }) {
                return nil
            }
            return "deployment \(deployment.metadata.name) wants \(wanted) and has \(counts)"
        }
    }

    private var replicaSets: [String] {
        state.objects(of: .replicaSet).compactMap { ReplicaSet($0.object) }.compactMap { set in
            let wanted = set.spec.replicas ?? 1
            let pods = state.pods(controlledBy: set.metadata.uid)
            let counts = [set.status.replicas, set.status.readyReplicas, pods.count, pods.count(where: \.isReady)]
            return counts.allSatisfy { $0 == wanted }
                ? nil : "replica set \(set.metadata.name) wants \(wanted) and has \(counts)"
        }
    }

    private var apps: [String] {
        state.objects(of: .app).compactMap { App($0.object) }.compactMap { app in
            let wanted = app.spec.instances ?? 1
            let status = app.status
            let pods = state.pods(controlledBy: app.metadata.uid)
            let counts = [status.instances, status.currentInstances, status.tasksHealthy, pods.count]
            return counts.allSatisfy { $0 == wanted }
                ? nil : "app \(app.metadata.name) wants \(wanted) and has \(counts)"
        }
    }

    private var pods: [String] {
        state.objects(of: .pod).compactMap { Pod($0.object) }.compactMap { pod in
            if pod.hasEnded || (pod.isReady && !pod.spec.nodeName.isEmpty) { return nil }
            // Two that want one port of every node: one of them waits.
            if pod.spec.nodeName.isEmpty, pod.spec.containers.contains(where: { $0.ports.contains { $0.hostPort > 0 } })
            {
                return nil
            }
            return "pod \(pod.metadata.name) is \(pod.status.phase) and not ready"
        }
    }

    // MARK: Services lead to what is ready

    private var services: [String] {
        state.objects(of: .service).compactMap { Service($0.object) }.compactMap { service in
            let slices = state.dependents(of: service.metadata.uid).compactMap { EndpointSlice($0.object) }
            let ready = slices.flatMap(\.endpoints).filter { $0.conditions.ready == true }
            // Pods of one host's network are one endpoint.
            let found = Set(ready.flatMap(\.addresses)).sorted()
            let pods = state.pods(inNamespace: service.metadata.namespace, withLabels: service.spec.selector)
            let wanted = Set(pods.filter { $0.isReady && !$0.hasEnded }.map(\.status.podIP)).sorted()
            return found == wanted ? nil : "service \(service.metadata.name) leads to \(found), ready are \(wanted)"
        }
    }

    // MARK: What runs is what is wanted

    private func containers(_ node: SimulatedNode) -> [String] {
        let pods = state.pods(onNode: node.name).filter { !$0.hasEnded }
        let wanted = pods.flatMap { pod in
            let sidecars = pod.spec.initContainers.filter { $0.restartPolicy == .always }
            return (pod.spec.containers + sidecars).map { ContainerID(pod: pod.metadata.uid, name: $0.name) }
        }.sorted()
        let running = node.machine.running.map(\.container)
        let uids = Set(state.pods(onNode: node.name).map(\.metadata.uid))
        var problems: [String] = []
        if wanted != running { problems.append("\(node.name) runs \(running), wanted are \(wanted)") }
        for uid in node.machine.sandboxes.keys.sorted() where !uids.contains(uid) {
            problems.append("\(node.name) has a sandbox of \(uid), which is no pod")
        }
        return problems
    }
}
