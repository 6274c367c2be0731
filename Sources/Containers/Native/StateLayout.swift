/// Where things lie: in the state directory what is to outlive a restart of the machine, or may grow; in memory what is
/// of no use without the processes that it tells of.
///
///     pods/<uid>/volumes/                     the agent's
///     pods/<uid>/containers/<name>/           the container's own writable directory
///     pods/<uid>/containers/<name>@<N>.log    the output of its Nth life; before it .log.1, .log.2, …
///     ns/pins                                 keeps the pods' namespaces, and with them the memory
///
///     <uid>/sandbox/{spec, hosts, resolv.conf, hostname}                                  in memory
///     <uid>/containers/<name>/<N>/{lock, spec, status, socket, termination}
///
/// Making a file costs microseconds in memory. On a disk it can cost milliseconds, and a start makes a dozen.
public struct StateLayout: Sendable, Hashable {
    /// Absolute.
    public var root: String
    /// A path of the directory in memory; for this process alone.
    public var memory: String

    /// - Parameter memory: empty where only what lies on the disk is asked for.
    public init(root: String, memory: String = "") {
        self.root = root
        self.memory = memory
    }

    public var pods: String { "\(root)/pods" }
    public func pod(_ uid: String) -> String { "\(pods)/\(uid)" }
    /// Where the agent makes what it mounts into the pod's containers.
    public func volumes(_ uid: String) -> String { "\(pod(uid))/volumes" }
    public func containers(_ uid: String) -> String { "\(pod(uid))/containers" }
    /// The directory that a container sees at `ContainerSpec.sandboxDirectory`.
    public func writable(_ id: ContainerID) -> String { "\(containers(id.pod))/\(id.name)" }
    public func log(_ id: AttemptID) -> String { "\(containers(id.container.pod))/\(logName(id))" }

    /// No container's directory can have it: their names hold no `@`.
    func logName(_ id: AttemptID) -> String { "\(id.container.name)@\(id.attempt).log" }

    var pins: String { "\(root)/ns/pins" }

    // In memory.

    func noted(_ uid: String) -> String { "\(memory)/\(uid)" }
    func sandbox(_ uid: String) -> String { "\(noted(uid))/sandbox" }
    func notedContainers(_ uid: String) -> String { "\(noted(uid))/containers" }
    func attempts(_ id: ContainerID) -> String { "\(notedContainers(id.pod))/\(id.name)" }
    public func attempt(_ id: AttemptID) -> String { "\(attempts(id.container))/\(id.attempt)" }

    /// The pods that there is anything of, sorted.
    var knownPods: [String] { Set(Files.list(pods) + Files.list(memory)).sorted() }

    /// The attempts that are written down, sorted.
    func knownAttempts(of pod: String) -> [AttemptID] {
        var found: [AttemptID] = []
        for name in Files.list(notedContainers(pod)) {
            let id = ContainerID(pod: pod, name: name)
            found += Files.list(attempts(id)).compactMap(UInt64.init).sorted().map {
                AttemptID(container: id, attempt: $0)
            }
        }
        return found
    }

    /// The attempts of a container that are written down or have left a log, the oldest first.
    func traces(of container: ContainerID) -> [AttemptID] {
        let head = "\(container.name)@"
        let logged = Files.list(containers(container.pod)).compactMap { name -> UInt64? in
            guard name.hasPrefix(head), name.hasSuffix(".log") else { return nil }
            return UInt64(name.dropFirst(head.count).dropLast(4))
        }
        let noted = Files.list(attempts(container)).compactMap(UInt64.init)
        return Set(logged + noted).sorted().map { AttemptID(container: container, attempt: $0) }
    }

    /// A message for people, to whom the path in memory says nothing.
    func legible(_ message: String) -> String {
        memory.isEmpty ? message : message.replacing(memory, with: "(in memory)")
    }
}
