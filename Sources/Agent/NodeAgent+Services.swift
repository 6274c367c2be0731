internal import HashTreeCollections
internal import Model
internal import Networking

extension NodeAgent {
    /// Has the router and the DNS server learn of services, if something changed.
    mutating func updateServices(_ turn: inout PodTurn) {
        guard settings.hasRouter, hasNewServices || hasNewPods else { return }
        var table = services ?? ServiceTable()
        if hasNewServices { table.update(knowledge.services, knowledge.endpointSlices) }
        if hasNewPods { table.update(pods.values.compactMap(\.life.presentPod)) }
        hasNewServices = false
        hasNewPods = false
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
    struct PublicFacts: Sendable, Equatable {
        var address: String
        var phase: PodPhase
        var isLeaving: Bool
    }

    var publicFacts: PublicFacts? {
        guard isBound, sandbox != .removed, let pod else { return nil }
        return PublicFacts(
            address: reported?.podIP ?? pod.status.podIP,
            phase: reported?.phase ?? pod.status.phase,
            isLeaving: pod.metadata.deletionTimestamp != nil
        )
    }
}
