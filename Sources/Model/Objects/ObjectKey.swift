/// Which object is meant: unique among those that exist at one time.
public struct ObjectKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var kind: Kind
    /// Empty for kinds that have no namespace.
    public var namespace: String
    public var name: String

    public init(_ kind: Kind, namespace: String = "", name: String) {
        self.kind = kind
        self.namespace = namespace
        self.name = name
    }

    /// `pods/default/web-1`, `nodes/a`; kinds outside of the core group are qualified: `deployments.apps/default/web`.
    public var description: String {
        var text = kind.qualifiedPlural
        for part in [namespace, name] where !part.isEmpty {
            text += "/"
            text += part
        }
        return text
    }

    public static func < (left: ObjectKey, right: ObjectKey) -> Bool {
        if left.kind != right.kind { return left.kind < right.kind }
        if left.namespace != right.namespace { return left.namespace < right.namespace }
        return left.name < right.name
    }
}

extension Resource {
    public var key: ObjectKey {
        ObjectKey(Self.kind, namespace: Self.kind.isNamespaced ? metadata.namespace : "", name: metadata.name)
    }
}
