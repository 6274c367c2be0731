internal import Cluster
internal import Model

/// Keeps as many instances of a Marathon app as it asks for, and replaces those of an earlier configuration.
enum AppController: Controller {
    static let name = "app-controller"

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, let previous):
            if stored.key.kind == .app { return [stored.key] }
            return owner(of: stored.object) + (previous.map { owner(of: $0.object) } ?? [])
        case .delete(let last): return owner(of: last.object)
        case .state, .unstate: return []
        }
    }

    private static func owner(of object: Object) -> [ObjectKey] {
        guard case .pod(let pod) = object, let owner = pod.metadata.controller, owner.kind == "App" else { return [] }
        return [ObjectKey(.app, namespace: pod.metadata.namespace, name: owner.name)]
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .app(let app)? = state.object(key)?.object else { return .nothing }
        let instances = AppInstances(state.pods(controlledBy: app.metadata.uid), of: app)
        if app.metadata.deletionTimestamp == nil {
            let actions = move(app, instances, KillOrder(of: app, in: state))
            if !actions.isEmpty { return Plan(actions) }
        }
        return tellStatus(of: app, instances)
    }

    /// What there is, is told though more was refused.
    static func plan(after refusal: Refusal, for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan {
        guard case .app(let app)? = state.object(key)?.object else { return .nothing }
        return tellStatus(of: app, AppInstances(state.pods(controlledBy: app.metadata.uid), of: app))
    }

    private static func move(_ app: App, _ instances: AppInstances, _ order: KillOrder) -> [Action] {
        let upgrade = instances.upgrade(of: app)
        let replaced = order.first(upgrade.kills, of: instances.old)
        let surplus = order.first(instances.new.count - app.instances, of: instances.new)
        let kills =
            replaced.map { delete($0, "a newer configuration takes its place") }
            + surplus.map { delete($0, "an instance too many") }
        let wanted = AppPod(of: app)
        let pod = wanted.pod
        // First, since what is told to go below must not be taken back by what was read before.
        let renewals = instances.new.compactMap(wanted.renewed).map {
            Action.update(.pod($0), reason: "the app has changed in what a running task need not notice")
        }
        let starts = (0..<upgrade.starts).map { _ in Action.create(.pod(pod), reason: "an instance is missing") }
        return renewals + kills + starts
    }

    private static func delete(_ pod: Pod, _ reason: String) -> Action {
        .delete(pod.key, uid: pod.metadata.uid, propagation: .background, reason: reason)
    }

    private static func tellStatus(of app: App, _ instances: AppInstances) -> Plan {
        var told = app
        let running = instances.active.filter { $0.status.phase == .running }
        told.status.observedGeneration = app.metadata.generation
        told.status.instances = instances.active.count
        told.status.currentInstances = instances.new.count
        told.status.tasksRunning = running.count
        told.status.tasksStaged = instances.active.count - running.count
        told.status.tasksHealthy = running.count { $0.isReady }
        told.status.tasksUnhealthy = running.count { $0.isUnhealthy }
        told.status.selector = "\(MarathonPod.appLabel)=\(app.metadata.name)"
        return told == app ? .nothing : Plan([.update(.app(told), reason: "its instances' counts")])
    }
}

extension Pod {
    /// A task that fails a check. One whose checks have no result yet is neither healthy nor unhealthy.
    fileprivate var isUnhealthy: Bool {
        let health = status.conditions.first { $0.type == MarathonPod.healthCondition }
        return health.map { $0.status == .false } ?? !isReady
    }
}
