internal import Cluster
internal import Controllers
internal import Glibc
internal import Journaling
internal import Model

// What is done to the world: edits, calls and faults, until it is left alone.
extension SimulatedWorld {
    mutating func play(_ chapter: Chapter) {
        var luck = Chance(seed: chapter.luck)
        switch chapter.deed {
        case .edit(let edit): make(edit)
        case .call: call(&luck)
        case .strike(let fault, let node): strike(fault, node % fleet.nodes.count, &luck)
        }
    }

    private mutating func make(_ edit: Edit) {
        directory.apply(edit)
        story.tell(now, "author", edit.words(directory.workloads.map(\.name)))
        // A control plane that is down reads the whole directory when it starts.
        guard plane.isUp else { return }
        agenda.plan(.planeHears(.directory(directory.statement(isComplete: false))), at: now)
    }

    private mutating func call(_ luck: inout Chance) {
        var caller = Caller(luck.fork())
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
        hear(.request(id: nextRequest, request))
    }

    // MARK: Faults

    private mutating func strike(_ fault: Fault, _ index: Int, _ luck: inout Chance) {
        switch fault {
        case .containerCrash:
            guard let victim = fleet.nodes[index].machine.crashOne(now, &luck) else { return }
            story.tell(now, "fault", "\(StoryWords.short(victim)) crashes")
            fleet.planMachine(index, now)
        case .crashLoop:
            guard let victim = fleet.nodes[index].machine.haveOneCrash(now, &luck) else { return }
            story.tell(now, "fault", "\(StoryWords.short(victim)) crashes, and will again and again")
            fleet.planMachine(index, now)
        case .sickness:
            guard let victim = fleet.nodes[index].machine.sickenOne(now, &luck) else { return }
            story.tell(now, "fault", "\(StoryWords.short(victim)) is not well")
        case .agentRestart: restartAgent(index, &luck)
        case .planeKill: killPlane()
        case .powerFailure: threatenPower(&luck)
        case .diskError: harmDisk(&luck)
        case .fullDisk:
            story.tell(now, "fault", "the disk is full")
            plane.disk.capacity = 0
            agenda.plan(.diskHasRoom, at: now + luck.milliseconds(100...20_000))
        case .reboot: reboot(index, &luck)
        case .snapshot:
            story.tell(now, "control plane", "keeps a snapshot")
            plane.keepSnapshot(now: now)
        }
    }

    /// The agent ends, and with its process its containerizer.
    private mutating func restartAgent(_ index: Int, _ luck: inout Chance) {
        guard fleet.nodes[index].isUp else { return }
        story.tell(now, "fault", "\(fleet.nodes[index].name)'s daemon dies")
        fleet.kill(index, at: now)
        agenda.plan(.agentStarts(index), at: now + luck.milliseconds(0...3000))
    }

    private mutating func reboot(_ index: Int, _ luck: inout Chance) {
        guard fleet.nodes[index].isUp else { return }
        story.tell(now, "fault", "\(fleet.nodes[index].name) starts anew")
        fleet.bringDown(index, at: now)
        agenda.plan(.agentStarts(index), at: now + luck.milliseconds(1000...30_000))
    }

    /// At once, or in the midst of one of the next writes.
    private mutating func threatenPower(_ luck: inout Chance) {
        guard plane.isUp else { return }
        if luck.happens(300) { return failPower() }
        story.tell(now, "fault", "power is about to fail")
        isPowerFailing = true
        plane.disk.inject(.crash, atOperation: plane.disk.operationCount + luck.below(6))
    }

    private mutating func harmDisk(_ luck: inout Chance) {
        let faults: [MemoryDisk.Fault] = [.error(EIO), .error(ENOSPC), .shortWrite(luck.below(200))]
        guard let fault = luck.pick(faults) else { return }
        story.tell(now, "fault", "the disk is about to fail: \(fault)")
        plane.disk.inject(fault, atOperation: plane.disk.operationCount + luck.below(4))
    }
}
