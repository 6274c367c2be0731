internal import Cluster
internal import Model

/// What the apps around an app mean for it now: whether it may be deployed, and whether it may stop.
///
/// An app is started, scaled up and updated while all that it depends on is up. Of apps that stop, those that depend on
/// another go first. What runs already is left alone when a dependency fails later, and is replaced when it is lost:
/// order is for deployments, as in Marathon.
struct AppOrder {
    /// Why a deployment of it must not go on; nil where one may.
    private(set) var hold: Hold?
    /// Apps that depend on it, are to stop as well, and still have instances.
    private(set) var stopsAfter: [AppID] = []

    enum Hold {
        case cycle([AppID])
        /// What is missing, in words.
        case dependencies([String])
    }

    /// Type of the condition of an app that waits for others.
    static let condition = "Waiting"

    enum Reason {
        static let cycle = "CyclicDependencies"
        static let dependencies = "DependenciesNotHealthy"
        static let dependents = "DependentsNotStopped"
    }

    /// By this an app that others depend on, or that depends on others, stays until its instances are gone.
    static let finalizer = "marathon.steady.dev/stop-order"

    init(of app: App, in state: ClusterState) {
        let dependents = state.apps(dependingOn: app.path, inNamespace: app.metadata.namespace)
        let cycle = dependents.isEmpty ? nil : state.dependencyCycle(through: app)
        if let cycle {
            // Nobody could begin, and nobody could end: only the end is let be without order.
            hold = app.isStopping ? nil : .cycle(cycle)
            return
        }
        if app.isStopping {
            stopsAfter = dependents.compactMap { state.runningApp($0) }.filter(\.isStopping).map(\.path)
        } else if app.isDeploying {
            let missing = Self.missing(app, state)
            if !missing.isEmpty { hold = .dependencies(missing) }
        }
    }

    private static func missing(_ app: App, _ state: ClusterState) -> [String] {
        app.dependencies.flatMap { path -> [String] in
            let apps = state.apps(at: path, inNamespace: app.metadata.namespace)
            if apps.isEmpty { return ["\(path), which does not exist"] }
            return apps.compactMap { other in other.obstacle.map { "\(other.path), which \($0)" } }
        }
    }

    /// What to tell people; nil where nothing is waited for.
    var words: (reason: String, message: String)? {
        switch hold {
        case .cycle(let cycle): return (Reason.cycle, DependencyCycle.complaint(about: cycle))
        case .dependencies(let missing): return (Reason.dependencies, "waits for \(Self.list(missing))")
        case nil: break
        }
        if stopsAfter.isEmpty { return nil }
        return (Reason.dependents, "waits until \(Self.list(stopsAfter.map(\.description))) stopped")
    }

    /// Of many the first few: a group may hold hundreds.
    private static func list(_ items: [String]) -> String {
        let shown = items.prefix(5)
        let rest = items.count - shown.count
        return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    }
}

extension ClusterState {
    /// The way along an app's dependencies back to itself; nil where there is none. The app need not be stored.
    func dependencyCycle(through app: App) -> [AppID]? {
        if app.spec.dependencies.isEmpty { return nil }
        return DependencyCycle.through((app.path, app.dependencies)) { path in
            apps(at: path, inNamespace: app.metadata.namespace).map { ($0.path, $0.dependencies) }
        }
    }

    /// An app that has instances, be they on their way out.
    fileprivate func runningApp(_ key: ObjectKey) -> App? {
        guard case .app(let app)? = object(key)?.object else { return nil }
        let tally = tally(ofPodsControlledBy: app.metadata.uid)
        return tally.live + tally.terminating > 0 ? app : nil
    }

    /// Keys of the apps that look at this one.
    func neighbours(of app: App) -> [ObjectKey] {
        let namespace = app.metadata.namespace
        return apps(dependingOn: app.path, inNamespace: namespace) + (app.isStopping ? appsBelow(app) : [])
    }

    /// Keys of the apps that it depends on.
    func appsBelow(_ app: App) -> [ObjectKey] {
        app.dependencies.flatMap { apps(at: $0, inNamespace: app.metadata.namespace).map(\.key) }
    }
}
