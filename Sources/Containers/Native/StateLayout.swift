/// Where things lie in the state directory.
///
///     pods/<uid>/sandbox/{spec, hosts, resolv.conf, hostname}
///     pods/<uid>/volumes/                                       the agent's
///     pods/<uid>/containers/<name>/sandbox/                     the container's own writable directory
///     pods/<uid>/containers/<name>/attempts/<N>/{lock, spec, status, socket, log, log.1…, termination}
///     ns/pins                                                   keeps the pods' namespaces
public struct StateLayout: Sendable, Hashable {
    /// Absolute.
    public var root: String

    public init(root: String) {
        self.root = root
    }

    public var pods: String { "\(root)/pods" }
    public func pod(_ uid: String) -> String { "\(pods)/\(uid)" }
    public func sandbox(_ uid: String) -> String { "\(pod(uid))/sandbox" }
    /// Where the agent makes what it mounts into the pod's containers.
    public func volumes(_ uid: String) -> String { "\(pod(uid))/volumes" }
    public func containers(_ uid: String) -> String { "\(pod(uid))/containers" }
    public func container(_ id: ContainerID) -> String { "\(containers(id.pod))/\(id.name)" }
    /// The directory that a container sees at `ContainerSpec.sandboxDirectory`.
    public func writable(_ id: ContainerID) -> String { "\(container(id))/sandbox" }
    public func attempts(_ id: ContainerID) -> String { "\(container(id))/attempts" }
    public func attempt(_ id: AttemptID) -> String { "\(attempts(id.container))/\(id.attempt)" }
    public func log(_ id: AttemptID) -> String { "\(attempt(id))/log" }

    var pins: String { "\(root)/ns/pins" }

    /// The attempts that there are on the disk, sorted.
    func knownAttempts(of pod: String) -> [AttemptID] {
        var found: [AttemptID] = []
        for name in Files.list(containers(pod)) {
            let id = ContainerID(pod: pod, name: name)
            found += Files.list(attempts(id)).compactMap(UInt64.init).sorted().map {
                AttemptID(container: id, attempt: $0)
            }
        }
        return found
    }
}
