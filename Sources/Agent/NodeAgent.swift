internal import Containers
internal import HashTreeCollections
public import Model
internal import Networking

/// Makes one machine run the pods that are bound to it: the state machine of all its pods, as a value.
///
/// It is told what the control plane wants and what was seen, and says what to do next. It never looks at a clock, a
/// file or a process. A decision rests on the state there is: losing, doubling or reordering what it is told delays
/// it at most. Nothing is started or stopped before it knows both what runs here and what shall run here.
public struct NodeAgent: Sendable {
    let settings: AgentSettings
    var knowledge = ClusterKnowledge()
    /// By uid.
    var pods: TreeDictionary<String, PodCell> = [:]
    var uids: TreeDictionary<ObjectKey, String> = [:]
    var alarms = PodAlarms()
    var addresses: AddressPool
    var identities = IdentityPool()
    /// Which pod waits for the answer to a question.
    var requests: TreeDictionary<UInt64, String> = [:]
    var nextRequest: UInt64 = 1

    /// The first inventory, until the first view is there too.
    var foundInventory: Inventory?
    /// What was seen before what was found is taken over: later than it, so it is taken in after it.
    var earlyObservations: [ContainerObservation] = []
    var hasView = false
    /// Of the latest view.
    var revision: UInt64 = 0
    /// What was found is taken over: from now on it decides.
    var hasAdopted = false
    var inventoryDue = Timestamp(nanoseconds: .min)
    var services: ServiceTable?
    // What the router and the DNS server may not know yet.
    var hasNewServices = true
    var hasNewPods = true
    /// Set once all that runs here is to end.
    var goingDown: GoingDown?

    /// Behind the containerizer's notices stands a slow look at everything.
    static let inventoryPeriod = Duration.seconds(300)
    /// A report that the control plane does not reflect by then is made again.
    static let reportPatience = Duration.seconds(10)

    public init(_ settings: AgentSettings) {
        self.settings = settings
        addresses = settings.network.podAddresses
    }

    /// Takes in what came, and decides.
    public mutating func step(_ inputs: [AgentInput], now: Timestamp) -> AgentTurn {
        var turn = PodTurn(now: now, nextRequest: nextRequest)
        var touched: Set<String> = []
        askForInventory(&turn)
        for input in inputs { take(input, &touched, &turn) }
        if !hasAdopted, hasView, let inventory = foundInventory {
            foundInventory = nil
            hasAdopted = true
            inventoryDue = now + Self.inventoryPeriod
            adopt(inventory, &turn)
            for observation in earlyObservations { take(observation, &touched, &turn) }
            earlyObservations = []
            touched = Set(pods.keys)
        }
        guard hasAdopted else { return finish(turn, NodeReport(node: settings.node)) }

        partFromAll(&touched, now: now)
        touched.formUnion(alarms.takeDue(at: now))
        var report = NodeReport(node: settings.node)
        let node = Surroundings(settings: settings, knowledge: knowledge, now: now)
        for uid in touched.sorted() { settle(uid, node, &report, &turn) }
        updateServices(&turn)
        return finish(turn, report)
    }

    private mutating func take(_ input: AgentInput, _ touched: inout Set<String>, _ turn: inout PodTurn) {
        switch input {
        case .view(let view): take(view, &touched)
        case .observation(let observation): take(observation, &touched, &turn)
        case .probe(let result): answer(result.id, result.outcome, &touched, &turn)
        case .volumes(let result):
            change(result.pod, &touched) { $0.take(result, &turn) }
        case .goDown(let gracePeriod): goDown(gracePeriod, now: turn.now)
        case .timer: break
        }
    }

    private mutating func askForInventory(_ turn: inout PodTurn) {
        guard inventoryDue <= turn.now else { return }
        inventoryDue = turn.now + (hasAdopted ? Self.inventoryPeriod : PodTurn.patience)
        turn.submit(.takeInventory)
    }

    private mutating func finish(_ turn: PodTurn, _ report: NodeReport) -> AgentTurn {
        nextRequest = turn.nextRequest
        for (id, pod) in turn.requests { requests[id] = pod }
        var report = report
        report.events += turn.events
        return AgentTurn(
            commands: turn.commands,
            report: report.isEmpty ? nil : report,
            wakeAt: [alarms.next(), endOfPatience(after: turn.now) ?? inventoryDue].compactMap(\.self).min(),
            isDown: isDown(at: turn.now)
        )
    }

    /// Changes what is known of a pod, if there is such a pod.
    mutating func change(_ uid: String, _ touched: inout Set<String>, _ body: (inout PodLife) -> Void) {
        if pods[uid]?.change(body) != nil { touched.insert(uid) }
    }

    mutating func answer(
        _ id: UInt64,
        _ outcome: ProbeOutcome,
        _ touched: inout Set<String>,
        _ turn: inout PodTurn
    ) {
        guard let uid = requests.removeValue(forKey: id) else { return }
        change(uid, &touched) { $0.take(answer: id, outcome, &turn) }
    }
}
