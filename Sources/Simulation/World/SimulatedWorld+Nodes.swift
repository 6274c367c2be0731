internal import Agent
internal import Containers
internal import Controllers
internal import Model

// The nodes' agents, their machines, and their messages.
extension SimulatedWorld {
    mutating func startAgent(_ index: Int) {
        nodes[index].isUp = true
        nodes[index].restartAgent()
        nodes[index].isTurnPlanned = false
        story.tell(now, nodes[index].name, "agent starts")
        nodes[index].inbox.append(.timer)
        planAgentTurn(index)
        showEverything(to: index)
        if plane.isUp { agenda.plan(.planeHears(.node(nodes[index].object)), at: now) }
    }

    mutating func hear(_ index: Int, _ input: AgentInput, _ life: Int) {
        guard nodes[index].isUp, nodes[index].life == life else { return }
        nodes[index].inbox.append(input)
        planAgentTurn(index)
    }

    mutating func planAgentTurn(_ index: Int) {
        guard !nodes[index].isTurnPlanned, nodes[index].isUp else { return }
        nodes[index].isTurnPlanned = true
        agenda.plan(.agentTurn(index, life: nodes[index].life), at: now)
    }

    mutating func takeAgentTurn(_ index: Int, _ life: Int) throws(Violation) {
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

    // MARK: What an agent wants done

    private mutating func carryOut(_ command: AgentCommand, _ index: Int) {
        switch command {
        case .container(let command):
            story.tell(now, nodes[index].name, StoryWords.of(command))
            nodes[index].machine.submit(command, now: now)
        case .writeVolumes(let plan): write(plan, index)
        case .probe(let request): probe(request, index)
        case .services: break
        }
    }

    private mutating func write(_ plan: VolumePlan, _ index: Int) {
        let sources = plan.uses.map { use in
            (use, VolumeSource(path: "\(plan.directory)/\(use.volume)/\(use.subPath)", isFile: false))
        }
        let fails = chance.happens(weather.volumeFailures)
        let outcome: VolumeResult.Outcome =
            fails ? .failed(message: "no luck") : .ready(Dictionary(sources, uniquingKeysWith: { $1 }))
        let result = VolumeResult(pod: plan.pod, revision: plan.revision, outcome: outcome)
        let input = AgentInput.volumes(result)
        agenda.plan(
            .agentHears(index, input, life: nodes[index].life),
            at: now + chance.milliseconds(0...20)
        )
    }

    private mutating func probe(_ request: ProbeRequest, _ index: Int) {
        if chance.happens(weather.lostProbes) { return }
        let time = now + chance.milliseconds(0...50)
        let isHealthy = nodes[index].machine.isHealthy(request.attempt, at: time)
        let result = ProbeResult(
            id: request.id,
            attempt: request.attempt,
            outcome: isHealthy ? .success : .failure("not well")
        )
        agenda.plan(.agentHears(index, .probe(result), life: nodes[index].life), at: time)
    }

    private mutating func send(_ report: NodeReport, from index: Int) {
        story.tell(now, nodes[index].name, StoryWords.of(report))
        if chance.happens(weather.lostReports) { return }
        let copies = chance.happens(weather.doubledReports) ? 2 : 1
        for _ in 0..<copies {
            let time = max(now + chance.milliseconds(weather.messageDelay), nodes[index].lastReport)
            nodes[index].lastReport = time
            agenda.plan(.planeHears(.report(report)), at: time)
        }
    }

    // MARK: Machines

    mutating func planMachine(_ index: Int) {
        guard let next = nodes[index].machine.nextTime else { return }
        if let planned = nodes[index].machineTime, planned <= next { return }
        nodes[index].machineTime = next
        agenda.plan(.machineActs(index), at: max(next, now))
    }

    mutating func letMachineAct(_ index: Int) throws(Violation) {
        nodes[index].machineTime = nil
        let told = nodes[index].machine.run(until: now)
        for observation in told where nodes[index].isUp {
            story.tell(now, nodes[index].name, StoryWords.of(observation))
            nodes[index].inbox.append(.observation(observation))
        }
        if !told.isEmpty { planAgentTurn(index) }
        try invariants.check(&nodes[index], plane.published)
        planMachine(index)
    }
}
