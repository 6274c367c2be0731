import Containers

/// One clause, tried in one world.
struct Trial: Sendable {
    let world: any ContractWorld
    let first = AttemptID(pod: "a", name: "web", attempt: 1)

    func submit(_ command: ContainerCommand) { world.containerizer.submit(command) }

    func wait(_ what: String, until isDone: @escaping @Sendable ([ContainerObservation]) -> Bool) async throws {
        if await world.wait(until: isDone) { return }
        throw BrokenPromise("waited in vain for \(what); seen: \(world.observations)")
    }

    func expect(_ holds: Bool, _ what: @autoclosure () -> String) throws {
        if !holds { throw BrokenPromise("expected \(what())") }
    }

    func ready(_ pod: String) async throws {
        submit(.createSandbox(world.sandbox(pod)))
        try await wait("the sandbox") { $0.contains(.sandboxReady(pod: pod)) }
    }

    func running(_ attempt: AttemptID) async throws {
        try await ready(attempt.container.pod)
        submit(.start(world.container(attempt, .runs)))
        try await wait("the start of \(attempt)") { _ in hasStarted(attempt) }
    }

    func hasStarted(_ attempt: AttemptID) -> Bool {
        world.observations.contains { if case .started(attempt, _, _) = $0 { true } else { false } }
    }

    func exit(of attempt: AttemptID) async throws -> ExitStatus {
        try await wait("the exit of \(attempt)") { status(of: attempt, in: $0) != nil }
        guard let found = status(of: attempt, in: world.observations) else { throw BrokenPromise("an exit was unsaid") }
        return found
    }

    func inventory() async throws -> Inventory {
        try await wait("the inventory") { last($0) != nil }
        return last(world.observations) ?? Inventory()
    }

    /// How often an end of this attempt was told, be it an exit or a start that failed.
    func ends(of attempt: AttemptID, in observations: [ContainerObservation]) -> Int {
        observations.count {
            switch $0 {
            case .exited(attempt, _), .startFailed(attempt, _, _): true
            default: false
            }
        }
    }

    func expectOneLife(of attempt: AttemptID) throws {
        let told = world.observations.compactMap { observation -> String? in
            switch observation {
            case .started(attempt, _, _): "started"
            case .exited(attempt, _): "exited"
            case .startFailed(attempt, _, _): "failed"
            default: nil
            }
        }
        try expect(told == ["started", "exited"], "a start and an exit, not \(told)")
    }

    private func status(of attempt: AttemptID, in observations: [ContainerObservation]) -> ExitStatus? {
        for case .exited(attempt, let status) in observations { return status }
        return nil
    }

    private func last(_ observations: [ContainerObservation]) -> Inventory? {
        for case .inventory(let inventory) in observations.reversed() { return inventory }
        return nil
    }
}
