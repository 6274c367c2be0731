internal import Cluster
internal import Controllers
public import Model

/// What came of a rehearsal: what happened when, and what to think of it.
public struct RehearsalResult: Sendable {
    public struct Workload: Sendable {
        public var key: ObjectKey
        /// Pods that are wanted in the end.
        public var wanted: Int
        public var readyBefore: Int
        /// Over all of the rehearsal, or from the moment on at which it first was up; pods on lost nodes not counted. Nil
        /// where it never was up.
        public var leastReady: Int?
        /// What its own rules keep: at least so many are to be ready at any time, of those that were before.
        public var promised: Int
        public var readyInTheEnd: Int
        /// When all of it was as stated, and stayed so; nil where that was not to be, or was taken back.
        public var rolledOutAfter: Duration?
        /// Of containers.
        public var restarts: Int
        /// Why its update was taken back; nil where it wasn't.
        public var rolledBack: String?
        /// Starts that the journal tells of: its times are learned from them.
        public var startsSeen: Int
        /// It was stated otherwise than before, or is new.
        public var isChanged: Bool
        /// Anything of it came or went.
        public var isTouched: Bool
        /// Why pods of it are not ready in the end, and how many.
        public var troubles: [Trouble]
    }

    public struct Trouble: Sendable, Hashable {
        public var pods: Int
        public var reason: String
    }

    public struct Service: Sendable {
        public var key: ObjectKey
        /// Ready endpoints; nil for one that is new.
        public var before: Int?
        public var fewest: Int
        public var fewestAfter: Duration
        public var inTheEnd: Int
    }

    /// What pods ask for.
    public struct Load: Sendable, Hashable {
        public var milliCPU = 0
        public var memoryBytes = 0
        public var pods = 0
    }

    public struct Node: Sendable {
        public var name: String
        public var peak: Load
        public var allocatable: Load
    }

    /// Something that happened, at one moment and to one object.
    public struct Moment: Sendable {
        /// From the beginning.
        public var after: Duration
        public var object: ObjectKey
        /// What became of its pods.
        public var deeds: PodDeeds?
        /// How many of them are ready then, and wanted.
        public var ready = 0
        public var wanted = 0
        public var message: String?
    }

    public var seed: UInt64
    /// Sorted by key.
    public var workloads: [Workload]
    public var services: [Service]
    public var nodes: [Node]
    /// The most that was asked for at one moment in all.
    public var peak: Load
    /// In the order of their happening.
    public var moments: [Moment]
    /// Pods that have no node in the end, and why, sorted by reason.
    public var pending: [Trouble]
    /// What the cluster refused, with the place where it is stated.
    public var refusals: [String]
    /// What left the directory and is kept all the same, until somebody says so.
    public var kept: [ObjectKey]
    /// False where something was still under way, or wrong, when the time was over.
    public var isSettled: Bool
    /// How often a pod came, changed or went, before the rehearsal began, too.
    public var podChanges: Int
    /// What is bad about it; nothing where all went well.
    public var problems: [String] = []

    public var isGood: Bool { problems.isEmpty }

    /// When the last workload that came to its end did.
    public var rolledOutAfter: Duration? {
        let changed = workloads.filter { $0.isChanged || $0.isTouched }
        let times = changed.compactMap(\.rolledOutAfter)
        return times.count == changed.count ? times.max() ?? .zero : nil
    }
}

extension RehearsalResult {
    init(_ world: RehearsedWorld, isSettled: Bool) {
        let state = world.plane.state
        let observer = world.observer
        seed = world.seed
        workloads = (observer?.courses ?? [:]).sorted { $0.key < $1.key }.map { key, course in
            Workload(key, course, world)
        }
        services = (observer?.services ?? [:]).sorted { $0.key < $1.key }.map { key, course in
            Service(
                key: key,
                before: course.before,
                fewest: course.fewest,
                fewestAfter: course.fewestAfter,
                inTheEnd: course.now
            )
        }
        nodes = state.objects(of: .node).compactMap { Model.Node($0.object) }.map { node in
            Node(
                name: node.metadata.name,
                peak: observer?.load.peaks[node.metadata.name] ?? Load(),
                allocatable: Load(of: node)
            )
        }
        peak = observer?.load.peak ?? Load()
        moments = observer?.moments ?? []
        pending = Trouble.counted(
            state.pods(onNode: "").filter { $0.metadata.deletionTimestamp == nil }.map(\.reasonToWait)
        )
        refusals = (observer?.refusals ?? [:]).sorted { $0.key < $1.key }.map(\.value)
        kept = state.heldPrune?.keys ?? []
        self.isSettled = isSettled
        podChanges = world.podChanges
        problems = RehearsalVerdict(self, hasFaults: !world.rehearsal.faults.isEmpty).problems
    }
}

extension RehearsalResult.Workload {
    fileprivate init(_ key: ObjectKey, _ course: WorkloadCourse, _ world: RehearsedWorld) {
        let state = world.plane.state
        let object = state.object(key)?.object
        self.key = key
        wanted = state.wanted(of: key)
        readyBefore = course.readyBefore
        leastReady = course.leastReady
        let wasUp = course.readyBefore > 0
        let kept = state.promised(of: key, wantedBefore: wasUp ? course.wantedBefore : wanted)
        promised = max(0, wasUp ? min(course.readyBefore, kept) : kept)
        readyInTheEnd = world.observer?.ready(of: key) ?? 0
        rolledOutAfter = course.rolledBack == nil ? course.throughSince : nil
        restarts = course.restarts
        rolledBack = course.rolledBack
        startsSeen = world.rehearsal.startTimes.seen(of: key)
        isChanged = object?.metadata.generation != course.generationBefore
        isTouched = course.isTouched
        troubles = []
        if course.throughSince == nil { troubles = world.troubles(of: key) }
    }
}

extension RehearsalResult.Load {
    init(of node: Model.Node) {
        milliCPU = node.status.allocatable["cpu"]?.milli ?? 0
        memoryBytes = node.status.allocatable["memory"]?.units ?? 0
        pods = node.status.allocatable["pods"]?.units ?? 0
    }
}

extension RehearsalResult.Trouble {
    /// Each reason once, the most frequent first.
    static func counted(_ reasons: [String]) -> [Self] {
        Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +).map { Self(pods: $0.value, reason: $0.key) }
            .sorted { $0.pods == $1.pods ? $0.reason < $1.reason : $0.pods > $1.pods }
    }
}
