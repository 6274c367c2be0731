internal import Agent
internal import Cluster
internal import Controllers
internal import Journaling
internal import Model

// The control plane's life, and its messages.
extension SimulatedWorld {
    mutating func startPlane() throws(Violation) {
        guard !plane.isUp else { return }
        try plane.start()
        story.tell(now, "control plane", "starts at record \(plane.published.revision)")
        plane.inbox.append(.start(StartFacts(seed: seed, version: "simulated")))
        for node in nodes { plane.inbox.append(.node(node.object)) }
        plane.inbox.append(.directory(author.statement(isComplete: true)))
        for index in nodes.indices { showEverything(to: index) }
        planPlaneTurn()
    }

    mutating func hear(_ input: Input) {
        guard plane.isUp else { return }
        plane.inbox.append(input)
        planPlaneTurn()
    }

    mutating func planPlaneTurn() {
        guard !isPlaneTurnPlanned else { return }
        isPlaneTurnPlanned = true
        agenda.plan(.planeTurn, at: now + chance.milliseconds(0...1))
    }

    mutating func takePlaneTurn() throws(Violation) {
        isPlaneTurnPlanned = false
        let before = plane.published
        switch plane.turn(now: now) {
        case .done(let turn):
            if !turn.isEmpty {
                tell(turn)
                try invariants.check(turn, from: before, to: plane.published, nodes)
                try plane.checkClaims(after: turn)
                showChanges(turn)
            }
            hand(turn.answers)
            if !turn.isEmpty, chance.happens(weather.audits) { try plane.audit(now: now) }
        case .postponed(let postponement):
            hand(postponement.answers)
            if let attempt = postponement.attempt { bear(attempt.error) }
        case nil: break
        }
        if let wakeAt = plane.wakeAt { agenda.plan(.planeWakes(wakeAt), at: max(wakeAt, now)) }
    }

    private mutating func hand(_ answers: [(id: UInt64, Answer)]) {
        for (id, answer) in answers {
            unanswered.remove(id)
            story.tell(now, "answer", "\(id) \(Self.text(answer))")
        }
    }

    /// Only what is durable leaves the control plane.
    private mutating func showChanges(_ turn: Turn) {
        for index in nodes.indices {
            if let view = NodeView(
                of: nodes[index].name,
                changes: turn.changes,
                revision: plane.published.revision
            ) {
                send(view, to: index)
            }
        }
    }

    private mutating func tell(_ turn: Turn) {
        for change in turn.changes {
            if let words = StoryWords.of(change) { story.tell(now, "control plane", words) }
        }
    }

    private mutating func bear(_ error: JournalError) {
        story.tell(now, "control plane", "can't write: \(error)")
        if isPowerFailing { return failPower() }
        if plane.journal?.condition != .writable { killPlane() }
    }

    // MARK: Ends

    mutating func killPlane() {
        guard plane.isUp else { return }
        if isPowerFailing { return failPower() }
        story.tell(now, "control plane", "is killed")
        plane.kill()
        unanswered = []
        agenda.plan(.planeStarts, at: now + chance.milliseconds(0...5000))
    }

    mutating func failPower() {
        isPowerFailing = false
        story.tell(now, "control plane", "loses power")
        plane.losePower(seed: chance.next())
        unanswered = []
        agenda.plan(.planeStarts, at: now + chance.milliseconds(0...5000))
    }

    // MARK: What it tells nodes

    mutating func showEverything(to index: Int) {
        guard plane.isUp, nodes[index].isUp else { return }
        send(NodeView(of: nodes[index].name, in: plane.published), to: index)
    }

    private mutating func send(_ view: NodeView, to index: Int) {
        guard nodes[index].isUp else { return }
        let time = max(now + chance.milliseconds(weather.messageDelay), nodes[index].lastView)
        nodes[index].lastView = time
        agenda.plan(.agentHears(index, .view(view), life: nodes[index].life), at: time)
    }

    private static func text(_ answer: Answer) -> String {
        switch answer.result {
        case .success(let object?): "\(object.key) at \(object.metadata.resourceVersion)"
        case .success(nil): "done"
        case .failure(let error): "\(error.code) \(error.message)"
        }
    }
}
