import Containers

/// One promise that every containerizer makes, the real ones and the simulator's fake.
public struct Clause: Sendable, CustomStringConvertible {
    public let description: String
    let check: @Sendable (Trial) async throws -> Void

    /// Throws `BrokenPromise`.
    public func hold(in world: any ContractWorld) async throws {
        try await check(Trial(world: world))
    }

    /// All of them.
    public static let all: [Clause] = [
        Clause("a container that was started is told to run, and its exit code is told once") { trial in
            try await trial.ready("a")
            trial.submit(.start(trial.world.container(trial.first, .exits(code: 3))))
            let status = try await trial.exit(of: trial.first)
            try trial.expect(status.exitCode == 3 && status.signal == nil, "exit code 3, not \(status)")
            try trial.expect(status.startedAt > 0 && status.finishedAt >= status.startedAt, "times in order: \(status)")
            try trial.expectOneLife(of: trial.first)
        },
        Clause("SIGTERM ends a container that obeys it") { trial in
            try await trial.running(trial.first)
            trial.submit(.signal(trial.first, 15))
            let status = try await trial.exit(of: trial.first)
            try trial.expect(status.signal == 15 || status.exitCode == 143, "ended by SIGTERM, not \(status)")
        },
        Clause("SIGKILL ends a container at once") { trial in
            try await trial.running(trial.first)
            trial.submit(.signal(trial.first, 9))
            let status = try await trial.exit(of: trial.first)
            try trial.expect(status.signal == 9 && status.code == 137, "killed, not \(status)")
        },
        Clause("a signal right behind a start is not lost") { trial in
            try await trial.ready("a")
            trial.submit(.start(trial.world.container(trial.first, .runs)))
            trial.submit(.signal(trial.first, 9))
            try await trial.wait("an end of \(trial.first)") { trial.ends(of: trial.first, in: $0) == 1 }
        },
        Clause("a start that is repeated starts nothing twice") { trial in
            try await trial.running(trial.first)
            trial.submit(.start(trial.world.container(trial.first, .runs)))
            trial.submit(.signal(trial.first, 9))
            _ = try await trial.exit(of: trial.first)
            trial.submit(.start(trial.world.container(trial.first, .runs)))
            trial.submit(.takeInventory)
            let inventory = try await trial.inventory()
            try trial.expect(inventory.attempts.count == 1, "one attempt, not \(inventory.attempts)")
            if case .running = inventory.attempts[0].phase {
                throw BrokenPromise("a life that had ended was lived again")
            }
        },
        Clause("a program that is missing is a failed start") { trial in
            try await trial.ready("a")
            trial.submit(.start(trial.world.container(trial.first, .isMissing)))
            try await trial.wait("a failed start") { observations in
                observations.contains {
                    if case .startFailed(trial.first, reason: .commandNotFound, _) = $0 { true } else { false }
                }
            }
            try trial.expect(!trial.hasStarted(trial.first), "what failed to start was told to run")
        },
        Clause("a start without a sandbox fails, and says so") { trial in
            trial.submit(.start(trial.world.container(trial.first, .runs)))
            try await trial.wait("a failed start") { observations in
                observations.contains {
                    if case .startFailed(trial.first, reason: .sandboxGone, _) = $0 { true } else { false }
                }
            }
        },
        Clause("a sandbox that is made twice is made once") { trial in
            try await trial.ready("a")
            trial.submit(.createSandbox(trial.world.sandbox("a")))
            try await trial.wait("a second answer") { observations in
                observations.count { $0 == .sandboxReady(pod: "a") } == 2
            }
            trial.submit(.takeInventory)
            let inventory = try await trial.inventory()
            try trial.expect(
                inventory.sandboxes == [SandboxState(trial.world.sandbox("a"), isReady: true)],
                "one sandbox, not \(inventory.sandboxes)"
            )
        },
        Clause("removing a sandbox ends what runs in it, and leaves nothing") { trial in
            try await trial.running(trial.first)
            trial.submit(.removeSandbox(pod: "a"))
            try await trial.wait("the removal") { $0.contains(.sandboxRemoved(pod: "a")) }
            trial.submit(.takeInventory)
            let inventory = try await trial.inventory()
            try trial.expect(inventory == Inventory(), "nothing left, not \(inventory)")
        },
        Clause("removing what is not there succeeds") { trial in
            trial.submit(.removeSandbox(pod: "nobody"))
            trial.submit(.remove(AttemptID(pod: "nobody", name: "web", attempt: 1)))
            try await trial.wait("both answers") { observations in
                observations.contains(.sandboxRemoved(pod: "nobody"))
                    && observations.contains(.removed(AttemptID(pod: "nobody", name: "web", attempt: 1)))
            }
        },
        Clause("the next life has its own news, and the last one can be removed beside it") { trial in
            try await trial.ready("a")
            let second = AttemptID(pod: "a", name: "web", attempt: 2)
            trial.submit(.start(trial.world.container(trial.first, .exits(code: 1))))
            _ = try await trial.exit(of: trial.first)
            trial.submit(.start(trial.world.container(second, .runs)))
            try await trial.wait("the second start") { _ in trial.hasStarted(second) }
            trial.submit(.remove(trial.first))
            trial.submit(.remove(second))
            try await trial.wait("the removal") { $0.contains(.removed(trial.first)) }
            trial.submit(.takeInventory)
            let inventory = try await trial.inventory()
            try trial.expect(inventory.attempts.map(\.attempt) == [second], "one that runs, not \(inventory.attempts)")
        },
        Clause("an inventory tells what runs and how the rest ended") { trial in
            try await trial.running(trial.first)
            let other = AttemptID(pod: "a", name: "job", attempt: 7)
            trial.submit(.start(trial.world.container(other, .exits(code: 4))))
            _ = try await trial.exit(of: other)
            trial.submit(.takeInventory)
            let inventory = try await trial.inventory()
            try trial.expect(
                inventory.attempts.map(\.attempt) == [other, trial.first],
                "sorted: \(inventory.attempts)"
            )
            if case .exited(let status) = inventory.attempts[0].phase, status.exitCode == 4,
                case .running = inventory.attempts[1].phase
            {
                return
            }
            throw BrokenPromise("an exit and a container that runs, not \(inventory.attempts)")
        },
        Clause("an inventory tells the last life of each container that has left a trace") { trial in
            try await trial.ready("a")
            let second = AttemptID(pod: "a", name: "web", attempt: 2)
            let other = AttemptID(pod: "a", name: "job", attempt: 7)
            for (attempt, behaviour) in [(trial.first, Behaviour.exits(code: 1)), (other, .exits(code: 0))] {
                trial.submit(.start(trial.world.container(attempt, behaviour)))
                _ = try await trial.exit(of: attempt)
            }
            trial.submit(.start(trial.world.container(second, .runs)))
            try await trial.wait("the second start") { _ in trial.hasStarted(second) }
            trial.submit(.remove(trial.first))
            try await trial.wait("the removal") { $0.contains(.removed(trial.first)) }
            trial.submit(.takeInventory)
            let inventory = try await trial.inventory()
            try trial.expect(inventory.lastTraces == [other, second], "the last of each, not \(inventory.lastTraces)")
        },
        Clause("a command in a container that doesn't run fails") { trial in
            trial.submit(.exec(ExecRequest(id: 5, attempt: trial.first, command: ["true"])))
            try await trial.wait("the answer") { observations in
                observations.contains {
                    if case .execFinished(id: 5, let result) = $0, case .failed = result.outcome { true } else { false }
                }
            }
        },
    ]

    init(_ description: String, check: @escaping @Sendable (Trial) async throws -> Void) {
        self.description = description
        self.check = check
    }
}
