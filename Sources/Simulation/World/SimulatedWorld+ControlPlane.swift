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
        plane.inbox.put(.start(StartFacts(seed: script.seed, version: "simulated")))
        for node in fleet.nodes { plane.inbox.put(.node(node.object)) }
        plane.inbox.put(.directory(directory.statement(isComplete: true)))
        for index in fleet.nodes.indices { fleet.showEverything(of: plane.published, to: index, at: now) }
        planPlaneTurn()
    }

    mutating func hear(_ input: Input) {
        guard plane.isUp else { return }
        plane.inbox.put(input)
        planPlaneTurn()
    }

    mutating func planPlaneTurn() {
        guard plane.inbox.planTurn() else { return }
        agenda.plan(.planeTurn, at: now + chance.milliseconds(0...1))
    }

    mutating func takePlaneTurn() throws(Violation) {
        let before = plane.published
        switch plane.turn(now: now) {
        case .done(let turn):
            if !turn.isEmpty {
                tell(turn)
                try invariants.check(turn, from: before, to: plane.published, fleet.nodes)
                if let complaint = promise?(plane.published) { throw Violation(complaint) }
                try plane.checkClaims(after: turn)
                // Only what is durable leaves the control plane.
                fleet.show(turn.changes, revision: plane.published.revision, at: now)
                count(turn.changes)
            }
            hand(turn.answers)
            if !turn.isEmpty, chance.happens(script.weather.audits) { try plane.audit(now: now) }
        case .postponed(let postponement):
            hand(postponement.answers)
            if let attempt = postponement.attempt { bear(attempt.error) }
        case nil: break
        }
        if let time = plane.inbox.wake(at: plane.wakeAt) { agenda.plan(.planeWakes(time), at: max(time, now)) }
    }

    private mutating func hand(_ answers: [(id: UInt64, Answer)]) {
        for (id, answer) in answers {
            unanswered.remove(id)
            story.tell(now, "answer", "\(id) \(Self.text(answer))")
        }
    }

    private mutating func tell(_ turn: Turn) {
        guard story.isTold else { return }
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

    private static func text(_ answer: Answer) -> String {
        switch answer.result {
        case .success(let object?): "\(object.key) at \(object.metadata.resourceVersion)"
        case .success(nil): "done"
        case .failure(let error): "\(error.code) \(error.message)"
        }
    }
}
