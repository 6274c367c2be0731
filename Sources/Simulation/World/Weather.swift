/// What a world has and what it has to bear, drawn from its seed.
///
/// Not every fault strikes every world: what one fault would cover up, a world without it shows.
struct Weather: Sendable {
    /// One to three.
    var nodes: Int
    /// Things that are done to the world before it calms down.
    var happenings: Int
    /// Milliseconds between two of them.
    var pauses: ClosedRange<Int>
    /// Milliseconds that a message between control plane and nodes takes.
    var messageDelay: ClosedRange<Int>
    /// In a thousand: a node's report gets lost, or arrives twice.
    var lostReports: Int
    var doubledReports: Int
    var machines: MachineTemper
    /// In a thousand probes: one that gets no answer.
    var lostProbes: Int
    /// In a thousand plans for volumes: one that fails.
    var volumeFailures: Int
    /// How much each sort of fault weighs against the others; absent ones never strike.
    var faults: [Fault: Int]
    /// In a thousand turns: a check of what is costly to check.
    var audits: Int

    init(_ chance: inout Chance) {
        nodes = 1 + chance.below(3)
        happenings = 15 + chance.below(30)
        pauses = chance.pick([0...200, 0...2000, 0...15_000, 500...40_000]) ?? 0...2000
        messageDelay = chance.pick([0...0, 0...3, 1...50, 0...900]) ?? 0...3
        lostReports = Self.rate(&chance, upTo: 100)
        doubledReports = Self.rate(&chance, upTo: 100)
        machines = MachineTemper(&chance)
        lostProbes = Self.rate(&chance, upTo: 50)
        volumeFailures = Self.rate(&chance, upTo: 200)
        faults = [:]
        for fault in Fault.allCases where chance.happens(600) { faults[fault] = 1 + chance.below(5) }
        audits = 30
    }

    /// Half of the worlds know nothing of it.
    private static func rate(_ chance: inout Chance, upTo limit: Int) -> Int {
        chance.happens(500) ? 0 : chance.below(limit)
    }
}

/// What goes wrong.
enum Fault: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A container's process dies.
    case containerCrash
    /// A container fails its probes for a while.
    case sickness
    /// A node's agent begins anew; its containers run on.
    case agentRestart
    /// The control plane's process is killed; what it wrote is there.
    case planeKill
    /// The machine of the control plane loses power; what was not synced may be gone.
    case powerFailure
    /// The journal's disk fails one operation.
    case diskError
    /// The journal's disk takes nothing for a while.
    case fullDisk
    /// A node starts anew: no process is left, the state directory is.
    case reboot
    /// The control plane keeps a snapshot.
    case snapshot

    static func < (left: Fault, right: Fault) -> Bool { left.rawValue < right.rawValue }
}
