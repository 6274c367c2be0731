internal import Agent
internal import Cluster
internal import Controllers
internal import Model

/// A cluster in virtual time, on one thread: the control plane, its nodes, their messages, and who watches.
struct RehearsedWorld {
    /// What happens beside what nodes do.
    enum Happening: Sendable {
        case planeTurn
        case planeWakes(Timestamp)
        case nodeGoes(Int)
        case nodeReturns(Int)
    }

    let rehearsal: Rehearsal
    let seed: UInt64
    var chance: Chance
    var now: Timestamp
    var agenda = Agenda<Happening>()
    var plane: ControlPlane
    var inbox = Inbox<Input>()
    var fleet = Fleet([], Self.traffic)
    var owners: PodOwners
    /// Nil until the rehearsal begins: what is done before is not told.
    var observer: RehearsalObserver?
    /// Whose containers crash, once it is known which those are.
    var crashes: [CrashTarget] = []
    var lastLook: Look?
    private var steps = 0
    private(set) var podChanges = 0
    /// When the last fault strikes.
    var lastFault: Timestamp

    private static let traffic = Traffic(
        delay: 0...1,
        turnDelay: 0...1,
        volumeDelay: 0...1,
        probeDelay: 0...1,
        tellsEndpoints: false
    )
    /// Milliseconds that a turn of the control plane takes to be decided and durable, as a daemon's: what comes in
    /// meanwhile is taken together.
    static let turnDelays = 3...5

    init(_ rehearsal: Rehearsal, seed: UInt64) {
        self.rehearsal = rehearsal
        self.seed = seed
        chance = Chance(seed: seed)
        now = rehearsal.now
        lastFault = rehearsal.now
        plane = ControlPlane(
            rehearsal.state,
            head: rehearsal.state.revision,
            rehearsal.settings,
            writesRecords: false
        )
        owners = PodOwners(rehearsal.state)
    }

    mutating func run() -> RehearsalResult {
        comeUp()
        if let former = rehearsal.former {
            hear(.directory(former))
            rest()
        }
        let before = plane.state
        observer = RehearsalObserver(before, owners, at: now)
        // Told alone, so that it is known whose pods are the new ones before any of them starts.
        inbox.put(.directory(rehearsal.statement))
        takePlaneTurn()
        planFaults(since: before)
        let isSettled = rest()
        return RehearsalResult(self, isSettled: isSettled)
    }

    // MARK: Time

    /// Goes on until all that is wanted is up and stays so. Returns whether it came to that.
    @discardableResult
    private mutating func rest() -> Bool {
        let end = now + Rehearsal.horizon
        var settledSince: Timestamp?
        while now < end, steps < Self.mostSteps {
            goOn(until: now + .seconds(1))
            guard look(), now >= lastFault else {
                settledSince = nil
                promote()
                continue
            }
            let since = settledSince ?? now
            settledSince = since
            if now - since >= patience { return true }
        }
        return false
    }

    mutating func count(_ changes: [Change]) { podChanges += changes.count { $0.key.kind == .pod } }

    /// More happenings than this are a world in which something asks to be woken again and again.
    private static let mostSteps = 20_000_000

    /// How long all must have been well: where containers are to crash, longer than they take for it. Each second costs
    /// as many probes as there are pods.
    private var patience: Duration { crashes.isEmpty ? .seconds(1) : .seconds(12) }

    mutating func goOn(until end: Timestamp) {
        while steps < Self.mostSteps, let time = Timestamp.earlier(fleet.nextTime, agenda.nextTime), time <= end {
            steps += 1
            now = max(now, time)
            if fleet.nextTime == time {
                if let news = fleet.advance(at: now) { heed(news) }
            } else if let (_, happening) = agenda.pop() {
                happen(happening)
            }
        }
        now = max(now, end)
    }

    private mutating func heed(_ news: Fleet.News) {
        switch news {
        case .turn(let turn, let index):
            cast(turn, index)
            fleet.carryOut(turn, of: index, at: now)
            if turn.report != nil { observer?.noteReport(from: fleet.nodes[index].name) }
        case .report(let report): hear(.report(report))
        case .acts: break
        }
    }

    private mutating func happen(_ happening: Happening) {
        switch happening {
        case .planeTurn: takePlaneTurn()
        case .planeWakes(let time): if inbox.isWoken(at: time) { planPlaneTurn() }
        case .nodeGoes(let index): lose(index)
        case .nodeReturns(let index): bringBack(index)
        }
    }
}
