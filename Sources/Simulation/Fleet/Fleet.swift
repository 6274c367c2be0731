internal import Agent
internal import Cluster
internal import Containers
internal import Controllers
internal import Model

/// The nodes of a world in virtual time, and the messages between them and the control plane.
///
/// Whoever owns it turns its clock, and hears of each turn of an agent before it is carried out.
struct Fleet: Sendable {
    /// What the owner hears of.
    enum News: Sendable {
        /// An agent has decided: to be looked at, and to be carried out.
        case turn(AgentTurn, of: Int)
        /// A node's word reaches the control plane.
        case report(NodeReport)
        /// Something has happened on a machine. All but the last is news to its agent, if that is up.
        case acts(Int, [ContainerObservation], started: [AttemptID])
    }

    private enum Happening: Sendable {
        // What is large is moved about in a heap by a pointer to it.
        indirect case hears(Int, AgentInput, life: Int)
        indirect case report(NodeReport)
        case turn(Int, life: Int)
        case wakes(Int, Timestamp, life: Int)
        case machineActs(Int)
    }

    var nodes: [SimulatedNode]
    var traffic: Traffic
    private var agenda = Agenda<Happening>()

    init(_ nodes: [SimulatedNode], _ traffic: Traffic) {
        self.nodes = nodes
        self.traffic = traffic
    }

    /// When the next thing happens.
    var nextTime: Timestamp? { agenda.nextTime }

    func index(of name: String) -> Int? { nodes.firstIndex { $0.name == name } }

    /// Lets the next thing happen. Returns nothing where it is no news.
    mutating func advance(at now: Timestamp) -> News? {
        switch agenda.pop()?.happening {
        case .hears(let index, let input, let life):
            guard nodes[index].isUp, nodes[index].life == life else { return nil }
            hear(input, index, at: now)
        case .report(let report): return .report(report)
        case .turn(let index, let life):
            guard nodes[index].isUp, nodes[index].life == life else { return nil }
            return .turn(decide(index, now), of: index)
        case .wakes(let index, let time, let life):
            guard nodes[index].isUp, nodes[index].life == life else { return nil }
            if nodes[index].inbox.isWoken(at: time) { planTurn(index, now) }
        case .machineActs(let index): return act(index, now)
        case nil: break
        }
        return nil
    }

    // MARK: Agents

    mutating func start(_ index: Int, at now: Timestamp) {
        nodes[index].settings.hasRouter = traffic.tellsEndpoints
        nodes[index].restartAgent()
        nodes[index].isUp = true
        hear(.timer, index, at: now)
        planMachine(index, now)
    }

    /// The agent's process ends, and with it its containerizer. What it started runs on.
    mutating func kill(_ index: Int, at now: Timestamp) {
        nodes[index].machine.loseDaemon(now)
        nodes[index].isUp = false
        nodes[index].restartAgent()
    }

    /// The machine goes down: no process is left, its directories are.
    mutating func bringDown(_ index: Int, at now: Timestamp) {
        nodes[index].machine.reboot(now)
        nodes[index].isUp = false
        nodes[index].restartAgent()
    }

    private mutating func hear(_ input: AgentInput, _ index: Int, at now: Timestamp) {
        nodes[index].inbox.put(input)
        planTurn(index, now)
    }

    private mutating func planTurn(_ index: Int, _ now: Timestamp) {
        guard nodes[index].isUp, nodes[index].inbox.planTurn() else { return }
        let time = now + nodes[index].chance.milliseconds(traffic.turnDelay)
        agenda.plan(.turn(index, life: nodes[index].life), at: time)
    }

    private mutating func decide(_ index: Int, _ now: Timestamp) -> AgentTurn {
        let inputs = nodes[index].inbox.take()
        return nodes[index].agent.step(inputs.isEmpty ? [.timer] : inputs, now: now)
    }

    // MARK: Machines

    /// Sees to it that what is going to happen on a machine does.
    mutating func planMachine(_ index: Int, _ now: Timestamp) {
        guard let next = nodes[index].planMachine() else { return }
        agenda.plan(.machineActs(index), at: max(next, now))
    }

    private mutating func act(_ index: Int, _ now: Timestamp) -> News {
        let (observations, started) = nodes[index].runMachine(until: now)
        if nodes[index].isUp, !observations.isEmpty {
            for observation in observations { nodes[index].inbox.put(.observation(observation)) }
            planTurn(index, now)
        }
        planMachine(index, now)
        return .acts(index, observations, started: started)
    }
}

// MARK: - What agents want done

extension Fleet {
    mutating func carryOut(_ turn: AgentTurn, of index: Int, at now: Timestamp) {
        for command in turn.commands {
            switch command {
            case .container(let command): nodes[index].machine.submit(command, now: now)
            case .writeVolumes(let plan): write(plan, index, now)
            case .probe(let request): probe(request, index, now)
            case .services: break
            }
        }
        if let report = turn.report { send(report, from: index, now) }
        if let time = nodes[index].inbox.wake(at: turn.wakeAt) {
            agenda.plan(.wakes(index, time, life: nodes[index].life), at: max(time, now))
        }
        planMachine(index, now)
    }

    private mutating func answer(_ input: AgentInput, _ index: Int, at time: Timestamp) {
        agenda.plan(.hears(index, input, life: nodes[index].life), at: time)
    }

    private mutating func write(_ plan: VolumePlan, _ index: Int, _ now: Timestamp) {
        let sources = plan.uses.map { use in
            (use, VolumeSource(path: "\(plan.directory)/\(use.volume)/\(use.subPath)", isFile: false))
        }
        let fails = nodes[index].chance.happens(traffic.volumeFailures)
        let outcome: VolumeResult.Outcome =
            fails ? .failed(message: "no luck") : .ready(Dictionary(sources, uniquingKeysWith: { $1 }))
        let result = VolumeResult(pod: plan.pod, revision: plan.revision, outcome: outcome)
        answer(.volumes(result), index, at: now + nodes[index].chance.milliseconds(traffic.volumeDelay))
    }

    private mutating func probe(_ request: ProbeRequest, _ index: Int, _ now: Timestamp) {
        if nodes[index].chance.happens(traffic.lostProbes) { return }
        let delay = nodes[index].chance.milliseconds(traffic.probeDelay)
        let time = now + min(delay, request.timeout)
        let outcome =
            delay > request.timeout ? .failure("no answer in time") : nodes[index].outcome(of: request, at: time)
        answer(.probe(ProbeResult(id: request.id, attempt: request.attempt, outcome: outcome)), index, at: time)
    }

    private mutating func send(_ report: NodeReport, from index: Int, _ now: Timestamp) {
        if nodes[index].chance.happens(traffic.lostReports) { return }
        let copies = nodes[index].chance.happens(traffic.doubledReports) ? 2 : 1
        for _ in 0..<copies {
            let delay = nodes[index].chance.milliseconds(traffic.delay)
            agenda.plan(.report(report), at: nodes[index].reports.arrival(now, after: delay))
        }
    }
}

// MARK: - What the control plane tells

extension Fleet {
    /// Shows a node all that it must know.
    mutating func showEverything(of state: ClusterState, to index: Int, at now: Timestamp) {
        send(NodeView(of: nodes[index].name, in: state), to: index, now)
    }

    /// Shows each node what has changed for it: its own pods, and all that any pod may refer to.
    mutating func show(_ changes: [Change], revision: UInt64, at now: Timestamp) {
        var shared: [Change] = []
        var own: [String: [Change]] = [:]
        for change in changes {
            switch change.key.kind {
            case .pod: if let node = change.node { own[node, default: []].append(change) }
            case .endpointSlice: if traffic.tellsEndpoints { shared.append(change) }
            case .configMap, .secret, .service, .node: shared.append(change)
            default: continue
            }
        }
        guard !shared.isEmpty || !own.isEmpty else { return }
        for index in nodes.indices where nodes[index].isUp {
            let changes = shared + (own[nodes[index].name] ?? [])
            guard !changes.isEmpty else { continue }
            let view = NodeView(of: nodes[index].name, changes: changes, revision: revision)
            if let view { send(view, to: index, now) }
        }
    }

    private mutating func send(_ view: NodeView, to index: Int, _ now: Timestamp) {
        guard nodes[index].isUp else { return }
        var view = view
        if !traffic.tellsEndpoints { view.objects.removeAll { $0.kind == .endpointSlice } }
        let delay = nodes[index].chance.milliseconds(traffic.delay)
        answer(.view(view), index, at: nodes[index].views.arrival(now, after: delay))
    }
}

extension Change {
    /// Where the pod is, or was last.
    fileprivate var node: String? {
        switch body {
        case .put(let stored, _): Pod(stored.object)?.spec.nodeName
        case .delete(let last): Pod(last.object)?.spec.nodeName
        case .state, .unstate: nil
        }
    }
}
