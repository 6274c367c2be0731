internal import Model

/// An app's pods, by configuration and by whether they are on their way out.
struct AppInstances {
    /// Of earlier configurations.
    var old: [Pod]
    /// Of the present one.
    var new: [Pod]
    /// Being deleted, and not gone yet.
    var leaving: [Pod]

    /// - Parameter pods: all whose controller is the app.
    init(_ pods: [Pod], of app: App) {
        let version = AppPod.version(of: app)
        let present = pods.filter { !$0.hasEnded }
        let active = present.filter { $0.metadata.deletionTimestamp == nil }
        leaving = present.filter { $0.metadata.deletionTimestamp != nil }
        new = active.filter { $0.metadata.labels[MarathonPod.versionLabel] == version }
        old = active.filter { $0.metadata.labels[MarathonPod.versionLabel] != version }
    }

    var active: [Pod] { old + new }

    func upgrade(of app: App) -> AppUpgrade {
        AppUpgrade(
            instances: app.instances,
            bounds: app.bounds,
            old: old.count,
            healthyOld: old.count { $0.isReady },
            new: new.count,
            healthyNew: new.count { $0.isReadyForDeployment },
            leaving: leaving.count
        )
    }

    /// What is done for an app whose upgrade was given up: it keeps as many instances as it is to have, of whatever
    /// configuration.
    func standstill(of app: App) -> (kills: Int, starts: Int) {
        let surplus = active.count - app.instances
        return (min(max(surplus, 0), old.count), max(-surplus - leaving.count, 0))
    }

    /// Whether all is as the app says.
    func areThose(of app: App) -> Bool {
        old.isEmpty && leaving.isEmpty && new.count == app.instances && new.allSatisfy(\.isReadyForDeployment)
    }
}

extension App {
    /// Instances wanted.
    var instances: Int { spec.instances ?? 1 }

    var bounds: AppBounds {
        AppBounds(
            instances: instances,
            minimumHealthCapacity: spec.upgradeStrategy?.minimumHealthCapacity ?? 1,
            maximumOverCapacity: spec.upgradeStrategy?.maximumOverCapacity ?? 1,
            isResident: spec.isResident
        )
    }
}
