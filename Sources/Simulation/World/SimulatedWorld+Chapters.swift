internal import Cluster
internal import Controllers
internal import Glibc
internal import Journaling
internal import Model

// What is done to the world: edits, calls and faults, until it is left alone.
extension SimulatedWorld {
    mutating func goOn() {
        guard chaptersLeft > 0 else { return calmDown() }
        chaptersLeft -= 1
        switch chance.below(10) {
        case 0...4: edit()
        case 5, 6: call()
        default: strike()
        }
        agenda.plan(.chapter, at: now + chance.milliseconds(weather.pauses))
    }

    private mutating func edit() {
        let what = author.edit()
        story.tell(now, "author", what)
        // A control plane that is down reads the whole directory when it starts.
        guard plane.isUp else { return }
        agenda.plan(.planeHears(.directory(author.statement(isComplete: false))), at: now)
    }

    private mutating func call() {
        guard plane.isUp, let request = caller.call(plane.published) else { return }
        ask(request)
    }

    mutating func ask(_ request: Request) {
        nextRequest += 1
        unanswered.insert(nextRequest)
        story.tell(now, "caller", "\(nextRequest) asks to \(StoryWords.of(request))")
        if case .delete(let key, let options) = request.operation, options.gracePeriodSeconds == 0 {
            invariants.noteForce(plane.published.object(key)?.object.metadata.uid ?? "")
        }
        plane.inbox.append(.request(id: nextRequest, request))
        planPlaneTurn()
    }

    // MARK: Faults

    private mutating func strike() {
        let faults = weather.faults.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
        guard let fault = chance.pick(faults) else { return }
        let index = chance.below(nodes.count)
        switch fault {
        case .containerCrash:
            guard let victim = nodes[index].machine.crashOne(now) else { return }
            story.tell(now, "fault", "\(StoryWords.short(victim)) crashes")
            planMachine(index)
        case .sickness:
            guard let victim = nodes[index].machine.sickenOne(now) else { return }
            story.tell(now, "fault", "\(StoryWords.short(victim)) is not well")
        case .agentRestart: restartAgent(index)
        case .planeKill: killPlane()
        case .powerFailure: threatenPower()
        case .diskError: harmDisk()
        case .fullDisk:
            story.tell(now, "fault", "the disk is full")
            plane.disk.capacity = 0
            agenda.plan(.diskHasRoom, at: now + chance.milliseconds(100...20_000))
        case .reboot: reboot(index)
        case .snapshot:
            story.tell(now, "control plane", "keeps a snapshot")
            plane.keepSnapshot(now: now)
        }
    }

    /// The agent ends, and with its process its containerizer.
    private mutating func restartAgent(_ index: Int) {
        guard nodes[index].isUp else { return }
        story.tell(now, "fault", "\(nodes[index].name)'s daemon dies")
        nodes[index].machine.loseDaemon(now)
        leave(index, for: 0...3000)
    }

    private mutating func reboot(_ index: Int) {
        guard nodes[index].isUp else { return }
        story.tell(now, "fault", "\(nodes[index].name) starts anew")
        nodes[index].machine.reboot(now)
        leave(index, for: 1000...30_000)
    }

    private mutating func leave(_ index: Int, for milliseconds: ClosedRange<Int>) {
        nodes[index].isUp = false
        nodes[index].restartAgent()
        nodes[index].isTurnPlanned = false
        agenda.plan(.agentStarts(index), at: now + chance.milliseconds(milliseconds))
    }

    /// At once, or in the midst of one of the next writes.
    private mutating func threatenPower() {
        guard plane.isUp else { return }
        if chance.happens(300) { return failPower() }
        story.tell(now, "fault", "power is about to fail")
        isPowerFailing = true
        plane.disk.inject(.crash, atOperation: plane.disk.operationCount + chance.below(6))
    }

    private mutating func harmDisk() {
        let faults: [MemoryDisk.Fault] = [.error(EIO), .error(ENOSPC), .shortWrite(chance.below(200))]
        guard let fault = chance.pick(faults) else { return }
        story.tell(now, "fault", "the disk is about to fail: \(fault)")
        plane.disk.inject(fault, atOperation: plane.disk.operationCount + chance.below(4))
    }
}
