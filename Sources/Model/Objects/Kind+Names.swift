extension Kind {
    /// `Pod`.
    public var name: String { rawValue }
    /// `deployments.apps`, and `pods` in the core group: how messages name the resource.
    public var qualifiedPlural: String { group.isEmpty ? plural : "\(plural).\(group)" }
    /// `deployment.apps`, and `pod` in the core group: how commands name an object, as `deployment.apps/web`.
    public var qualifiedSingular: String { group.isEmpty ? singular : "\(singular).\(group)" }
    /// `Deployment.apps`, and `Pod` in the core group.
    public var qualifiedName: String { group.isEmpty ? name : "\(name).\(group)" }

    /// The kind that a manifest names; nil where Steady has none such.
    public init?(apiVersion: String, kind: String) {
        guard let found = Kind(rawValue: kind), found.apiVersion == apiVersion else { return nil }
        self = found
    }

    /// The kind that a user names in any of its ways: `po`, `pod`, `pods`, `Pod`, `deployments.apps`, `deployment.apps`.
    public init?(userText text: String) {
        let wanted = text.lowercased()
        let found = Kind.allCases.first { kind in
            wanted == kind.plural || wanted == kind.singular || wanted == kind.qualifiedPlural
                || wanted == kind.qualifiedSingular || kind.shortNames.contains(wanted)
        }
        guard let found else { return nil }
        self = found
    }
}

extension Kind: Comparable, CustomStringConvertible {
    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

    public var description: String { rawValue }
}
