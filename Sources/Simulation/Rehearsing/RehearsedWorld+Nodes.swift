internal import Agent
internal import Cluster
internal import Containers
internal import Controllers
internal import Model

// The nodes: their agents, what those want done, and their machines.
extension RehearsedWorld {
    mutating func startAgent(_ index: Int) {
        nodes[index].isUp = true
        nodes[index].restartAgent()
        nodes[index].inbox.append(.timer)
        planAgentTurn(index)
        showEverything(to: index)
    }

    mutating func hear(_ index: Int, _ input: AgentInput, _ life: Int) {
        guard nodes[index].isUp, nodes[index].life == life else { return }
        nodes[index].inbox.append(input)
        planAgentTurn(index)
    }

    mutating func planAgentTurn(_ index: Int) {
        guard !nodes[index].isTurnPlanned, nodes[index].isUp else { return }
        nodes[index].isTurnPlanned = true
        agenda.plan(.agentTurn(index, life: nodes[index].life), at: now + chance.milliseconds(Self.delays))
    }

    mutating func takeAgentTurn(_ index: Int, _ life: Int) {
        guard nodes[index].isUp, nodes[index].life == life else { return }
        nodes[index].isTurnPlanned = false
        let inputs = nodes[index].inbox
        nodes[index].inbox = []
        let turn = nodes[index].agent.step(inputs.isEmpty ? [.timer] : inputs, now: now)
        for command in turn.commands { carryOut(command, index) }
        if let report = turn.report { send(report, from: index) }
        nodes[index].wakeAt = turn.wakeAt
        if let wakeAt = turn.wakeAt { agenda.plan(.agentWakes(index, wakeAt), at: max(wakeAt, now)) }
        planMachine(index)
    }

    private mutating func send(_ report: NodeReport, from index: Int) {
        let time = max(now + chance.milliseconds(Self.delays), nodes[index].lastReport)
        nodes[index].lastReport = time
        agenda.plan(.planeHears(.report(report)), at: time)
        observer?.noteReport(from: nodes[index].name)
    }

    // MARK: What an agent wants done

    private mutating func carryOut(_ command: AgentCommand, _ index: Int) {
        switch command {
        case .container(.start(let spec)):
            if nodes[index].machine.lives[spec.attempt] == nil {
                nodes[index].machine.programs[spec.attempt] = program(of: spec.attempt.container)
            }
            nodes[index].machine.submit(.start(spec), now: now)
        case .container(.exec(let request)) where isPremature(request, index):
            let result = ExecResult(outcome: .exited(code: 1))
            answer(.observation(.execFinished(id: request.id, result)), index)
        case .container(let command): nodes[index].machine.submit(command, now: now)
        case .writeVolumes(let plan): write(plan, index)
        case .probe(let request): probe(request, index)
        case .services: break
        }
    }

    private mutating func answer(_ input: AgentInput, _ index: Int) {
        let life = nodes[index].life
        agenda.plan(.agentHears(index, input, life: life), at: now + chance.milliseconds(Self.delays))
    }

    private mutating func write(_ plan: VolumePlan, _ index: Int) {
        let sources = plan.uses.map { use in
            (use, VolumeSource(path: "\(plan.directory)/\(use.volume)/\(use.subPath)", isFile: false))
        }
        let outcome = VolumeResult.Outcome.ready(Dictionary(sources, uniquingKeysWith: { $1 }))
        answer(.volumes(VolumeResult(pod: plan.pod, revision: plan.revision, outcome: outcome)), index)
    }

    private mutating func probe(_ request: ProbeRequest, _ index: Int) {
        let isHealthy = nodes[index].machine.isHealthy(request.attempt, at: now)
        let outcome: ProbeOutcome = isHealthy ? .success : .failure("it has not come up")
        answer(.probe(ProbeResult(id: request.id, attempt: request.attempt, outcome: outcome)), index)
    }

    /// A command that asks whether the container is well, before it has come up. Hooks don't ask.
    private func isPremature(_ request: ExecRequest, _ index: Int) -> Bool {
        let id = request.attempt.container
        guard let life = nodes[index].machine.lives[request.attempt], life.upAt > now,
            case .pod(let pod)? = plane.state.object(uid: id.pod)?.object,
            let container = (pod.spec.initContainers + pod.spec.containers).first(where: { $0.name == id.name })
        else { return false }
        return [container.startupProbe, container.readinessProbe, container.livenessProbe]
            .contains { $0?.exec?.command == request.command }
    }

    // MARK: Machines

    mutating func planMachine(_ index: Int) {
        guard let next = nodes[index].machine.nextTime else { return }
        if let planned = nodes[index].machineTime, planned <= next { return }
        nodes[index].machineTime = next
        agenda.plan(.machineActs(index), at: max(next, now))
    }

    mutating func letMachineAct(_ index: Int) {
        nodes[index].machineTime = nil
        let told = nodes[index].machine.run(until: now)
        guard nodes[index].isUp else { return }
        nodes[index].machine.started = []
        nodes[index].inbox += told.map { .observation($0) }
        if !told.isEmpty { planAgentTurn(index) }
        planMachine(index)
    }
}
