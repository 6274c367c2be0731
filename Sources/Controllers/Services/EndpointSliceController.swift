internal import Cluster
internal import Model

/// Lists the pods behind a Service, and what may be sent to them.
enum EndpointSliceController: Controller {
    static let name = "endpointslice-controller"
    static let finishesInOneLook = true
    /// Endpoints in one slice, as in Kubernetes.
    static let endpointsPerSlice = 100
    static let serviceLabel = "kubernetes.io/service-name"
    static let managerLabel = "endpointslice.kubernetes.io/managed-by"

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
        let wanted = slices(of: service, in: state)
        let present = state.dependents(of: service.metadata.uid).compactMap { EndpointSlice($0.object) }
        return Plan(changes(from: present, to: wanted))
    }

    private static func changes(from present: [EndpointSlice], to wanted: [EndpointSlice]) -> [Action] {
        let names = Set(wanted.map(\.metadata.name))
        let made: [Action] = wanted.compactMap { slice in
            guard var live = present.first(where: { $0.metadata.name == slice.metadata.name }) else {
                return .create(.endpointSlice(slice), reason: "pods behind the service")
            }
            if live.lists(slice.endpoints, slice.ports), live.metadata.labels == slice.metadata.labels { return nil }
            live.endpoints = slice.endpoints
            live.ports = slice.ports
            live.metadata.labels = slice.metadata.labels
            return .update(.endpointSlice(live), reason: "pods behind the service changed")
        }
        let gone: [Action] = present.filter { !names.contains($0.metadata.name) }.map { slice in
            .remove(slice.key, uid: slice.metadata.uid, reason: "no pods left for it")
        }
        return gone + made
    }
}

// MARK: - What the slices hold

extension EndpointSliceController {
    /// Pods whose ports resolve alike share slices: a port's name may mean another number in another pod.
    private static func slices(of service: Service, in state: ClusterState) -> [EndpointSlice] {
        let groups = groups(behind: service, in: state).sorted { left, right in
            left.ports.lexicographicallyPrecedes(right.ports) { ($0 ?? 0) < ($1 ?? 0) }
        }
        return groups.flatMap { group in
            let ports = zip(service.spec.ports, group.ports).compactMap { port, number in
                number.map { EndpointPort(port, leadingTo: $0) }
            }
            return stride(from: 0, to: group.endpoints.count, by: endpointsPerSlice).map { start in
                let end = min(start + endpointsPerSlice, group.endpoints.count)
                return slice(of: service, ports, Array(group.endpoints[start..<end]))
            }
        }.enumerated().map { index, slice in named(slice, service, index) }
    }

    /// Endpoints whose pods have the same numbers behind the service's ports, each group in the order of their names.
    private static func groups(
        behind service: Service,
        in state: ClusterState
    ) -> [(ports: [Int?], endpoints: [Endpoint])] {
        var groups: [(ports: [Int?], endpoints: [Endpoint])] = []
        for pod in state.pods(inNamespace: service.metadata.namespace, withLabels: service.spec.selector) {
            guard let backend = Backend(pod) else { continue }
            let endpoint = endpoint(backend, of: service)
            let ports = service.spec.ports.map { pod.port(behind: $0) }
            if let index = groups.firstIndex(where: { $0.ports == ports }) {
                groups[index].endpoints.append(endpoint)
            } else {
                groups.append((ports, [endpoint]))
            }
        }
        return groups
    }

    private static func slice(of service: Service, _ ports: [EndpointPort], _ endpoints: [Endpoint])
        -> EndpointSlice
    {
        var slice = EndpointSlice()
        slice.metadata.namespace = service.metadata.namespace
        slice.metadata.labels = service.metadata.labels
        slice.metadata.labels[serviceLabel] = service.metadata.name
        slice.metadata.labels[managerLabel] = "endpointslice-controller.k8s.io"
        slice.metadata.ownerReferences = [OwnerReference(controller: service)]
        slice.addressType = .ipv4
        slice.ports = ports
        slice.endpoints = endpoints
        return slice
    }

    private static func named(_ slice: EndpointSlice, _ service: Service, _ index: Int) -> EndpointSlice {
        var slice = slice
        let seed = Seed(service.metadata.uid, index)
        slice.metadata.name = "\(service.metadata.name)-\(NameSuffix.text(seed))"
        return slice
    }

    private static func endpoint(_ backend: Backend, of service: Service) -> Endpoint {
        var endpoint = Endpoint()
        endpoint.addresses = [backend.address]
        endpoint.conditions.ready =
            service.spec.publishNotReadyAddresses || (backend.isReady && !backend.isTerminating)
        endpoint.conditions.serving = backend.isReady
        endpoint.conditions.terminating = backend.isTerminating
        endpoint.nodeName = backend.node
        if backend.subdomain == service.metadata.name { endpoint.hostname = backend.hostname }
        return endpoint
    }

    /// What of a pod an endpoint tells: a change of anything else is no news.
    private struct Backend: Equatable {
        let address: String
        let node: String
        let hostname: String
        let subdomain: String
        let isReady: Bool
        let isTerminating: Bool

        /// Nil for a pod that has no address yet, or has ended: no slice holds it.
        init?(_ pod: Pod) {
            guard !pod.status.podIP.isEmpty, !pod.hasEnded else { return nil }
            address = pod.status.podIP
            node = pod.spec.nodeName
            hostname = pod.spec.hostname
            subdomain = pod.spec.subdomain
            isReady = pod.isReady
            isTerminating = pod.metadata.deletionTimestamp != nil
        }
    }
}

extension EndpointSlice {
    /// Whether these are its endpoints and ports.
    fileprivate func lists(_ wanted: [Endpoint], _ wantedPorts: [EndpointPort]) -> Bool {
        // One by one where they stand: an array's own comparison takes copies of the elements of both.
        ports == wantedPorts && endpoints.count == wanted.count
            && endpoints.indices.allSatisfy { endpoints[$0] == wanted[$0] }
    }
}
