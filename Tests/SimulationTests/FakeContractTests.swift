import ContainerContract
import Containers
import Model
import Simulation
import Synchronization
import Testing

@Suite struct `The simulator's containerizer` {
    @Test(arguments: Clause.all)
    func `keeps the contract of all containerizers`(clause: Clause) async throws {
        try await clause.hold(in: FakeWorld())
    }
}

/// A fake machine on trial: waiting turns its clock.
private final class FakeWorld: ContractWorld {
    private let fake: FakeContainerizer
    private let told: Told

    init() {
        let told = Told()
        self.told = told
        fake = FakeContainerizer(FakeMachine(seed: 1), now: Timestamp(seconds: 1_800_000_000)) { told.add($0) }
    }

    var containerizer: any Containerizer { fake }
    var observations: [ContainerObservation] { told.all }

    func wait(until isDone: @escaping @Sendable ([ContainerObservation]) -> Bool) async -> Bool {
        while !isDone(told.all) {
            if !fake.advance() { return false }
        }
        return true
    }

    func sandbox(_ pod: String) -> SandboxSpec {
        SandboxSpec(pod: pod, name: pod, identities: .range(start: 1 << 20), network: .none)
    }

    func container(_ attempt: AttemptID, _ behaviour: Behaviour) -> ContainerSpec {
        let command =
            switch behaviour {
            case .runs: "serve"
            case .exits(let code): "exit \(code)"
            case .isMissing: "missing"
            }
        return ContainerSpec(attempt: attempt, arguments: [command])
    }
}

private final class Told: Sendable {
    private let observations = Mutex<[ContainerObservation]>([])

    var all: [ContainerObservation] { observations.withLock { $0 } }

    func add(_ observation: ContainerObservation) { observations.withLock { $0.append(observation) } }
}
