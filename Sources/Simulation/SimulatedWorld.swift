internal import Agent
public import Cluster
internal import Controllers
public import Journaling
internal import Model

/// A world that runs the real control plane and the real agents in virtual time, on one thread, from one seed.
///
/// The directory is edited, the API is called and faults strike, as the seed has it; promises are checked at every
/// step. Then the world calms down, and must come to what is wanted, and to rest. The same seed gives the same run,
/// record for record.
public struct SimulatedWorld {
    enum Happening: Sendable {
        case planeStarts
        case planeTurn
        case planeWakes(Timestamp)
        case planeHears(Input)
        case agentStarts(Int)
        case agentTurn(Int, life: Int)
        case agentWakes(Int, Timestamp)
        case agentHears(Int, AgentInput, life: Int)
        case machineActs(Int)
        /// The next thing that is done to the world.
        case chapter
        case diskHasRoom
        /// Whether it has calmed down.
        case look
    }

    public let seed: UInt64
    static let beginning = Timestamp(seconds: 1_800_000_000)

    var weather: Weather
    var chance: Chance
    var author: Author
    var caller: Caller
    var plane = SimulatedPlane()
    var nodes: [SimulatedNode]
    var agenda = Agenda<Happening>()
    var now = SimulatedWorld.beginning
    var story: Story

    var isPlaneTurnPlanned = false
    /// A power failure strikes at the next failed operation of the disk.
    var isPowerFailing = false
    var chaptersLeft: Int
    var calm: Calm?
    var invariants = Invariants()
    var nextRequest: UInt64 = 0
    /// Requests that wait for their answers.
    var unanswered: Set<UInt64> = []
    private var spins = Spins()

    /// - Parameter tellsStory: writes down what happens, to be read where the world ends badly.
    public init(seed: UInt64, tellsStory: Bool = false) {
        self.seed = seed
        var chance = Chance(seed: seed)
        let weather = Weather(&chance)
        author = Author(chance.fork())
        caller = Caller(chance.fork())
        nodes = (0..<weather.nodes).map { number in
            SimulatedNode(
                number: number,
                machine: FakeMachine(seed: chance.next(), temper: weather.machines),
                milliCPU: chance.pick([500, 1000, 8000]) ?? 8000,
                podLimit: chance.pick([4, 10, 110]) ?? 110
            )
        }
        self.weather = weather
        self.chance = chance
        chaptersLeft = weather.happenings
        story = Story(isTold: tellsStory, beginning: Self.beginning)
    }

    /// The journal that was written; nil while the control plane is down.
    public var journal: (any Journal)? { plane.journal }

    /// The state before the journal's first record.
    public var beginning: ClusterState { ClusterState(seal: SimulatedPlane.seal) }

    /// Runs the world to its end. Returns how it ended.
    public mutating func run() -> SimulationResult {
        do throws(Violation) {
            try live()
            return result(nil)
        } catch {
            story.tell(now, "promise", "broken: \(error.message)")
            return result(error.message)
        }
    }

    private mutating func live() throws(Violation) {
        agenda.plan(.planeStarts, at: now)
        for index in nodes.indices { agenda.plan(.agentStarts(index), at: now + chance.milliseconds(0...500)) }
        agenda.plan(.chapter, at: now + chance.milliseconds(weather.pauses))
        while let (time, happening) = agenda.pop() {
            now = max(now, time)
            try spins.note(now)
            try happen(happening)
            if calm?.isOver == true { return try plane.audit(now: now) }
        }
        throw Violation("nothing is planned any more, and the world has not calmed down")
    }

    private mutating func happen(_ happening: Happening) throws(Violation) {
        switch happening {
        case .planeStarts: try startPlane()
        case .planeTurn: try takePlaneTurn()
        case .planeWakes(let time): if plane.wakeAt == time { planPlaneTurn() }
        case .planeHears(let input): hear(input)
        case .agentStarts(let index): startAgent(index)
        case .agentTurn(let index, let life): try takeAgentTurn(index, life)
        case .agentWakes(let index, let time):
            if nodes[index].wakeAt == time { planAgentTurn(index) }
        case .agentHears(let index, let input, let life): hear(index, input, life)
        case .machineActs(let index): try letMachineAct(index)
        case .chapter: goOn()
        case .diskHasRoom: plane.disk.capacity = nil
        case .look: try look()
        }
    }

    private func result(_ violation: String?) -> SimulationResult {
        SimulationResult(
            seed: seed,
            violation: violation,
            story: story.lines,
            records: plane.journal?.head ?? plane.published.revision,
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
