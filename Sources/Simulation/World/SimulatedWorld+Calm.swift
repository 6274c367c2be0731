internal import Agent
internal import Cluster
internal import Containers
internal import Controllers
internal import Journaling
internal import Model

/// The end of a world: left alone, it comes to what is wanted, and to rest.
struct Calm: Sendable {
    let since: Timestamp
    /// When it was first seen to be as it should be.
    var convergedAt: Timestamp?
    var isOver = false

    /// Every back-off ends within 5 minutes, and so does every patience; a rollout meets several, one after the other.
    static let patience = Duration.seconds(3600)
    /// Longer than any of the agents' own periods.
    static let rest = Duration.seconds(700)
    /// What is on its way when all is well may still arrive.
    static let settling = Duration.seconds(30)
}

extension SimulatedWorld {
    /// All faults end, what is stated can run, and there is room for it.
    mutating func calmDown() {
        story.tell(now, "author", "puts all in order")
        calm = Calm(since: now)
        fleet.traffic.calmDown()
        plane.disk.capacity = nil
        directory.repair()
        for index in fleet.nodes.indices {
            fleet.nodes[index].machine.recover()
            fleet.nodes[index].object.offer(milliCPU: 16_000, memoryBytes: SimulatedNode.memoryBytes, pods: 110)
            agenda.plan(.planeHears(.node(fleet.nodes[index].object)), at: now)
        }
        agenda.plan(.planeHears(.directory(directory.statement(isComplete: true))), at: now)
        agenda.plan(.look, at: now + .seconds(10))
    }

    mutating func look() throws(Violation) {
        guard var calm else { return }
        let problems =
            plane.isUp ? tidyUp() + callersWaiting + Convergence(plane.published, fleet.nodes).problems : ["it is down"]
        if let convergedAt = calm.convergedAt {
            if let problem = problems.first { throw Violation("what was as it should be is no longer: \(problem)") }
            if let change = invariants.lastChange, change.time > convergedAt + Calm.settling {
                throw Violation("there is no rest: \(change.key) was written long after all was as it should be")
            }
            calm.isOver = convergedAt + Calm.rest <= now
        } else if problems.isEmpty {
            story.tell(now, "world", "is as it should be")
            calm.convergedAt = now
            try checkRest()
        } else if calm.since + Calm.patience <= now {
            throw Violation("an hour after the last fault: \(problems.joined(separator: "; "))")
        }
        self.calm = calm
        agenda.plan(.look, at: now + .seconds(calm.convergedAt == nil ? 10 : 100))
    }

    /// Every call is answered, if only with why it can't be done.
    private var callersWaiting: [String] { unanswered.sorted().map { "request \($0) has no answer" } }

    /// An agent that is shown everything once more has nothing to do.
    private func checkRest() throws(Violation) {
        for node in fleet.nodes where node.inbox.isEmpty {
            var agent = node.agent
            let turn = agent.step([.view(NodeView(of: node.name, in: plane.published))], now: now)
            let commands = turn.commands.compactMap { command -> String? in
                guard case .container(let command) = command, command != .takeInventory else { return nil }
                return StoryWords.of(command)
            }
            guard let first = commands.first else { continue }
            throw Violation("\(node.name), shown again what it knows, wants to \(first)")
        }
    }

    /// Does what only people do: takes away what was orphaned or made by a call, lets go what is held back, and lets
    /// updates go on.
    private mutating func tidyUp() -> [String] {
        var untidy: [String] = []
        if plane.published.heldPrune != nil {
            ask(Request(.prune, user: "ada", manager: "kubectl"))
            untidy.append("pruning is held back")
        }
        for stored in plane.published.objects(of: .replicaSet) + plane.published.objects(of: .pod)
        where stored.object.metadata.ownerReferences.isEmpty && plane.published.stated(stored.key) == nil
            && stored.object.metadata.deletionTimestamp == nil
        {
            ask(Request(.delete(stored.key, DeleteOptions()), user: "ada", manager: "kubectl"))
            untidy.append("\(stored.key) is nobody's")
        }
        for case .deployment(let deployment) in plane.published.objects(of: .deployment).map(\.object)
        where deployment.status.conditions.contains(where: { $0.reason == "DeploymentPaused" }) {
            ask(Request(.promote(deployment.key, isFull: true), user: "ada", manager: "kubectl"))
            untidy.append("\(deployment.key) waits to be promoted")
        }
        return untidy
    }
}
