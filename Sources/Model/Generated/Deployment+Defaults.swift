// Made by `make generate` from Deployment.yaml: change that, not this.

extension Deployment {
    public mutating func applyDefaults() {
        spec.applyDefaults()
    }
}

extension DeploymentSpec {
    public mutating func applyDefaults() {
        if progressDeadlineSeconds == nil { progressDeadlineSeconds = 600 }
        if replicas == nil { replicas = 1 }
        if revisionHistoryLimit == nil { revisionHistoryLimit = 10 }
        strategy.applyDefaults()
        template.applyDefaults()
    }
}

extension DeploymentStrategy {
    public mutating func applyDefaults() {
        if type == DeploymentStrategyType() { type = .rollingUpdate }
        applyComputedDefaults()
    }
}
