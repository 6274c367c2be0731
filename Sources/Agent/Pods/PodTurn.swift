internal import Containers
internal import Model

/// What the decisions of one step come to.
struct PodTurn {
    let now: Timestamp
    private(set) var commands: [AgentCommand] = []
    private(set) var events: [EventReport] = []
    private(set) var nextRequest: UInt64
    /// Which pod asked.
    private(set) var requests: [UInt64: String] = [:]
    /// When the pod that is being decided about must be looked at again.
    private(set) var wakeAt: Timestamp?

    /// An answer is waited for so long before the question is put once more. Answers don't get lost as a rule.
    static let patience = Duration.seconds(30)

    init(now: Timestamp, nextRequest: UInt64) {
        self.now = now
        self.nextRequest = nextRequest
    }

    var askAgainAt: Timestamp { now + Self.patience }

    mutating func submit(_ command: AgentCommand) { commands.append(command) }

    mutating func submit(_ command: ContainerCommand) { commands.append(.container(command)) }

    mutating func wake(at time: Timestamp) { wakeAt = min(wakeAt ?? time, time) }

    mutating func takeWakeUp() -> Timestamp? {
        defer { wakeAt = nil }
        return wakeAt
    }

    /// A number for a question that will be answered by it.
    mutating func request(for pod: String) -> UInt64 {
        defer { nextRequest += 1 }
        requests[nextRequest] = pod
        return nextRequest
    }

    /// Tells people something about a pod, or about one of its containers.
    mutating func tell(
        _ pod: Pod?,
        isNormal: Bool = true,
        _ reason: String,
        _ message: String,
        container: ContainerLife? = nil
    ) {
        guard let pod else { return }
        var fieldPath: String?
        if let container {
            fieldPath = "spec.\(container.role == .main ? "containers" : "initContainers"){\(container.name)}"
        }
        events.append(
            EventReport(
                key: ObjectKey(.pod, namespace: pod.metadata.namespace, name: pod.metadata.name),
                uid: pod.metadata.uid,
                isNormal: isNormal,
                reason: reason,
                message: message,
                fieldPath: fieldPath
            )
        )
    }
}
