internal import Cluster
internal import Model

/// Keeps as many instances of a Marathon app as it asks for, and replaces those of an earlier configuration.
enum AppController: Controller {
    static let name = "app-controller"

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, _): stored.key.kind == .app ? [stored.key] : owner(of: stored.object)
        case .delete(let last): owner(of: last.object)
        case .state, .unstate: []
        }
    }

    private static func owner(of object: Object) -> [ObjectKey] {
        guard case .pod(let pod) = object, let owner = pod.metadata.controller, owner.kind == "App" else { return [] }
        return [ObjectKey(.app, namespace: pod.metadata.namespace, name: owner.name)]
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan {
        guard case .app(let app)? = state.object(key)?.object else { return .nothing }
        let pods = state.pods(controlledBy: app.metadata.uid)
        let instances = Instances(pods, version: AppPod.version(of: app))
        if app.metadata.deletionTimestamp == nil {
            let actions = move(app, instances)
            if !actions.isEmpty { return Plan(actions) }
        }
        return tellStatus(of: app, instances)
    }

    /// An app's pods, by configuration and by whether they are on their way out.
    private struct Instances {
        var old: [Pod]
        var new: [Pod]

        init(_ pods: [Pod], version: String) {
            let active = pods.filter { $0.metadata.deletionTimestamp == nil && !$0.hasEnded }
            new = active.filter { $0.metadata.labels[MarathonPod.versionLabel] == version }
            old = active.filter { $0.metadata.labels[MarathonPod.versionLabel] != version }
        }

        var all: [Pod] { old + new }
    }

    private static func move(_ app: App, _ instances: Instances) -> [Action] {
        let wanted = app.spec.instances ?? 1
        let upgrade = AppUpgrade(
            instances: wanted,
            minimumHealthCapacity: app.spec.upgradeStrategy?.minimumHealthCapacity ?? 1,
            maximumOverCapacity: app.spec.upgradeStrategy?.maximumOverCapacity ?? 1,
            healthyOld: instances.old.count { $0.isReady },
            old: instances.old.count,
            new: instances.new.count,
            readyNew: instances.new.count { $0.isReady }
        )
        let order = KillOrder(app.spec.killSelection)
        let replaced = order.first(upgrade.kills, of: instances.old)
        let surplus = order.first(instances.new.count - wanted, of: instances.new)
        let kills =
            replaced.map { delete($0, "a newer configuration takes its place") }
            + surplus.map { delete($0, "an instance too many") }
        let pod = AppPod(of: app).pod
        return kills + (0..<upgrade.starts).map { _ in .create(.pod(pod), reason: "an instance is missing") }
    }

    private static func delete(_ pod: Pod, _ reason: String) -> Action {
        .delete(pod.key, uid: pod.metadata.uid, propagation: .background, reason: reason)
    }

    private static func tellStatus(of app: App, _ instances: Instances) -> Plan {
        var told = app
        let running = instances.all.filter { $0.status.phase == .running }
        told.status.observedGeneration = app.metadata.generation
        told.status.instances = instances.all.count
        told.status.currentInstances = instances.new.count
        told.status.tasksRunning = running.count
        told.status.tasksStaged = instances.all.count - running.count
        told.status.tasksHealthy = running.count { $0.isReady }
        told.status.tasksUnhealthy = running.count { !$0.isReady }
        told.status.selector = "\(MarathonPod.appLabel)=\(app.metadata.name)"
        return told == app ? .nothing : Plan([.update(.app(told), reason: "its instances' counts")])
    }
}

/// Which instances of an app go first: those that do not run, then by age as the app says.
struct KillOrder {
    private let oldestFirst: Bool

    init(_ selection: KillSelection) { oldestFirst = selection == .oldestFirst }

    func first(_ count: Int, of pods: [Pod]) -> [Pod] {
        guard count > 0 else { return [] }
        return Array(pods.sorted(by: goesFirst).prefix(count))
    }

    private func goesFirst(_ left: Pod, _ right: Pod) -> Bool {
        if left.isReady != right.isReady { return right.isReady }
        let running = (left.status.phase == .running, right.status.phase == .running)
        if running.0 != running.1 { return running.1 }
        let ages = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
        if let first = ages.0, let second = ages.1, first != second {
            return oldestFirst ? first < second : first > second
        }
        return left.metadata.name < right.metadata.name
    }
}
