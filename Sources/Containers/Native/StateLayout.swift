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
        let logged = logs(of: container.pod).filter { $0.container == container }
        let noted = Files.list(attempts(container)).compactMap(UInt64.init)
        return Set(logged + noted.map { AttemptID(container: container, attempt: $0) }).sorted()
    }

    /// Of each container of a pod that has left a trace, the last attempt that is written down or has left a log,
    /// sorted. What is written down is gone after a restart of the machine, and logs are not.
    func lastTraces(of pod: String) -> [AttemptID] {
        let last = Dictionary(grouping: logs(of: pod) + knownAttempts(of: pod), by: \.container)
        return last.values.compactMap { $0.max() }.sorted()
    }

    /// The attempts of a pod that have left a log, be it a rotated one alone, in no order, some more than once.
    private func logs(of pod: String) -> [AttemptID] {
        Files.list(containers(pod)).compactMap { name in
            let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let dot = parts[1].firstIndex(of: "."), let number = UInt32(parts[1][..<dot]),
                parts[1][dot...] == ".log" || parts[1][dot...].hasPrefix(".log.")
            else { return nil }
            return AttemptID(container: ContainerID(pod: pod, name: String(parts[0])), attempt: UInt64(number))
        }
    }

    /// A message for people, to whom the path in memory says nothing.
    func legible(_ message: String) -> String {
        memory.isEmpty ? message : message.replacing(memory, with: "(in memory)")
    }
}
