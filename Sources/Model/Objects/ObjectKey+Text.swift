extension ObjectKey {
    /// Reads what `description` writes; nil for a kind that Steady lacks, or another number of parts.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let kind = Kind.allCases.first(where: { $0.qualifiedPlural == parts[0] }),
            parts.count == (kind.isNamespaced ? 3 : 2)
        else { return nil }
        self.init(kind, namespace: kind.isNamespaced ? parts[1] : "", name: parts[parts.count - 1])
    }
}
