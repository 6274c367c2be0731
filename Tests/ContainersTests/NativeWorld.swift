import ContainerContract
import Containers
import Glibc
import Synchronization
import Testing

/// A native containerizer with a state directory of its own, and what it told. `end` leaves nothing of it.
final class NativeWorld: ContractWorld {
    private struct Record {
        var observations: [ContainerObservation] = []
        var containerizer: NativeContainerizer?
    }

    private static let count = Atomic<Int>(0)

    let directory: String
    let instance: String
    let firstID: UInt32
    private let program: String?
    private let hasOwnDisk: Bool
    private let record = Mutex(Record())

    /// - Parameters:
    ///   - program: what containers shall see as Steady's own program.
    ///   - megabytes: the size of a disk of its own, for a state directory that fills up.
    ///   - home: where the state directory lies.
    init(program: String? = nil, megabytes: Int? = nil, home: String = "/tmp") throws {
        self.program = program
        hasOwnDisk = megabytes != nil
        let number = Self.count.add(1, ordering: .relaxed).newValue
        instance = "test-\(getpid())-\(number)"
        directory = "\(home)/steady-\(instance)"
        firstID = 1_000_000 + UInt32(number) * 65536
        if let megabytes {
            try #require(mkdir(directory, 0o700) == 0)
            try #require(mount("disk", directory, "tmpfs", 0, "size=\(megabytes)m") == 0)
        }
        try restart()
    }

    var layout: StateLayout { native.layout }
    var containerizer: any Containerizer { native }
    var observations: [ContainerObservation] { record.withLock(\.observations) }

    var native: NativeContainerizer {
        guard let containerizer = record.withLock(\.containerizer) else { preconditionFailure("the world has ended") }
        return containerizer
    }

    /// A new daemon in place of the last one, which leaves without a word.
    func restart(shim other: String? = nil) throws {
        record.withLock { record in
            defer { record.containerizer = nil }
            return record.containerizer
        }?.stop()
        let shim = try #require(other ?? NativeContainerizer.shimBesideThisProgram())
        let configuration = NativeContainerizer.Configuration(
            stateDirectory: directory,
            instance: instance,
            shim: shim,
            program: program
        )
        let made = try NativeContainerizer(configuration) { [weak self] observation in
            self?.record.withLock { $0.observations.append(observation) }
        }
        record.withLock { $0.containerizer = made }
    }

    func forget() { record.withLock { $0.observations = [] } }

    func wait(until isDone: @escaping @Sendable ([ContainerObservation]) -> Bool) async -> Bool {
        // Generous, since the machine may be busy; nothing waits this long unless it fails.
        for _ in 0..<15_000 {
            if isDone(observations) { return true }
            try? await Task.sleep(for: .milliseconds(2))
        }
        return false
    }

    func sandbox(_ pod: String) -> SandboxSpec {
        SandboxSpec(
            pod: pod,
            name: pod,
            identities: .range(start: firstID),
            network: .none,
            hostsFile: "127.0.0.1 localhost\n",
            resolvConf: "nameserver 127.0.0.1\n"
        )
    }

    func container(_ attempt: AttemptID, _ behaviour: Behaviour) -> ContainerSpec {
        switch behaviour {
        case .runs: ContainerSpec(attempt: attempt, arguments: ["sleep", "1000"])
        case .exits(let code): ContainerSpec(attempt: attempt, arguments: ["sh", "-c", "exit \(code)"])
        case .isMissing: ContainerSpec(attempt: attempt, arguments: ["no-such-program"])
        }
    }

    /// Ends what runs and removes the state directory. Returns what could not be removed.
    func end() -> String? {
        var failure: String?
        do {
            try native.removeAll()
        } catch {
            failure = error.description
        }
        record.withLock { record in
            defer { record.containerizer = nil }
            return record.containerizer
        }?.stop()
        rmdir("\(directory)/pods")
        if hasOwnDisk { umount2(directory, 0) }
        rmdir(directory)
        return failure
    }
}

/// Runs a test in a world of its own, and sees that nothing is left of it.
func inWorld(_ made: NativeWorld? = nil, _ body: (NativeWorld) async throws -> Void) async throws {
    let world = try made ?? NativeWorld()
    do {
        try await body(world)
    } catch {
        _ = world.end()
        throw error
    }
    #expect(world.end() == nil)
    #expect(Leftovers.of(world) == [])
}
