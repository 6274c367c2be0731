public import Cluster
internal import Journaling
public import Model
internal import YAML

/// Decides: inputs and the time go in, records and answers come out.
///
/// A value, and a pure one: it reads no clock, draws no number, touches nothing outside. The driver makes its turns
/// durable and publishes them; a turn that can't be made durable is forgotten with the value that decided it.
public struct ControlPlane: Sendable {
    /// Steady's controllers; the order is the order in which they look at what came up together.
    static let controllers: [any Controller.Type] = [
        DirectoryController.self,
        NamespaceController.self,
        DeploymentController.self,
        ReplicaSetController.self,
        AppController.self,
        PodScheduler.self,
        EndpointSliceController.self,
        GarbageCollector.self,
        EventExpiry.self,
    ]

    /// More looks than this in one turn are a controller that never comes to rest; the rest waits for the next turn.
    static let looksPerTurn = 200_000

    public private(set) var state: ClusterState
    /// Numbers of the last record, which the next turn's begin behind.
    private(set) var head: UInt64
    let settings: Settings
    private let writesRecords: Bool
    private var queue = WorkQueue()
    private var alarms = Alarms()

    /// - Parameters:
    ///   - state: what the journal told.
    ///   - head: number of the journal's last record.
    ///   - writesRecords: false where nobody keeps a journal: its records are counted then, and say nothing.
    public init(
        _ state: ClusterState,
        head: UInt64,
        _ settings: Settings = Settings(),
        writesRecords: Bool = true
    ) {
        self.state = state
        self.settings = settings
        self.head = head
        self.writesRecords = writesRecords
        for stored in state.allObjects { enqueue(Change(revision: stored.revision, body: .put(stored, previous: nil))) }
        for key in state.statedKeys {
            guard let stated = state.stated(key) else { continue }
            enqueue(Change(revision: state.revision, body: .state(key, stated, previous: nil)))
        }
    }

    /// Takes all inputs in and does everything that is due, to a fixed point.
    public mutating func step(_ inputs: [Input], now: Timestamp) -> Turn {
        var turn = TurnBuilder(state, settings, head: head, now: now, writesRecords: writesRecords)
        turn.open()
        for input in inputs { take(input, &turn) }
        ring(&turn)
        settle(&turn)
        let finished = turn.finish(wakeAt: queue.isEmpty ? alarms.next : now)
        // A timer that nothing came of, a report that said nothing new, a dry run: the journal need not know.
        guard turn.hasNews || inputs.contains(where: \.isKept) else {
            return Turn(time: now, answers: finished.answers, wakeAt: finished.wakeAt)
        }
        state = turn.state
        head += UInt64(finished.records.count) + 1
        state.advance(to: head)
        return finished
    }
}

// MARK: - A turn

extension ControlPlane {
    private mutating func take(_ input: Input, _ turn: inout TurnBuilder) {
        if case .request(let id, let request) = input, request.isDryRun {
            // It works on a copy, and nothing of it stays.
            var rehearsal = turn
            let cause = rehearsal.note(input)
            return turn.answer(id, rehearsal.perform(request, cause: cause))
        }
        let before = turn.changes.count
        let input = turn.essence(of: input)
        let cause = turn.note(input)
        switch input {
        case .start(let facts): turn.start(facts, cause: cause)
        case .directory(let statement): turn.take(statement, cause: cause)
        case .request(let id, let request):
            let answer = turn.perform(request, cause: cause)
            if case .failure(let error) = answer.result { turn.refuse(request, error, cause: cause) }
            turn.answer(id, answer)
        case .report(let report): turn.take(report, cause: cause)
        case .node(let node): turn.take(node, cause: cause)
        case .timer: break
        case .writable(let problem): turn.take(theEndOf: problem, cause: cause)
        }
        enqueueChanges(of: turn, since: before)
    }

    private mutating func ring(_ turn: inout TurnBuilder) {
        for item in alarms.takeDue(at: turn.now) { queue.insert(item, cause: nil) }
    }

    private mutating func settle(_ turn: inout TurnBuilder) {
        var looks = 0
        while looks < Self.looksPerTurn, let (item, causes) = queue.pop() {
            looks += 1
            let controller = Self.controllers[item.controller]
            let plan = controller.plan(for: item.key, in: turn.state, at: turn.now, under: settings)
            let before = turn.changes.count
            let refusal = turn.carryOut(plan, of: controller, about: item.key, causes: causes)
            alarms.set(item, at: [plan.wakeAt, refusal?.retry(after: turn.now)].compactMap(\.self).min())
            if let refusal {
                let answer = controller.plan(after: refusal, for: item.key, in: turn.state, at: turn.now)
                turn.carryOut(answer, of: controller, about: item.key, causes: causes)
            }
            let isFinished = controller.finishesInOneLook && refusal == nil
            enqueueChanges(of: turn, since: before, except: isFinished ? item : nil)
        }
    }

    /// - Parameter finished: what need not be looked at for these changes.
    private mutating func enqueueChanges(
        of turn: TurnBuilder,
        since index: Int,
        except finished: WorkQueue.Item? = nil
    ) {
        for change in turn.changes[index...] { enqueue(change, in: turn.state, except: finished) }
    }

    private mutating func enqueue(_ change: Change) { enqueue(change, in: state) }

    private mutating func enqueue(_ change: Change, in state: ClusterState, except finished: WorkQueue.Item? = nil) {
        for (index, controller) in Self.controllers.enumerated() {
            for key in controller.concerns(change, in: state) {
                let item = WorkQueue.Item(controller: index, key: key)
                if item != finished { queue.insert(item, cause: change.revision) }
            }
        }
    }
}
