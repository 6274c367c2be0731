internal import Cluster
internal import Model

/// Lists the pods behind a Service, and what may be sent to them.
enum EndpointSliceController: Controller {
    static let name = "endpointslice-controller"
    static let finishesInOneLook = true

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, let previous): concerns(stored.object, previous?.object, state)
        case .delete(let last): concerns(last.object, nil, state)
        case .state, .unstate: []
        }
    }

    private static func concerns(_ object: Object, _ previous: Object?, _ state: ClusterState) -> [ObjectKey] {
        switch object {
        case .service(let service): return [service.key]
        case .endpointSlice(let slice):
            return slice.metadata.controller.map {
                [ObjectKey(.service, namespace: slice.metadata.namespace, name: $0.name)]
            } ?? []
        case .pod(let pod):
            return concerns(pod, previous.flatMap { Pod($0) }, state)
        default: return []
        }
    }

    /// The services that the pod's labels lead to, and those that they led to before. A pod that is no endpoint, and was
    /// none, concerns nobody.
    private static func concerns(_ pod: Pod, _ before: Pod?, _ state: ClusterState) -> [ObjectKey] {
        let (backend, former) = (Backend(pod), before.flatMap { Backend($0) })
        let isRelabelled = before.map { $0.metadata.labels != pod.metadata.labels } ?? false
        if backend == former, backend == nil || !isRelabelled { return [] }
        let namespace = pod.metadata.namespace
        let found = state.services(selecting: pod.metadata.labels, inNamespace: namespace)
        guard let before, isRelabelled else { return found }
        return Set(found + state.services(selecting: before.metadata.labels, inNamespace: namespace)).sorted()
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .service(let service)? = state.object(key)?.object, service.metadata.deletionTimestamp == nil,
            !service.spec.selector.isEmpty,
            service.spec.type != .externalName
        else { return .nothing }
        let present = state.dependents(of: service.metadata.uid).compactMap { EndpointSlice($0.object) }
            .filter { $0.addressType == .ipv4 && $0.metadata.labels[SlicePacking.managerLabel] == SlicePacking.manager }
        var packing = SlicePacking(of: service, present)
        packing.pack(groups(behind: service, in: state))
        return Plan(packing.actions())
    }

    /// The backends whose pods have the same numbers behind the service's ports: a port's name may mean another number
    /// in another pod. They share slices.
    private static func groups(
        behind service: Service,
        in state: ClusterState
    ) -> [(ports: [EndpointPort], backends: [Backend])] {
        var groups: [(numbers: [Int?], backends: [Backend])] = []
        for pod in state.unorderedPods(inNamespace: service.metadata.namespace, withLabels: service.spec.selector) {
            guard let backend = Backend(pod) else { continue }
            let numbers = service.spec.ports.map { pod.port(behind: $0) }
            if let index = groups.firstIndex(where: { $0.numbers == numbers }) {
                groups[index].backends.append(backend)
            } else {
                groups.append((numbers, [backend]))
            }
        }
        groups.sort { left, right in
            left.numbers.lexicographicallyPrecedes(right.numbers) { ($0 ?? 0) < ($1 ?? 0) }
        }
        return groups.map { group in
            let ports = zip(service.spec.ports, group.numbers).compactMap { port, number in
                number.map { EndpointPort(port, leadingTo: $0) }
            }
            return (ports, group.backends)
        }
    }
}
