public import Cluster
public import Merging
public import Model
internal import YAML

/// What would come of a directory that says something else: objects that differ, pods that start and stop in their
/// order, and what would not fit.
///
/// The real control plane decides it, on a copy of the state and with nodes on which everything goes well at once, so
/// one object finds what it needs of another in the same set. What is under way is brought to its end first.
public struct Forecast: Sendable {
    /// An object that would not be what it is.
    public struct Change: Sendable {
        public var key: ObjectKey
        /// Where it would be stated; nil for one that no file states any longer.
        public var origin: Origin?
        public var deed: Deed
        /// The fields that differ; none where the object comes or goes.
        public var fields: [ObjectDiff.Change]
        /// Pods that run now would be replaced.
        public var replacesPods: Bool
    }

    public enum Deed: String, Sendable, Hashable {
        case create, change, delete
    }

    /// A pod that starts or stops.
    public struct Step: Sendable, Hashable {
        public enum Deed: String, Sendable, Hashable {
            case start, stop
        }

        public var deed: Deed
        public var pod: ObjectKey
        public var node: String
        /// What the name of a pod begins with that there is not yet: the rest is drawn when it is made. Nil for others.
        public var generateName: String?
        /// From the beginning; waits such as `minReadySeconds` are in it.
        public var delay: Duration
    }

    /// Sorted by key.
    public private(set) var changes: [Change] = []
    /// In the order in which they would come.
    public private(set) var steps: [Step] = []
    /// Pods that would stay without a node, and why; not those that do now.
    public private(set) var pending: [(pod: ObjectKey, reason: String)] = []
    /// What the cluster would refuse, with the place where it is stated.
    public private(set) var refusals: [String] = []
    /// What left the directory and would be kept all the same.
    public private(set) var held: HeldPrune?
    /// Updates that would wait for somebody's word, or for what they depend on; not those that do now.
    public private(set) var waiting: [(object: ObjectKey, reason: String)] = []
    /// False where it did not come to rest within `horizon`; then what is told is a beginning.
    public private(set) var isSettled: Bool

    /// Time that is looked ahead at most.
    public static let horizon = Duration.seconds(3600)

    /// - Parameters:
    ///   - state: as it is now.
    ///   - settings: of the daemon whose state it is.
    public init(of statement: DirectoryStatement, on state: ClusterState, _ settings: Settings, at now: Timestamp) {
        var cluster = IdealCluster(state, settings, now: now)
        cluster.settle()
        let before = cluster.state
        cluster.begin()
        cluster.take([.directory(statement)])
        isSettled = cluster.settle()
        let after = cluster.state
        steps = cluster.steps
        refusals = cluster.refusals + Self.cycles(in: after, notIn: before)
        held = after.heldPrune
        changes = Self.changes(from: before, to: after)
        for stored in after.objects(of: .pod) {
            guard case .pod(let pod) = stored.object, let reason = pod.unscheduledReason,
                before.object(stored.key).flatMap({ Pod($0.object) })?.unscheduledReason != reason
            else { continue }
            pending.append((stored.key, reason))
        }
        for stored in after.objects(of: .deployment) + after.objects(of: .app) {
            guard let wait = stored.object.wait, before.object(stored.key)?.object.wait != wait else { continue }
            waiting.append((stored.key, wait))
        }
    }

    /// Apps that would wait for one another: the directory may say so, and nothing would come of it.
    private static func cycles(in after: ClusterState, notIn before: ClusterState) -> [String] {
        after.objects(of: .app).compactMap { stored in
            guard let cycle = stored.object.cycle, before.object(stored.key)?.object.cycle != cycle else { return nil }
            return (after.stated(stored.key).map { "\($0.origin): " } ?? "") + cycle
        }
    }

    private static func changes(from before: ClusterState, to after: ClusterState) -> [Change] {
        Set(before.statedKeys + after.statedKeys).sorted().compactMap { key in
            let (old, new) = (before.object(key)?.object, after.object(key)?.object)
            let origin = after.stated(key)?.origin
            guard let old else {
                return new.map { _ in Change(key: key, origin: origin, deed: .create, fields: [], replacesPods: false) }
            }
            guard let new, new.metadata.deletionTimestamp == nil else {
                return Change(key: key, origin: origin, deed: .delete, fields: [], replacesPods: false)
            }
            let fields = ObjectDiff(from: old.words, to: new.words, kind: key.kind).changes
            if fields.isEmpty { return nil }
            let replacesPods = old.replacesPods(becoming: new)
            return Change(key: key, origin: origin, deed: .change, fields: fields, replacesPods: replacesPods)
        }
    }
}

extension Object {
    /// What people said of it: without its status, and without what the system notes on it.
    fileprivate var words: Value? {
        var object = self
        for name in [RolloutAnnotation.revision, RollbackPolicy.lastGoodAnnotation] {
            object.metadata.annotations[name] = nil
        }
        if case .app(var app) = object {
            app.spec.version = ""
            app.spec.versionInfo = nil
            object = .app(app)
        }
        // What was encoded can be read.
        guard case .object(var fields)? = try? object.value() else { return nil }
        fields["status"] = nil
        return .object(fields)
    }

    fileprivate func replacesPods(becoming new: Object) -> Bool {
        switch (self, new) {
        case (.deployment(let old), .deployment(let new)): old.spec.template != new.spec.template
        case (.app(let old), .app(let new)): AppPod.version(of: old) != AppPod.version(of: new)
        default: false
        }
    }
}

extension Object {
    /// What its update waits for; nil where it waits for nobody.
    fileprivate var wait: String? {
        switch self {
        case .deployment(let deployment):
            let condition = deployment.status.condition(RolloutProgress.type)
            return condition?.reason == RolloutProgress.Reason.paused ? condition?.message : nil
        case .app(let app):
            return app.waiting?.reason == AppOrder.Reason.cycle ? nil : app.waiting?.message
        default: return nil
        }
    }

    /// That it depends on itself; nil where it doesn't.
    fileprivate var cycle: String? {
        guard case .app(let app) = self, app.waiting?.reason == AppOrder.Reason.cycle else { return nil }
        return app.waiting?.message
    }
}

extension Pod {
    /// Why no node takes it; nil where one has, or where it is on its way out.
    fileprivate var unscheduledReason: String? {
        guard spec.nodeName.isEmpty, metadata.deletionTimestamp == nil else { return nil }
        return status.conditions.first { $0.type == "PodScheduled" && $0.status == .false }?.message
    }
}
