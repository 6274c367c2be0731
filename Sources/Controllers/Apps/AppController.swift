internal import Cluster
internal import Model

/// Keeps as many instances of a Marathon app as it asks for, and replaces those of an earlier configuration.
enum AppController: Controller {
    static let name = "app-controller"

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, let previous):
            if case .app(let app) = stored.object {
                let before = previous.flatMap { App($0.object) }
                return [stored.key] + neighbours(of: app, before, in: state)
            }
            return owner(of: stored.object, in: state) + (previous.map { owner(of: $0.object, in: state) } ?? [])
        case .delete(let last):
            if case .app(let app) = last.object { return state.neighbours(of: app) }
            return owner(of: last.object, in: state)
        case .state, .unstate: return []
        }
    }

    private static func neighbours(of app: App, _ before: App?, in state: ClusterState) -> [ObjectKey] {
        guard let before else { return state.neighbours(of: app) }
        if AppStanding(app) == AppStanding(before) { return [] }
        return state.neighbours(of: app) + state.neighbours(of: before)
    }

    /// The app that a pod is an instance of; where that is to stop, those too that wait until it has.
    private static func owner(of object: Object, in state: ClusterState) -> [ObjectKey] {
        guard case .pod(let pod) = object, let owner = pod.metadata.controller, owner.kind == "App" else { return [] }
        let key = ObjectKey(.app, namespace: pod.metadata.namespace, name: owner.name)
        guard case .app(let app)? = state.object(key)?.object, app.isStopping else { return [key] }
        return [key] + state.appsBelow(app)
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .app(let app)? = state.object(key)?.object else { return .nothing }
        let instances = AppInstances(state.pods(controlledBy: app.metadata.uid), of: app)
        let order = AppOrder(of: app, in: state)
        let actions =
            app.metadata.deletionTimestamp == nil
            ? move(app, instances, KillOrder(of: app, in: state), order) : end(app, instances, order)
        if !actions.isEmpty { return Plan(actions) }
        return AppStatusReport(app, instances, order, now: now).plan
    }

    /// What there is, is told though more was refused.
    static func plan(after refusal: Refusal, for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan {
        guard case .app(let app)? = state.object(key)?.object else { return .nothing }
        let instances = AppInstances(state.pods(controlledBy: app.metadata.uid), of: app)
        return AppStatusReport(app, instances, AppOrder(of: app, in: state), now: now).plan
    }

    private static func move(_ app: App, _ instances: AppInstances, _ victims: KillOrder, _ order: AppOrder) -> [Action]
    {
        let moves = moves(app, instances, order)
        let replaced = victims.first(moves.kills, of: instances.old)
        let mayShrink = order.stopsAfter.isEmpty
        let surplus = mayShrink ? victims.first(instances.new.count - app.instances, of: instances.new) : []
        let kills =
            replaced.map { delete($0, "a newer configuration takes its place") }
            + surplus.map { delete($0, "an instance too many") }
        let wanted = AppPod(of: app)
        let pod = wanted.pod
        // First, since what is told to go below must not be taken back by what was read before.
        let renewals = instances.new.compactMap(wanted.renewed).map {
            Action.update(.pod($0), reason: "the app has changed in what a running task need not notice")
        }
        let starts = (0..<moves.starts).map { _ in Action.create(.pod(pod), reason: "an instance is missing") }
        return renewals + kills + starts
    }

    /// How many of the old instances go, and how many new ones come.
    private static func moves(_ app: App, _ instances: AppInstances, _ order: AppOrder) -> (kills: Int, starts: Int) {
        // What runs is kept up all the same.
        if order.hold != nil && app.isDeploying || !order.stopsAfter.isEmpty { return (0, 0) }
        if app.status.deployment?.state == .cancelled { return instances.standstill(of: app) }
        let upgrade = instances.upgrade(of: app)
        return (upgrade.kills, upgrade.starts)
    }

    /// An app that is deleted in its turn takes its instances along before it goes. Of any other they end behind it.
    private static func end(_ app: App, _ instances: AppInstances, _ order: AppOrder) -> [Action] {
        guard app.metadata.finalizers.contains(AppOrder.finalizer), order.stopsAfter.isEmpty else { return [] }
        if !instances.active.isEmpty { return instances.active.map { delete($0, "the app is deleted") } }
        guard instances.leaving.isEmpty else { return [] }
        var released = app
        released.metadata.finalizers.removeAll { $0 == AppOrder.finalizer }
        return [.update(.app(released), reason: "its instances have stopped")]
    }

    private static func delete(_ pod: Pod, _ reason: String) -> Action {
        .delete(pod.key, uid: pod.metadata.uid, propagation: .background, reason: reason)
    }
}
