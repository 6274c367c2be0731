extension DeploymentStrategy {
    mutating func applyComputedDefaults() {
        guard type == .rollingUpdate else { return }
        var rolling = rollingUpdate ?? RollingUpdateDeployment()
        if rolling.maxUnavailable == nil { rolling.maxUnavailable = "25%" }
        if rolling.maxSurge == nil { rolling.maxSurge = "25%" }
        rollingUpdate = rolling
    }
}
