internal import Model
internal import Networking

/// What a decision about a pod rests on beside the pod itself.
struct Surroundings: Sendable {
    let settings: AgentSettings
    let knowledge: ClusterKnowledge
    let now: Timestamp
}

/// Why a container can't be started as things are: the words of its status.
struct ContainerHold: Error, Sendable, Hashable {
    var reason: String
    var message: String

    static func configuration(_ message: String) -> ContainerHold {
        ContainerHold(reason: "CreateContainerConfigError", message: message)
    }
}
