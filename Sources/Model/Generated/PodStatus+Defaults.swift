// Made by `make generate` from PodStatus.yaml: change that, not this.

extension PodStatus {
    public mutating func applyDefaults() {
        for index in containerStatuses.indices { containerStatuses[index].applyDefaults() }
        for index in ephemeralContainerStatuses.indices { ephemeralContainerStatuses[index].applyDefaults() }
        for index in initContainerStatuses.indices { initContainerStatuses[index].applyDefaults() }
        resources?.applyDefaults()
    }
}

extension ContainerStatus {
    public mutating func applyDefaults() {
        resources?.applyDefaults()
    }
}
