import ContainerContract
import Containers
import Glibc
import Testing

extension NativeWorld {
    func ready(_ spec: SandboxSpec) async throws {
        containerizer.submit(.createSandbox(spec))
        let isReady = await wait { observations in
            observations.contains {
                switch $0 {
                case .sandboxReady(pod: spec.pod), .sandboxFailed(pod: spec.pod, _): true
                default: false
                }
            }
        }
        try #require(isReady && observations.contains(.sandboxReady(pod: spec.pod)), "\(observations)")
    }

    /// Starts a container and waits until it runs, or has failed to.
    func start(_ spec: ContainerSpec) async throws {
        containerizer.submit(.start(spec))
        let isTold = await wait { observations in
            observations.contains {
                switch $0 {
                case .started(spec.attempt, _, _), .startFailed(spec.attempt, _, _): true
                default: false
                }
            }
        }
        try #require(isTold && pid(of: spec.attempt) != nil, "\(observations)")
    }

    func pid(of attempt: AttemptID) -> Int32? {
        for case .started(attempt, let pid, _) in observations { return pid }
        return nil
    }

    func exit(of attempt: AttemptID) async throws -> Containers.ExitStatus {
        let hasEnded = await wait { Self.status(of: attempt, in: $0) != nil }
        try #require(hasEnded, "\(observations)")
        return try #require(Self.status(of: attempt, in: observations))
    }

    func inventory() async throws -> Inventory {
        forget()
        containerizer.submit(.takeInventory)
        try #require(await wait { Self.inventory(in: $0) != nil })
        return try #require(Self.inventory(in: observations))
    }

    func exec(_ attempt: AttemptID, _ command: [String], timeout: Duration? = nil) async throws -> ExecResult {
        let id = UInt64.random(in: 1...UInt64.max)
        containerizer.submit(.exec(ExecRequest(id: id, attempt: attempt, command: command, timeout: timeout)))
        try #require(await wait { Self.result(id, in: $0) != nil })
        return try #require(Self.result(id, in: observations))
    }

    /// Runs a shell script in a container of its own and returns what it wrote, line by line.
    func script(
        _ text: String,
        pod: String = "a",
        name: String = "job",
        attempt: UInt64 = 1,
        adjust: (inout ContainerSpec) -> Void = { _ in }
    ) async throws -> (lines: [String], status: Containers.ExitStatus) {
        var spec = ContainerSpec(
            attempt: AttemptID(pod: pod, name: name, attempt: attempt),
            arguments: ["sh", "-c", text]
        )
        adjust(&spec)
        containerizer.submit(.start(spec))
        let status = try await exit(of: spec.attempt)
        return (log(of: spec.attempt), status)
    }

    /// The text of a container's output, without times and streams.
    func log(of attempt: AttemptID) -> [String] {
        Leftovers.lines(layout.log(attempt)).map { line in
            line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).dropFirst(3).joined()
        }
    }

    private static func status(of attempt: AttemptID, in observations: [ContainerObservation]) -> Containers.ExitStatus?
    {
        for case .exited(attempt, let status) in observations { return status }
        return nil
    }

    private static func inventory(in observations: [ContainerObservation]) -> Inventory? {
        for case .inventory(let inventory) in observations { return inventory }
        return nil
    }

    private static func result(_ id: UInt64, in observations: [ContainerObservation]) -> ExecResult? {
        for case .execFinished(id: id, let result) in observations { return result }
        return nil
    }
}

/// The parent of a process, by /proc.
func parent(of pid: Int32) -> Int32? {
    Leftovers.lines("/proc/\(pid)/status").first { $0.hasPrefix("PPid:") }?
        .split(separator: "\t").last.flatMap { Int32($0) }
}
