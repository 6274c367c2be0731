internal import YAML

/// The orders that stand beside the fields of a strategic merge patch.
struct PatchDirectives {
    enum Patch: String {
        case merge, replace, delete
    }

    /// What to do with the place as a whole (`$patch`).
    private(set) var patch = Patch.merge
    /// The only fields that may stay (`$retainKeys`).
    private(set) var retainKeys: Set<String>?
    /// Per list of scalars, what to take out of it (`$deleteFromPrimitiveList/…`).
    private(set) var deletions: [(name: String, values: [Value])] = []
    /// Per list, the order of its elements (`$setElementOrder/…`).
    private(set) var orders: [String: [Value]] = [:]

    private static let deletionPrefix = "$deleteFromPrimitiveList/"
    private static let orderPrefix = "$setElementOrder/"

    static func isDirective(_ name: String) -> Bool {
        guard name.utf8.first == UInt8(ascii: "$") else { return false }
        return name == "$patch" || name == "$retainKeys" || name.hasPrefix(deletionPrefix)
            || name.hasPrefix(orderPrefix)
    }

    init(_ changes: Fields) throws(PatchError) {
        for (name, value) in changes where PatchDirectives.isDirective(name) {
            if name == "$patch" {
                guard let patch = value.string.flatMap(Patch.init) else {
                    throw PatchDirectives.refusal("Unknown patch type \(value.json()) found in \"$patch\"")
                }
                self.patch = patch
            } else if name == "$retainKeys" {
                retainKeys = Set(try PatchDirectives.list(value, name).compactMap(\.string))
            } else if name.hasPrefix(PatchDirectives.deletionPrefix) {
                let values = try PatchDirectives.list(value, name)
                deletions.append((String(name.dropFirst(PatchDirectives.deletionPrefix.count)), values))
            } else {
                let order = try PatchDirectives.list(value, name)
                orders[String(name.dropFirst(PatchDirectives.orderPrefix.count))] = order
            }
        }
        try checkRetainedKeys(changes)
    }

    /// A patch that sets a field and forbids it at once is a mistake.
    private func checkRetainedKeys(_ changes: Fields) throws(PatchError) {
        guard let retainKeys else { return }
        for (name, value) in changes where !PatchDirectives.isDirective(name) && value != .null {
            guard retainKeys.contains(name) else {
                throw PatchDirectives.refusal("\"\(name)\" is set but not in \"$retainKeys\"")
            }
        }
    }

    private static func list(_ value: Value, _ name: String) throws(PatchError) -> [Value] {
        guard case .array(let items) = value else { throw refusal("expected a list in \"\(name)\"") }
        return items
    }

    static func missingKey(_ key: String, in element: Value) -> PatchError {
        refusal("map: \(element.json()) does not contain declared merge key: \(key)")
    }

    static func refusal(_ message: String) -> PatchError {
        PatchError(.badRequest, "apply strategic merge patch: \(message)")
    }
}

extension Value {
    /// What a patch leaves where nothing stood before: without directives, nulls, and elements that are to be deleted.
    var withoutDirectives: Value {
        switch self {
        case .object(let fields):
            return .object(fields.withoutDirectives)
        case .array(let items):
            return .array(items.filter { $0.object?["$patch"] != "delete" }.map(\.withoutDirectives))
        default:
            return self
        }
    }
}

extension Fields {
    var withoutDirectives: Fields {
        var kept = Fields()
        for (name, value) in self where value != .null && !PatchDirectives.isDirective(name) {
            kept[name] = value.withoutDirectives
        }
        return kept
    }
}
