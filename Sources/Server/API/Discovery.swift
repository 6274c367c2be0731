internal import Model
internal import YAML

/// What there is: which groups, versions and resources, in the legacy form and in the aggregated one.
enum Discovery {
    private static let verbs: [Value] = [
        "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
    ]

    /// Whether the caller prefers the aggregated form.
    static func wantsAggregated(_ accept: String?) -> Bool {
        guard let first = MediaType.accepted(accept).first(where: { $0.name == "application/json" }) else {
            return false
        }
        return first.parameters["as"] == "APIGroupDiscoveryList"
    }

    // MARK: Legacy

    static let coreVersions: Value = [
        "kind": "APIVersions", "versions": ["v1"],
        "serverAddressByClientCIDRs": [["clientCIDR": "0.0.0.0/0", "serverAddress": "localhost"]],
    ]

    static func groups() -> Value {
        let groups = groupNames.filter { !$0.isEmpty }.map { Value.object(groupFields($0)) }
        return ["kind": "APIGroupList", "apiVersion": "v1", "groups": .array(groups)]
    }

    static func group(_ name: String) -> Value {
        var fields: Fields = ["kind": "APIGroup", "apiVersion": "v1"]
        for (key, value) in groupFields(name) { fields[key] = value }
        return .object(fields)
    }

    private static func groupFields(_ name: String) -> Fields {
        let versions = versions(of: name).map { version -> Value in
            ["groupVersion": .string("\(name)/\(version)"), "version": .string(version)]
        }
        return ["name": .string(name), "versions": .array(versions), "preferredVersion": versions[0]]
    }

    static func resources(group: String, version: String) -> Value {
        var resources: [Value] = []
        for kind in kinds(group, version) {
            resources.append(.object(resource(kind)))
            for subresource in ServedSubresource.all(of: kind) {
                resources.append(
                    .object([
                        "name": .string("\(kind.plural)/\(subresource.rawValue)"), "singularName": "",
                        "namespaced": .bool(kind.isNamespaced),
                        "kind": .string(subresource.responseKind(of: kind).name),
                        "verbs": .array(subresource.verbs.map(Value.string)),
                    ])
                )
            }
        }
        let groupVersion = group.isEmpty ? version : "\(group)/\(version)"
        return [
            "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": .string(groupVersion),
            "resources": .array(resources),
        ]
    }

    private static func resource(_ kind: Kind) -> Fields {
        var fields: Fields = [
            "name": .string(kind.plural), "singularName": .string(kind.singular),
            "namespaced": .bool(kind.isNamespaced), "kind": .string(kind.name), "verbs": .array(verbs),
        ]
        addNames(of: kind, to: &fields)
        return fields
    }

    // MARK: Aggregated

    /// All groups but the core one, or the core one alone.
    static func aggregated(core: Bool) -> Value {
        let items = groupNames.filter { $0.isEmpty == core }.map { group -> Value in
            let versions = versions(of: group).map { version -> Value in
                [
                    "version": .string(version),
                    "resources": .array(kinds(group, version).map(aggregatedResource)),
                    "freshness": "Current",
                ]
            }
            let metadata: Value =
                group.isEmpty ? ["creationTimestamp": nil] : ["name": .string(group), "creationTimestamp": nil]
            return ["metadata": metadata, "versions": .array(versions)]
        }
        return [
            "kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "metadata": [:],
            "items": .array(items),
        ]
    }

    private static func aggregatedResource(_ kind: Kind) -> Value {
        var fields: Fields = [
            "resource": .string(kind.plural),
            "responseKind": responseKind(kind.group, kind.version, kind.name),
            "scope": kind.isNamespaced ? "Namespaced" : "Cluster",
            "singularResource": .string(kind.singular),
            "verbs": .array(verbs),
        ]
        addNames(of: kind, to: &fields)
        let parts = ServedSubresource.all(of: kind).map { subresource -> Value in
            let response = subresource.responseKind(of: kind)
            return [
                "subresource": .string(subresource.rawValue),
                "responseKind": responseKind(response.group, response.version, response.name),
                "verbs": .array(subresource.verbs.map(Value.string)),
            ]
        }
        if !parts.isEmpty { fields["subresources"] = .array(parts) }
        return .object(fields)
    }

    private static func responseKind(_ group: String, _ version: String, _ kind: String) -> Value {
        ["group": .string(group), "version": .string(version), "kind": .string(kind)]
    }

    // MARK: Kinds

    private static func addNames(of kind: Kind, to fields: inout Fields) {
        if !kind.shortNames.isEmpty { fields["shortNames"] = .array(kind.shortNames.map(Value.string)) }
        if !kind.categories.isEmpty { fields["categories"] = .array(kind.categories.map(Value.string)) }
    }

    private static var groupNames: [String] { Set(Kind.allCases.map(\.group)).sorted() }

    private static func versions(of group: String) -> [String] {
        Set(Kind.allCases.filter { $0.group == group }.map(\.version)).sorted(by: >)
    }

    private static func kinds(_ group: String, _ version: String) -> [Kind] {
        Kind.allCases.filter { $0.group == group && $0.version == version }.sorted { $0.plural < $1.plural }
    }
}
