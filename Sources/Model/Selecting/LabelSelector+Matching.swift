extension LabelSelector {
    /// Whether labels satisfy all requirements. An empty selector matches everything.
    public func matches(_ labels: [String: String]) -> Bool {
        matchLabels.allSatisfy { labels[$0.key] == $0.value } && matchExpressions.allSatisfy { $0.matches(labels) }
    }

    /// Whether it says nothing, and so matches everything.
    public var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }
}

extension LabelSelectorRequirement {
    /// Whether labels satisfy this requirement. What is not there is in no set: `NotIn` holds.
    public func matches(_ labels: [String: String]) -> Bool {
        switch self.operator {
        case .in: labels[key].map(values.contains) ?? false
        case .notIn: !(labels[key].map(values.contains) ?? false)
        case .exists: labels[key] != nil
        case .doesNotExist: labels[key] == nil
        default: false
        }
    }
}
