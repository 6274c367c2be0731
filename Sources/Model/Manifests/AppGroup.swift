import YAML

/// A Marathon group as it is written: its apps, and those of the groups in it.
///
/// A group is no object of its own: it is the first part of its apps' paths. What they depend on by way of it, each of
/// them says itself.
struct AppGroup {
    /// An app with what was found in reading it.
    struct Member {
        var entry: Manifest.Entry
        var context: DecodingContext
    }

    private(set) var apps: [Member] = []
    /// What is wrong with the groups themselves.
    private(set) var problems: [Problem] = []
    private let unknownFields: DecodingContext.UnknownFields

    private static let fields = ["apps", "dependencies", "enforceRole", "groups", "id", "pods", "version"]

    /// Whether a definition without a kind is one of a group.
    static func isGroup(_ node: YAML.Node) -> Bool { node["apps"] != nil || node["groups"] != nil }

    init(_ node: YAML.Node, unknownFields: DecodingContext.UnknownFields) {
        self.unknownFields = unknownFields
        read(node, in: AppID("/"), dependencies: [])
    }

    /// - Parameter dependencies: those of the groups around it.
    private mutating func read(_ node: YAML.Node, in parent: AppID, dependencies: [AppID]) {
        var context = DecodingContext(unknownFields: unknownFields)
        guard let path = path(of: node, in: parent, isApp: false, &context) else {
            problems += context.problems
            return
        }
        for (key, value) in node.entries { check(key, value, &context) }
        let own = list(node["dependencies"], &context).map { AppID($0.text, in: path) }
        let dependencies = dependencies + own.filter { !dependencies.contains($0) }
        let (apps, groups) = (list(node["apps"], &context), list(node["groups"], &context))
        problems += context.problems
        for app in apps { readApp(app, in: path, dependencies) }
        for group in groups { read(group, in: path, dependencies: dependencies) }
    }

    private func check(_ key: YAML.Node, _ value: YAML.Node, _ context: inout DecodingContext) {
        if key.text == "pods", value.count > 0 { context.error(key, "Steady has no Marathon pods") }
        if key.text == "enforceRole" { context.warning(key, "Steady knows but does not honour yet: enforceRole") }
        if !Self.fields.contains(key.text) { context.unknownField(key, among: Self.fields) }
    }

    private func list(_ node: YAML.Node?, _ context: inout DecodingContext) -> [YAML.Node] {
        guard let node else { return [] }
        if node.kind != .sequence, !node.isNull { context.error(node, "expected list, found \(node.summary)") }
        return Array(node.elements)
    }

    private mutating func readApp(_ node: YAML.Node, in group: AppID, _ inherited: [AppID]) {
        var context = DecodingContext(unknownFields: unknownFields, notesUnenforced: true)
        guard let path = path(of: node, in: group, isApp: true, &context) else {
            problems += context.problems
            return
        }
        var app = App(bare: node, &context)
        let own = app.spec.dependencies.map { AppID($0, in: group) }
        let dependencies = Set(own + inherited).sorted().map(\.description)
        app.spec.id = path.description
        app.spec.dependencies = dependencies
        app.metadata.name = path.objectName
        var entry = Manifest.Entry(object: app.object, node: node, isBare: true)
        entry.fieldsOfGroup = ["id": .string(path.description)]
        if !dependencies.isEmpty { entry.fieldsOfGroup["dependencies"] = .array(dependencies.map { .string($0) }) }
        apps.append(Member(entry: entry, context: context))
    }

    /// The path of a part of a group; nil where it has none, or one that lies elsewhere.
    private func path(
        of node: YAML.Node,
        in parent: AppID,
        isApp: Bool,
        _ context: inout DecodingContext
    ) -> AppID? {
        guard node.kind == .mapping else {
            context.error(node, "expected \(isApp ? "app" : "group"), found \(node.summary)")
            return nil
        }
        guard let id = node["id"] else {
            context.error(node, "id: Required value")
            return nil
        }
        let path = AppID(id.text, in: parent)
        guard path.isWithin(parent), !isApp || path != parent else {
            context.error(id, "\(isApp ? "App" : "Group") has to be child of group with parent id \(parent)")
            return nil
        }
        return path
    }
}
