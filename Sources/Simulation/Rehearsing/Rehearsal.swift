public import Cluster
public import Controllers
public import Model

/// What is to be rehearsed: what a directory would say, on a cluster as it is or as it might be, with faults if asked.
///
/// The real control plane and the real agents decide it, on fake machines and in virtual time. The same seed gives the
/// same rehearsal.
public struct Rehearsal: Sendable {
    /// The cluster as it is; an empty one has but what else stands here.
    public var state: ClusterState
    /// Of the daemon whose state it is.
    public var settings: Settings
    public var now: Timestamp
    /// Nodes beside those of `state`.
    public var nodes: [RehearsedMachine] = []
    /// What the directory said before: it is rolled out, without faults, before the rehearsal begins. Nil where `state`
    /// holds what came of it.
    public var former: DirectoryStatement?
    public var statement: DirectoryStatement
    public var faults: [RehearsedFault] = []
    public var startTimes = StartTimes()

    /// Time that is looked ahead at most.
    public static let horizon = Duration.seconds(3600)

    public init(
        _ statement: DirectoryStatement,
        on state: ClusterState = ClusterState(),
        _ settings: Settings = Settings(),
        at now: Timestamp = Timestamp(seconds: 1_800_000_000)
    ) {
        self.statement = statement
        self.state = state
        self.settings = settings
        self.now = now
    }

    public func run(seed: UInt64) -> RehearsalResult {
        var world = RehearsedWorld(self, seed: seed)
        return world.run()
    }

    // MARK: What there is

    /// By name, in the order in which they are told.
    public var nodeNames: [String] { state.objects(of: .node).map(\.key.name) + nodes.map(\.name) }

    /// What faults can strike: whatever makes pods, and pods that nothing made.
    public var workloads: [ObjectKey] {
        let kinds: [Kind] = [.deployment, .app, .replicaSet, .pod]
        let live = kinds.flatMap { state.objects(of: $0) }.filter { $0.object.metadata.controller == nil }.map(\.key)
        let stated = statement.changed.map(\.key).filter { kinds.contains($0.kind) }
        return Set(live + stated).sorted()
    }

    /// Faults that can't strike, in words; none where all can.
    public var impossibleFaults: [String] {
        faults.compactMap { fault in
            switch fault {
            case .node(let name, _, _):
                return nodeNames.contains(name) ? nil : "there is no node \(name); \(Self.list(nodeNames))"
            case .crash(let name, _):
                let names = workloads.map(\.name)
                return names.contains(name) ? nil : "there is no workload \(name); \(Self.list(names))"
            }
        }
    }

    private static func list(_ names: [String]) -> String {
        guard !names.isEmpty else { return "there is none at all" }
        let rest = names.count > 10 ? " and \(names.count - 10) more" : ""
        return "there \(names.count == 1 ? "is" : "are") \(names.prefix(10).joined(separator: ", "))\(rest)"
    }
}

/// A node that one hasn't got.
public struct RehearsedMachine: Sendable, Hashable {
    public var name: String
    public var milliCPU: Int
    public var memoryBytes: Int
    public var pods: Int

    public init(name: String, milliCPU: Int, memoryBytes: Int, pods: Int = 1000) {
        self.name = name
        self.milliCPU = milliCPU
        self.memoryBytes = memoryBytes
        self.pods = pods
    }
}

/// What goes wrong in a rehearsal.
public enum RehearsedFault: Sendable, Hashable {
    /// The node is lost, with all that runs on it, so long after the beginning; it may start anew later, with its disk.
    case node(String, at: Duration, returningAfter: Duration? = nil)
    /// So many in a thousand of the workload's containers end with status 1 within ten seconds of their start. Where its
    /// template changes, those of the new one.
    case crash(String, perMille: Int)
}
