internal import Agent
internal import Cluster
internal import Controllers
internal import Model

// The control plane, and what it hears and tells.
extension RehearsedWorld {
    /// Everything that is there takes up its work: nodes find what runs on them, and the control plane looks around.
    mutating func comeUp() {
        if rehearsal.state.revision == 0 {
            inbox.append(.start(StartFacts(seed: seed, version: "rehearsed")))
        }
        let known = rehearsal.state.objects(of: .node).compactMap { Node($0.object) }
        let all = known + rehearsal.nodes.map { Node($0) }
        nodes = all.enumerated().map { index, node in
            let pods = rehearsal.state.pods(onNode: node.metadata.name)
            return RehearsedNode(node, number: index, pods: pods, seed: chance.next())
        }
        inbox += rehearsal.nodes.map { .node(Node($0)) }
        takePlaneTurn()
        for index in nodes.indices { startAgent(index) }
        goOn(until: now + .seconds(1))
    }

    mutating func hear(_ input: Input) {
        inbox.append(input)
        planPlaneTurn()
    }

    mutating func planPlaneTurn() {
        guard !isPlaneTurnPlanned else { return }
        isPlaneTurnPlanned = true
        agenda.plan(.planeTurn, at: now + chance.milliseconds(Self.turnDelays))
    }

    mutating func takePlaneTurn() {
        isPlaneTurnPlanned = false
        let inputs = inbox
        inbox = []
        let turn = plane.step(inputs.isEmpty ? [.timer] : inputs, now: now)
        planeWakeAt = turn.wakeAt
        if let wakeAt = turn.wakeAt { agenda.plan(.planeWakes(wakeAt), at: max(wakeAt, now)) }
        guard !turn.changes.isEmpty else { return }
        for change in turn.changes { owners.note(change) }
        observer?.note(turn, plane.state, owners)
        showChanges(turn)
    }

    // MARK: What it tells nodes

    mutating func showEverything(to index: Int) {
        let view = NodeView(of: nodes[index].name, in: plane.state)
        send(view, to: index)
    }

    /// Each node is told of its own pods, and all of what any pod may refer to.
    ///
    /// Who answers for a Service is left out: it is no matter for what runs, and told to a hundred nodes each time it
    /// would cost the most of all.
    private mutating func showChanges(_ turn: Turn) {
        var shared: [Change] = []
        var own: [String: [Change]] = [:]
        for change in turn.changes {
            switch change.key.kind {
            case .endpointSlice, .event: continue
            case .pod: if let node = change.node { own[node, default: []].append(change) }
            case .configMap, .secret, .service, .node: shared.append(change)
            default: continue
            }
        }
        for index in nodes.indices {
            let changes = shared + (own[nodes[index].name] ?? [])
            guard !changes.isEmpty else { continue }
            let view = NodeView(of: nodes[index].name, changes: changes, revision: plane.state.revision)
            if let view { send(view, to: index) }
        }
    }

    private mutating func send(_ view: NodeView, to index: Int) {
        guard nodes[index].isUp else { return }
        var view = view
        view.objects.removeAll { $0.kind == .endpointSlice }
        let time = max(now + chance.milliseconds(Self.delays), nodes[index].lastView)
        nodes[index].lastView = time
        agenda.plan(.agentHears(index, .view(view), life: nodes[index].life), at: time)
    }

    // MARK: What people do

    /// Lets updates go on that wait for somebody's word.
    mutating func promote() {
        for case .deployment(let deployment) in plane.state.objects(of: .deployment).map(\.object)
        where !deployment.spec.paused && deployment.status.isPaused {
            observer?.notePromotion(of: deployment.key, at: now)
            hear(.request(id: 1, Request(.promote(deployment.key), user: "rehearsal", manager: "steady")))
        }
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

extension DeploymentStatus {
    /// It waits at a step, or because somebody paused it.
    var isPaused: Bool { conditions.contains { $0.type == "Progressing" && $0.reason == "DeploymentPaused" } }
}
