internal import Cluster
internal import Controllers
internal import Model

/// Finds the container that a call about a pod means, and says in the API server's words when there is none.
struct PodContainer {
    let pod: Pod
    let name: String

    init(_ key: ObjectKey, container: String?, in state: ClusterState) throws(APIError) {
        guard let object = state.object(key)?.object, let pod = Pod(object) else { throw .notFound(key) }
        self.pod = pod
        let containers = pod.spec.containers.map(\.name)
        let others = pod.spec.initContainers.map(\.name)
        guard let container, !container.isEmpty else {
            name = try Self.defaultName(of: pod, containers, others)
            return
        }
        guard (containers + others).contains(container) else {
            throw .badRequest("container \(container) is not valid for pod \(key.name)")
        }
        name = container
    }

    private static func defaultName(of pod: Pod, _ names: [String], _ others: [String]) throws(APIError) -> String {
        if let annotated = pod.metadata.annotations["kubectl.kubernetes.io/default-container"],
            names.contains(annotated)
        {
            return annotated
        }
        guard names.count == 1 else {
            let choice = "[\(names.joined(separator: " "))]"
            let more = others.isEmpty ? "" : " or one of the init containers: [\(others.joined(separator: " "))]"
            throw .badRequest(
                "a container name must be specified for pod \(pod.metadata.name), choose one of: \(choice)\(more)"
            )
        }
        return names[0]
    }

    var status: ContainerStatus? {
        (pod.status.containerStatuses + pod.status.initContainerStatuses).first { $0.name == name }
    }
}
