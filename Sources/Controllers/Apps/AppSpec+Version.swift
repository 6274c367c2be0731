internal import Model

extension App {
    /// Notes when the definition became what it is, which is what Marathon calls its version. Only the cluster says so,
    /// whatever a writer said.
    ///
    /// - Parameter live: the app before the change; nil for a new one.
    mutating func noteVersion(replacing live: App?, at now: Timestamp) {
        let time = now.milliseconds
        guard let live else {
            spec.version = time
            spec.versionInfo = AppVersionInfo {
                $0.lastConfigChangeAt = time
                $0.lastScalingAt = time
            }
            return
        }
        spec.version = live.spec.version
        spec.versionInfo = live.spec.versionInfo
        guard spec != live.spec else { return }
        spec.version = time
        var info = live.spec.versionInfo ?? AppVersionInfo()
        if spec.instances != live.spec.instances { info.lastScalingAt = time }
        if !isScaling(of: live) { info.lastConfigChangeAt = time }
        spec.versionInfo = info
    }

    /// Whether another definition says the same of it, apart from how many instances there are: that is no part of what
    /// they run.
    func isScaling(of other: App) -> Bool {
        var same = other.spec
        same.instances = spec.instances
        same.version = spec.version
        same.versionInfo = spec.versionInfo
        return same == spec
    }
}
