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
        var event = event(of: report) ?? newEvent(report)
        event.count = event.count + 1
        event.lastTimestamp = now.startOfSecond
        put(.event(event), causes: causes, origin: nil)
    }

    /// The Event that says the same about the same object; nil where nobody has said it for an hour.
    func event(of report: EventReport) -> Event? {
        let key = eventKey(report)
        return state.get(Event.self, key.name, namespace: key.namespace)
    }

    private func eventKey(_ report: EventReport) -> ObjectKey {
        // An event on what has no namespace, or one that does not exist, lies where people look first.
        let isThere = state.get(Namespace.self, report.key.namespace) != nil
        let digest = Seed(report.uid, report.reason, report.message, report.fieldPath ?? "").number()
        return ObjectKey(
            .event,
            namespace: isThere ? report.key.namespace : "default",
            name: "\(report.key.name).\(String(digest, radix: 16))"
        )
    }

    private func newEvent(_ report: EventReport) -> Event {
        let key = eventKey(report)
        var event = Event()
        event.metadata.name = key.name
        event.metadata.namespace = key.namespace
        event.metadata.uid = Seed(state.identitySeed, key.namespace, key.name, nextRevision).uid
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
