extension Secret {
    /// What was written as plain text joins the data, and is never shown as plain text again.
    mutating func applyComputedDefaults() {
        for (key, text) in stringData { data[key] = Bytes(text) }
        stringData = [:]
    }
}
