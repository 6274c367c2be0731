extension Namespace {
    /// The label by which selectors find a namespace by its name, and the finalizer that empties it when it goes.
    mutating func applyComputedDefaults() {
        if !metadata.name.isEmpty { metadata.labels["kubernetes.io/metadata.name"] = metadata.name }
        if spec.finalizers.isEmpty, metadata.deletionTimestamp == nil { spec.finalizers = ["kubernetes"] }
    }
}
