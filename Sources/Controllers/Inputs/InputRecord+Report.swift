internal import Cluster
internal import Model
internal import YAML

// What a node says of its pods.

extension InputWriter {
    mutating func write(_ report: NodeReport) {
        field("by", "agent")
        field("node", report.node)
        objects("pods", report.pods) { writer, pod in
            writer.write(pod.pod)
            writer.status(pod.status)
        }
        objects("stopped", report.stopped) { $0.write($1) }
        objects("events", report.events) { writer, event in
            writer.field("about", event.key.description)
            writer.field("uid", event.uid)
            writer.flag("warns", !event.isNormal)
            writer.field("reason", event.reason)
            writer.field("message", event.message)
            writer.field("fieldPath", ifAny: event.fieldPath)
        }
    }

    private mutating func write(_ pod: PodIdentity) {
        field("pod", pod.key.description)
        field("uid", pod.uid)
    }
}

extension InputReader {
    func report() throws(ClusterError) -> NodeReport {
        NodeReport(
            node: try text("node"),
            pods: try objects("pods").map { pod throws(ClusterError) in
                NodeReport.PodReport(pod: try pod.identity(), status: try pod.status())
            },
            stopped: try objects("stopped").map { pod throws(ClusterError) in try pod.identity() },
            events: try objects("events").map { event throws(ClusterError) in try event.event() }
        )
    }

    private func identity() throws(ClusterError) -> PodIdentity {
        PodIdentity(key: try key("pod"), uid: try text("uid"))
    }

    private func event() throws(ClusterError) -> EventReport {
        EventReport(
            key: try key("about"),
            uid: try text("uid"),
            isNormal: !flag("warns"),
            reason: try text("reason"),
            message: try text("message"),
            fieldPath: text(ifAny: "fieldPath")
        )
    }
}
