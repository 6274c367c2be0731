extension NodeStatus {
    /// Pods may use all that a node has, where it says nothing else.
    mutating func applyComputedDefaults() {
        if allocatable.isEmpty { allocatable = capacity }
    }
}
