public import Model

/// What a path names. Parsed from the path alone: no state, no method.
public enum Route: Sendable, Hashable {
    case root
    case version
    /// `healthz`, `livez`, `readyz`.
    case health(String)
    /// `/api`: the versions of the core group.
    case coreVersions
    /// `/apis`: the other groups.
    case groups
    /// `/apis/apps`.
    case group(String)
    /// `/api/v1`, `/apis/apps/v1`: the resources of a version.
    case resources(group: String, version: String)
    case objects(ObjectsRoute)
    /// `/openapi/v3`, and the document of a group and version below it.
    case openAPI(String?)
    /// `/openapi/v2`: all in one document, of the form that older clients read.
    case openAPIVersion2
    /// `/steady/v1/…`: what Kubernetes has no path for. The segments after the version.
    case steady([String])
    case unknown

    public init(_ segments: [String]) {
        switch segments.first {
        case "", nil: self = segments.count <= 1 ? .root : .unknown
        case "version": self = segments.count == 1 ? .version : .unknown
        case "healthz", "livez", "readyz": self = .health(segments[0])
        case "api": self = Route.core(Array(segments.dropFirst()).withoutTrailingSlash)
        case "apis": self = Route.named(Array(segments.dropFirst()).withoutTrailingSlash)
        case "openapi" where segments == ["openapi", "v2"]: self = .openAPIVersion2
        case "openapi" where segments.count > 1 && segments[1] == "v3":
            let document = segments.dropFirst(2).joined(separator: "/")
            self = .openAPI(document.isEmpty ? nil : document)
        case "steady" where segments.count > 2 && segments[1] == "v1": self = .steady(Array(segments.dropFirst(2)))
        default: self = .unknown
        }
    }

    private static func core(_ rest: [String]) -> Route {
        guard let version = rest.first else { return .coreVersions }
        return inVersion(group: "", version: version, Array(rest.dropFirst()))
    }

    private static func named(_ rest: [String]) -> Route {
        guard let group = rest.first else { return .groups }
        guard rest.count > 1 else {
            return Kind.allCases.contains { $0.group == group } && !group.isEmpty ? .group(group) : .unknown
        }
        return inVersion(group: group, version: rest[1], Array(rest.dropFirst(2)))
    }

    private static func inVersion(group: String, version: String, _ rest: [String]) -> Route {
        let kinds = Kind.allCases.filter { $0.group == group && $0.version == version }
        guard !kinds.isEmpty, !(group.isEmpty && rest == [""]) else { return .unknown }
        guard !rest.isEmpty else { return .resources(group: group, version: version) }
        return ObjectsRoute(rest, among: kinds).map(Route.objects) ?? .unknown
    }
}

/// Objects of one kind, one of them, or a part of one.
public struct ObjectsRoute: Sendable, Hashable {
    public var kind: Kind
    /// Nil: in all namespaces, or the kind has none.
    public var namespace: String?
    public var name: String?
    /// `status`, `scale`, `log`, `exec`, ...
    public var subresource: String?

    public init(kind: Kind, namespace: String? = nil, name: String? = nil, subresource: String? = nil) {
        self.kind = kind
        self.namespace = namespace
        self.name = name
        self.subresource = subresource
    }

    /// Reads what stands behind the version: `pods`, `namespaces/g/pods/web/log`, `nodes/a`, `namespaces/g/status`.
    init?(_ segments: [String], among kinds: [Kind]) {
        guard !segments.contains("") else { return nil }
        // A namespace's own parts come before kinds in it: no kind is called `status` or `finalize`.
        if segments[0] == "namespaces", segments.count > 2,
            let kind = kinds.first(where: { $0.plural == segments[2] && $0.isNamespaced })
        {
            guard segments.count <= 5 else { return nil }
            self.init(
                kind: kind,
                namespace: segments[1],
                name: segments.count > 3 ? segments[3] : nil,
                subresource: segments.count > 4 ? segments[4] : nil
            )
            return
        }
        guard let kind = kinds.first(where: { $0.plural == segments[0] }), segments.count <= 3 else { return nil }
        // Below a kind with namespaces, a name alone says not which object is meant.
        guard segments.count == 1 || !kind.isNamespaced else { return nil }
        guard segments.count < 3 || !kinds.contains(where: { $0.plural == segments[2] }) else { return nil }
        self.init(
            kind: kind,
            name: segments.count > 1 ? segments[1] : nil,
            subresource: segments.count > 2 ? segments[2] : nil
        )
    }

    /// The object that is meant, where one is.
    public var key: ObjectKey? {
        name.map { ObjectKey(kind, namespace: namespace ?? "", name: $0) }
    }
}

extension [String] {
    fileprivate var withoutTrailingSlash: [String] { last == "" ? Array(dropLast()) : self }
}
