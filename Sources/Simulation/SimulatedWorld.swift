internal import Agent
public import Cluster
internal import Controllers
public import Journaling
internal import Model

/// A world that runs the real control plane and the real agents in virtual time, on one thread, from one seed.
///
/// The directory is edited, the API is called and faults strike, as the script has it; promises are checked at every
/// step. Then the world calms down, and must come to what is wanted, and to rest. The same script gives the same run,
/// record for record.
public struct SimulatedWorld {
    /// What happens beside what nodes do.
    enum Happening: Sendable {
        case planeStarts
        case planeTurn
        case planeWakes(Timestamp)
        case planeHears(Input)
        case agentStarts(Int)
        case chapter(Int)
        case calm
        case diskHasRoom
        /// Whether it has calmed down.
        case look
    }

    /// What somebody wants to hold after each turn, beside what always has to: in words, why it doesn't.
    public typealias Promise = @Sendable (ClusterState) -> String?

    public let script: Script
    static let beginning = Timestamp(seconds: 1_800_000_000)

    var chance: Chance
    var directory: WatchedDirectory
    var plane = SimulatedPlane()
    var fleet: Fleet
    var agenda = Agenda<Happening>()
    var now = SimulatedWorld.beginning
    var story: Story

    /// A power failure strikes at the next failed operation of the disk.
    var isPowerFailing = false
    var calm: Calm?
    var invariants = Invariants()
    let promise: Promise?
    var nextRequest: UInt64 = 0
    /// Requests that wait for their answers.
    var unanswered: Set<UInt64> = []
    private var hasBegun = false
    private var spins = Spins()
    private var podChanges = 0

    /// - Parameters:
    ///   - tellsStory: writes down what happens, to be read where the world ends badly.
    ///   - promise: what is to hold besides.
    public init(_ script: Script, tellsStory: Bool = false, promise: Promise? = nil) {
        self.script = script
        self.promise = promise
        chance = Chance(seed: ~script.seed)
        directory = script.directory
        var chance = chance.fork()
        let nodes = script.weather.nodes.enumerated().map { number, size in
            SimulatedNode(number: number, size, script.weather.machines, seed: chance.next())
        }
        fleet = Fleet(nodes, script.weather.traffic)
        story = Story(isTold: tellsStory, beginning: Self.beginning)
    }

    public init(seed: UInt64, tellsStory: Bool = false) { self.init(Script(seed: seed), tellsStory: tellsStory) }

    /// The journal that was written; nil while the control plane is down.
    public var journal: (any Journal)? { plane.journal }

    /// The state before the journal's first record.
    public var beginning: ClusterState { ClusterState(seal: SimulatedPlane.seal) }

    /// What everybody may look at now: the latest state that is durable.
    public var state: ClusterState { plane.published }

    /// Runs the world to its end. Returns how it ended.
    ///
    /// - Parameter pause: stops there, counted from the beginning, to look around or to go on later.
    public mutating func run(until pause: Duration? = nil) -> SimulationResult {
        do throws(Violation) {
            if !hasBegun { begin() }
            try live(until: pause.map { Self.beginning + $0 })
            return result(nil)
        } catch {
            story.tell(now, "promise", "broken: \(error.message)")
            return result(error.message)
        }
    }

    private mutating func begin() {
        hasBegun = true
        agenda.plan(.planeStarts, at: now)
        for index in fleet.nodes.indices { agenda.plan(.agentStarts(index), at: now + chance.milliseconds(0...500)) }
        for (index, chapter) in script.chapters.enumerated() { agenda.plan(.chapter(index), at: now + chapter.after) }
        agenda.plan(.calm, at: now + script.length)
    }

    private mutating func live(until end: Timestamp?) throws(Violation) {
        while let time = Timestamp.earlier(fleet.nextTime, agenda.nextTime) {
            if let end, time > end { return }
            now = max(now, time)
            try spins.note(now)
            if fleet.nextTime == time {
                if let news = fleet.advance(at: now) { try heed(news) }
            } else if let (_, happening) = agenda.pop() {
                try happen(happening)
            }
            if calm?.isOver == true { return try plane.audit(now: now) }
        }
        throw Violation("nothing is planned any more, and the world has not calmed down")
    }

    private mutating func happen(_ happening: Happening) throws(Violation) {
        switch happening {
        case .planeStarts: try startPlane()
        case .planeTurn: try takePlaneTurn()
        case .planeWakes(let time): if plane.inbox.isWoken(at: time) { planPlaneTurn() }
        case .planeHears(let input): hear(input)
        case .agentStarts(let index): startAgent(index)
        case .chapter(let index): play(script.chapters[index])
        case .calm: calmDown()
        case .diskHasRoom: plane.disk.capacity = nil
        case .look: try look()
        }
    }

    mutating func count(_ changes: [Change]) { podChanges += changes.count { $0.key.kind == .pod } }

    private func result(_ violation: String?) -> SimulationResult {
        SimulationResult(
            seed: script.seed,
            violation: violation,
            story: story.lines,
            records: plane.journal?.head ?? plane.published.revision,
            podChanges: podChanges,
            virtualTime: now - Self.beginning
        )
    }
}

/// How a world ended.
public struct SimulationResult: Sendable {
    public var seed: UInt64
    /// The promise that was broken; nil where all were kept.
    public var violation: String?
    public var story: [String]
    /// Number of the journal's last record.
    public var records: UInt64
    /// How often a pod came, changed or went.
    public var podChanges: Int
    public var virtualTime: Duration
}

/// Notices a world in which time stands still.
private struct Spins {
    private var time = Timestamp()
    private var count = 0

    mutating func note(_ now: Timestamp) throws(Violation) {
        count = now == time ? count + 1 : 0
        time = now
        if count > 3000 { throw Violation("time stands still: something asks to be woken again and again at once") }
    }
}
