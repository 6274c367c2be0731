internal import Cluster
internal import Model

/// Lists the pods behind a Service, and what may be sent to them.
enum EndpointSliceController: Controller {
    static let name = "endpointslice-controller"
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

    /// The services that the pod's labels lead to, and those that they led to before.
    private static func concerns(_ pod: Pod, _ before: Pod?, _ state: ClusterState) -> [ObjectKey] {
        let isRelabelled = before.map { $0.metadata.labels != pod.metadata.labels } ?? false
        if let before, !isRelabelled, Endpoint(pod) == Endpoint(before) { return [] }
        let namespace = pod.metadata.namespace
        let found = state.services(selecting: pod.metadata.labels, inNamespace: namespace)
        guard let before, isRelabelled else { return found }
        return Set(found + state.services(selecting: before.metadata.labels, inNamespace: namespace)).sorted()
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan {
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
            let isSame =
                live.endpoints == slice.endpoints && live.ports == slice.ports
                && live.metadata.labels == slice.metadata.labels
            if isSame { return nil }
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
        let pods = state.pods(inNamespace: service.metadata.namespace, withLabels: service.spec.selector)
            .filter { !$0.status.podIP.isEmpty && !$0.hasEnded }
        let groups = Dictionary(grouping: pods) { pod in service.spec.ports.map { pod.port(behind: $0) } }
        let ordered = groups.sorted { left, right in
            let numbers = (left.key.map { $0?.port ?? 0 }, right.key.map { $0?.port ?? 0 })
            return numbers.0.lexicographicallyPrecedes(numbers.1)
        }
        return ordered.flatMap { ports, pods in
            stride(from: 0, to: pods.count, by: endpointsPerSlice).map { start in
                let part = pods[start..<min(start + endpointsPerSlice, pods.count)]
                return slice(of: service, ports.compactMap(\.self), part.map { endpoint($0, of: service) })
            }
        }.enumerated().map { index, slice in named(slice, service, index) }
    }

    private static func slice(of service: Service, _ ports: [EndpointPort], _ endpoints: [Model.Endpoint])
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

    private static func endpoint(_ pod: Pod, of service: Service) -> Model.Endpoint {
        let facts = Endpoint(pod)
        let isTerminating = facts.isTerminating
        var endpoint = Model.Endpoint()
        endpoint.addresses = [facts.address]
        endpoint.conditions.ready = service.spec.publishNotReadyAddresses || (facts.isReady && !isTerminating)
        endpoint.conditions.serving = facts.isReady
        endpoint.conditions.terminating = isTerminating
        endpoint.nodeName = pod.spec.nodeName
        if pod.spec.subdomain == service.metadata.name { endpoint.hostname = pod.spec.hostname }
        return endpoint
    }

    /// What of a pod an endpoint tells: a change of anything else is no news.
    private struct Endpoint: Equatable {
        var address: String
        var node: String
        var isReady: Bool
        var isTerminating: Bool
        var hasEnded: Bool

        init(_ pod: Pod) {
            address = pod.status.podIP
            node = pod.spec.nodeName
            isReady = pod.isReady
            isTerminating = pod.metadata.deletionTimestamp != nil
            hasEnded = pod.hasEnded
        }
    }
}
