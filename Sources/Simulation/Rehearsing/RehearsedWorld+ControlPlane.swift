internal import Agent
internal import Cluster
internal import Controllers
internal import Model

// The control plane, and what it hears and tells.
extension RehearsedWorld {
    /// Everything that is there takes up its work: nodes find what runs on them, and the control plane looks around.
    mutating func comeUp() {
        if rehearsal.state.revision == 0 {
            inbox.put(.start(StartFacts(seed: seed, version: "rehearsed")))
        }
        let known = rehearsal.state.objects(of: .node).compactMap { Node($0.object) }
        let all = known + rehearsal.nodes.map { Node($0) }
        fleet.nodes = all.enumerated().map { index, node in
            let pods = rehearsal.state.pods(onNode: node.metadata.name)
            return SimulatedNode(node, number: index, pods: pods, seed: chance.next())
        }
        for node in rehearsal.nodes { inbox.put(.node(Node(node))) }
        takePlaneTurn()
        for index in fleet.nodes.indices { start(index) }
        goOn(until: now + .seconds(1))
    }

    mutating func start(_ index: Int) {
        fleet.start(index, at: now)
        fleet.showEverything(of: plane.state, to: index, at: now)
    }

    mutating func hear(_ input: Input) {
        inbox.put(input)
        planPlaneTurn()
    }

    mutating func planPlaneTurn() {
        guard inbox.planTurn() else { return }
        agenda.plan(.planeTurn, at: now + chance.milliseconds(Self.turnDelays))
    }

    mutating func takePlaneTurn() {
        let inputs = inbox.take()
        let turn = plane.step(inputs.isEmpty ? [.timer] : inputs, now: now)
        if let time = inbox.wake(at: turn.wakeAt) { agenda.plan(.planeWakes(time), at: max(time, now)) }
        guard !turn.changes.isEmpty else { return }
        count(turn.changes)
        for change in turn.changes { owners.note(change) }
        observer?.note(turn, plane.state, owners)
        fleet.show(turn.changes, revision: plane.state.revision, at: now)
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

extension DeploymentStatus {
    /// It waits at a step, or because somebody paused it.
    var isPaused: Bool { conditions.contains { $0.type == "Progressing" && $0.reason == "DeploymentPaused" } }
}
