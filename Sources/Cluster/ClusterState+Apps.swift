public import Model

// Marathon's apps by their paths. An app knows those of its own namespace.

extension ClusterState {
    /// The app of a path, or all apps of that group, sorted by key.
    public func apps(at path: AppID, inNamespace namespace: String) -> [App] {
        appKeys(at: path, inNamespace: namespace).compactMap { object($0).flatMap { App($0.object) } }
    }

    public func hasApps(at path: AppID, inNamespace namespace: String) -> Bool {
        !appKeys(at: path, inNamespace: namespace).isEmpty
    }

    /// Apps that say that they depend on the app of this path, or on a group that it is in; sorted.
    public func apps(dependingOn path: AppID, inNamespace namespace: String) -> [ObjectKey] {
        let keys = path.lineage.map { dependentAppKeys(on: $0, inNamespace: namespace) }
        return keys.count == 1 ? keys[0] : Set(keys.joined()).sorted()
    }
}
