internal import Agent
internal import Cluster
internal import Containers
internal import Controllers
internal import Model

// What goes wrong, and what containers do.
extension RehearsedWorld {
    /// Once the directory has spoken.
    ///
    /// - Parameter before: the state before it did.
    mutating func planFaults(since before: ClusterState) {
        for fault in rehearsal.faults {
            switch fault {
            case .node(let name, let delay, let absence):
                guard let index = fleet.index(of: name) else { continue }
                agenda.plan(.nodeGoes(index), at: now + delay)
                lastFault = max(lastFault, now + delay)
                guard let absence else { continue }
                agenda.plan(.nodeReturns(index), at: now + delay + absence)
                lastFault = max(lastFault, now + delay + absence)
            case .crash(let name, let perMille):
                crashes += rehearsal.workloads.filter { $0.name == name }.map { key in
                    CrashTarget(key, perMille: perMille, from: before, to: plane.state)
                }
            }
        }
        crashWhatRuns()
    }

    mutating func lose(_ index: Int) {
        fleet.bringDown(index, at: now)
        observer?.noteLoss(of: fleet.nodes[index].name, plane.state, at: now)
    }

    mutating func bringBack(_ index: Int) {
        observer?.noteReturn(of: fleet.nodes[index].name, at: now)
        start(index)
    }

    // MARK: What containers do

    /// Settles what the containers will do that an agent starts.
    mutating func cast(_ turn: AgentTurn, _ index: Int) {
        for case .container(.start(let spec)) in turn.commands {
            guard fleet.nodes[index].machine.lives[spec.attempt] == nil else { continue }
            fleet.nodes[index].machine.programs[spec.attempt] = program(of: spec.attempt.container)
        }
    }

    /// Init containers end well; all others serve, unless they crash.
    private mutating func program(of container: ContainerID) -> FakeProgram {
        guard case .pod(let pod)? = plane.state.object(uid: container.pod)?.object else { return FakeProgram(.serves) }
        let start = rehearsal.startTimes.draw(for: owners.workload(of: pod), &chance)
        if pod.spec.initContainers.contains(where: { $0.name == container.name && $0.restartPolicy != .always }) {
            // What was seen of a start holds for the whole of it.
            let parts = pod.spec.initContainers.count
            return FakeProgram(.ends(code: 0, after: start.delay.map { $0 / parts } ?? .milliseconds(500)))
        }
        var program = FakeProgram(.serves)
        program.startDelay = pod.spec.initContainers.isEmpty ? start.delay : nil
        program.warmUp = start.warmUp
        program.checks = pod.checks(of: container.name)
        if let crash = crash(of: pod) { program.course = .ends(code: 1, after: crash) }
        return program
    }

    /// When the container that starts now ends by itself; nil where it does not.
    private mutating func crash(of pod: Pod) -> Duration? {
        let workload = owners.workload(of: pod)
        guard let target = crashes.first(where: { $0.workload == workload }), target.strikes(pod),
            chance.happens(target.perMille)
        else { return nil }
        return chance.milliseconds(CrashTarget.delays)
    }

    private mutating func crashWhatRuns() {
        guard !crashes.isEmpty else { return }
        for index in fleet.nodes.indices {
            for attempt in fleet.nodes[index].machine.running {
                guard case .pod(let pod)? = plane.state.object(uid: attempt.container.pod)?.object,
                    let delay = crash(of: pod)
                else { continue }
                fleet.nodes[index].machine.agenda.plan(.end(attempt, code: 1, signal: nil), at: now + delay)
            }
            fleet.planMachine(index, now)
        }
    }
}

extension Pod {
    /// Commands that ask one of its containers how it is.
    fileprivate func checks(of name: String) -> [[String]] {
        guard let container = (spec.initContainers + spec.containers).first(where: { $0.name == name }) else {
            return []
        }
        return [container.startupProbe, container.readinessProbe, container.livenessProbe]
            .compactMap { $0?.exec?.command }
    }
}
