internal import Cluster
internal import Model

/// What of an app the apps around it look at: those that depend on it, and those that it depends on. While it stays as
/// it is, nothing that they decide changes.
struct AppStanding: Hashable {
    private let path: AppID
    private let dependencies: [AppID]
    private let obstacle: String?
    private let isStopping: Bool
    private let isInCycle: Bool

    init(_ app: App) {
        path = app.path
        dependencies = app.dependencies
        obstacle = app.obstacle
        isStopping = app.isStopping
        isInCycle = app.waiting?.reason == AppOrder.Reason.cycle
    }
}

extension App {
    /// Whether a change of it is on its way to its instances.
    var isDeploying: Bool { status.deployment?.state == .running }

    /// Whether it is to have no instances.
    var isStopping: Bool { metadata.deletionTimestamp != nil || instances == 0 }

    /// What it waits for, where that is no instance of its own; nil for nothing.
    var waiting: Condition? { status.conditions.first { $0.type == AppOrder.condition } }

    /// Why what depends on it can't be deployed now, to be put behind its path; nil where nothing stands in the way.
    ///
    /// Who wants no instance of an app does not wait for one: what is suspended holds up nobody.
    var obstacle: String? {
        if metadata.deletionTimestamp != nil { return "is being deleted" }
        if isDeploying { return waiting == nil ? "is being deployed" : "waits itself" }
        return status.tasksHealthy < instances ? "is not healthy" : nil
    }
}
