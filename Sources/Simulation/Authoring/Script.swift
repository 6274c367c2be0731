/// What is done to a world and what it has to bear: a story as its author wrote it, before anybody knows how it ends.
///
/// It is written whole before the world begins, and no part of it rests on another: it can be run again with parts left
/// out, to see which of them matter.
public struct Script: Sendable {
    /// What chance decides that nobody wrote: how long each message takes, and which one gets lost.
    public let seed: UInt64
    var weather: Weather
    /// What it says in the beginning.
    var directory: WatchedDirectory
    /// In the order of their time.
    var chapters: [Chapter] = []
    /// From the beginning until the world is left alone.
    public internal(set) var length = Duration.zero

    /// How many things are done to the world.
    public var chapterCount: Int { chapters.count }

    public init(seed: UInt64) {
        self.seed = seed
        var chance = Chance(seed: seed)
        weather = Weather(&chance)
        var author = Author(chance.fork())
        directory = author.directory
        write(&author, &chance)
    }

    /// One in which all goes well, and one Deployment behind a Service is updated again and again, once in a minute: to
    /// measure how fast worlds are.
    public init(updates: Int, ofReplicas replicas: Int, onNodes nodes: Int, seed: UInt64 = 1) {
        self.seed = seed
        weather = Weather(Array(repeating: Weather.NodeSize(milliCPU: 16_000, pods: 110), count: nodes))
        weather.traffic.tellsEndpoints = false
        var workload = Workload(.deployment, name: "web")
        workload.traits = [.readiness]
        workload.replicas = replicas
        directory = WatchedDirectory([workload], serviceTracks: ["a"])
        chapters = (0..<updates).map { number in
            Chapter(after: .seconds(60 * (number + 1)), deed: .edit(.version(0, number + 2)), luck: 0)
        }
        length = .seconds(60 * (updates + 1))
    }

    private mutating func write(_ author: inout Author, _ chance: inout Chance) {
        let pauses = chance.pick([0...200, 0...2000, 0...15_000, 500...40_000]) ?? 0...2000
        let faults = Fault.some(&chance)
        length = chance.milliseconds(pauses)
        for _ in 0..<(15 + chance.below(30)) {
            let deed = Self.deed(&author, faults, &chance)
            let luck = chance.next()
            if let deed { chapters.append(Chapter(after: length, deed: deed, luck: luck)) }
            length += chance.milliseconds(pauses)
        }
    }

    /// Nil where a fault is to strike, and this world knows none.
    private static func deed(_ author: inout Author, _ faults: [Fault], _ chance: inout Chance) -> Chapter.Deed? {
        switch chance.below(10) {
        case 0...4: return .edit(author.edit())
        case 5, 6: return .call
        default:
            let node = chance.below(3)
            return chance.pick(faults).map { .strike($0, node: node) }
        }
    }
}

/// One thing that is done to a world.
struct Chapter: Sendable, Hashable {
    enum Deed: Sendable, Hashable {
        case edit(Edit)
        /// Somebody calls the API about something that is there then.
        case call
        /// Where a fault strikes a node, it is the one of that number, counted round.
        case strike(Fault, node: Int)
    }

    /// From the beginning.
    var after: Duration
    var deed: Deed
    /// What chance decides of it.
    var luck: UInt64
}

/// What goes wrong.
enum Fault: String, Sendable, Hashable, CaseIterable {
    /// A container's process dies.
    case containerCrash = "a container crashes"
    /// A container ends soon after each start, for a while.
    case crashLoop = "a container crashes again and again"
    /// A container fails its probes for a while.
    case sickness = "a container is not well"
    /// A node's agent begins anew; its containers run on.
    case agentRestart = "the node's daemon dies"
    /// The control plane's process is killed; what it wrote is there.
    case planeKill = "the control plane is killed"
    /// The machine of the control plane loses power; what was not synced may be gone.
    case powerFailure = "the control plane loses power"
    /// The journal's disk fails one operation.
    case diskError = "the journal's disk fails an operation"
    /// The journal's disk takes nothing for a while.
    case fullDisk = "the journal's disk is full"
    /// A node starts anew: no process is left, the state directory is.
    case reboot = "the node starts anew"
    /// The control plane keeps a snapshot.
    case snapshot = "a snapshot is kept"

    /// Those that strike one world, each as often as it weighs against the others.
    fileprivate static func some(_ chance: inout Chance) -> [Fault] {
        var faults: [Fault] = []
        for fault in allCases where chance.happens(600) {
            faults += Array(repeating: fault, count: 1 + chance.below(5))
        }
        return faults
    }
}
