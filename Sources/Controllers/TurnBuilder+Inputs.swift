internal import Cluster
internal import Journaling
internal import Model
internal import YAML

// MARK: - What starts a cluster

extension TurnBuilder {
    /// Makes what every cluster has. Its identity is the uid of `kube-system`, as clients take it for one.
    mutating func start(_ facts: StartFacts, cause: UInt64) {
        for name in ["kube-system", "default"] where state.get(Namespace.self, name) == nil {
            var namespace = Namespace()
            namespace.metadata.name = name
            namespace.metadata.labels["kubernetes.io/metadata.name"] = name
            namespace.metadata.uid = Seed(facts.seed, name).uid
            namespace.metadata.creationTimestamp = now.startOfSecond
            namespace.spec.finalizers = ["kubernetes"]
            namespace.status.phase = .active
            put(.namespace(namespace), causes: [cause], origin: nil)
        }
    }
}

// MARK: - What nodes say

extension TurnBuilder {
    /// Takes a node's word for itself: what it is and has.
    mutating func take(_ node: Model.Node, cause: UInt64) {
        let author = Author(manager: nil, origin: nil, causes: [cause])
        guard let live = state.get(Model.Node.self, node.metadata.name) else {
            _ = try? create(.node(node), by: author)  // A node that breaks the rules stays unknown; it says so again.
            return
        }
        var merged = live
        merged.metadata.labels.merge(node.metadata.labels) { $1 }
        merged.status = node.status
        _ = try? update(.node(merged), by: author)  // The node is there: it was just read.
    }

    mutating func take(_ report: NodeReport, cause: UInt64) {
        for pod in report.pods { take(pod, cause) }
        for pod in report.stopped { end(pod, cause) }
        for event in report.events { record(event, causes: [cause]) }
    }

    private mutating func take(_ report: NodeReport.PodReport, _ cause: UInt64) {
        guard let stored = state.object(report.pod.key), case .pod(var pod) = stored.object,
            pod.metadata.uid == report.pod.uid, pod.status != report.status
        else { return }
        pod.status = report.status
        put(.pod(pod), causes: [cause, stored.revision], origin: nil)
    }

    /// Nothing of the pod runs any longer. It goes, unless somebody's finalizer still holds it.
    private mutating func end(_ identity: PodIdentity, _ cause: UInt64) {
        guard let stored = state.object(identity.key), case .pod(var pod) = stored.object,
            pod.metadata.uid == identity.uid, pod.metadata.deletionTimestamp != nil
        else { return }
        if pod.metadata.finalizers.isEmpty {
            remove(identity.key, causes: [cause])
        } else if pod.metadata.deletionGracePeriodSeconds != 0 {
            pod.metadata.deletionGracePeriodSeconds = 0
            put(.pod(pod), causes: [cause, stored.revision], origin: nil)
        }
    }
}

// MARK: - Events

extension TurnBuilder {
    /// Tells people: a new Event, or one more count of the Event that says the same about the same object.
    mutating func record(_ report: EventReport, causes: [UInt64]) {
        // An event on what has no namespace, or one that does not exist, lies where people look first.
        let isThere = state.get(Namespace.self, report.key.namespace) != nil
        let namespace = isThere ? report.key.namespace : "default"
        let digest = Seed(report.uid, report.reason, report.message, report.fieldPath ?? "").number()
        let name = "\(report.key.name).\(String(digest, radix: 16))"
        var event = state.get(Event.self, name, namespace: namespace) ?? newEvent(report, name, namespace)
        event.count = event.count + 1
        event.lastTimestamp = now.startOfSecond
        put(.event(event), causes: causes, origin: nil)
    }

    private func newEvent(_ report: EventReport, _ name: String, _ namespace: String) -> Event {
        var event = Event()
        event.metadata.name = name
        event.metadata.namespace = namespace
        event.metadata.uid = Seed(state.identitySeed, namespace, name, nextRevision).uid
        event.metadata.creationTimestamp = now.startOfSecond
        event.firstTimestamp = now.startOfSecond
        event.type = report.isNormal ? "Normal" : "Warning"
        event.reason = report.reason
        event.message = report.message
        event.involvedObject.kind = report.key.kind.name
        event.involvedObject.apiVersion = report.key.kind.apiVersion
        event.involvedObject.namespace = report.key.namespace
        event.involvedObject.name = report.key.name
        event.involvedObject.uid = report.uid
        event.involvedObject.fieldPath = report.fieldPath ?? ""
        event.source.component = "steady"
        event.reportingComponent = "steady"
        return event
    }
}
