/// A container of a pod, over all its lives.
public struct ContainerID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The pod's uid.
    public var pod: String
    /// The container's name, unique in its pod.
    public var name: String

    public init(pod: String, name: String) {
        self.pod = pod
        self.name = name
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.pod, left.name) < (right.pod, right.name)
    }

    public var description: String { "\(pod)/\(name)" }
}

/// One life of a container.
public struct AttemptID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var container: ContainerID
    /// Tells one life of a container from the next, so that late news of the last is not taken for this one's.
    public var attempt: UInt64

    public init(container: ContainerID, attempt: UInt64) {
        self.container = container
        self.attempt = attempt
    }

    public init(pod: String, name: String, attempt: UInt64) {
        self.init(container: ContainerID(pod: pod, name: name), attempt: attempt)
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.container, left.attempt) < (right.container, right.attempt)
    }

    public var description: String { "\(container)#\(attempt)" }
}
