internal import HashTreeCollections
internal import Model
internal import Networking

extension NodeAgent {
    /// Has the router and the DNS server learn of services, if something changed.
    mutating func updateServices(_ turn: inout PodTurn) {
        guard hasNewServices else { return }
        hasNewServices = false
        let table = ServiceTable(
            services: knowledge.services,
            endpointSlices: knowledge.endpointSlices,
            pods: pods.values.compactMap(\.presentPod)
        )
        guard table != services else { return }
        services = table
        turn.submit(.services(table))
    }
}

extension PodLife {
    /// The pod as it is now, which the control plane may not have taken in yet.
    var presentPod: Pod? {
        guard isBound, sandbox != .removed, var pod else { return nil }
        if let reported { pod.status = reported }
        return pod
    }

    /// What of the pod the router and the DNS server know.
    var publicFacts: [String] {
        guard let pod = presentPod else { return [] }
        return [pod.status.podIP, pod.status.phase.rawValue, "\(pod.metadata.deletionTimestamp != nil)"]
    }
}
