public import Model
public import YAML

/// Kubernetes' strategic merge patch: a merge patch that knows which lists are merged element by element, and takes
/// orders in keys that begin with a dollar sign.
public enum StrategicMergePatch {
    /// The object with the patch applied.
    ///
    /// Fields that the schema doesn't know are merged like a JSON merge patch: whoever decodes the result refuses them.
    /// Throws `.badRequest` for directives that make no sense.
    public static func apply(_ patch: Value, to value: Value, kind: Kind) throws(PatchError) -> Value {
        guard case .object(let changes) = patch, case .object(let fields) = value else {
            throw PatchError(.badRequest, "apply strategic merge patch: expected an object")
        }
        return .object(try Shape.of(kind).patching(fields, with: changes))
    }
}

extension Shape {
    /// The entries of a structure or map with a patch applied.
    fileprivate func patching(_ present: Fields, with changes: Fields) throws(PatchError) -> Fields {
        let directives = try PatchDirectives(changes)
        switch directives.patch {
        case .replace: return changes.withoutDirectives
        case .delete: return [:]
        case .merge: break
        }
        var fields = present
        if let kept = directives.retainKeys {
            for name in fields.keys where !kept.contains(name) { fields[name] = nil }
        }
        for (name, unwanted) in directives.deletions {
            guard case .array(let items)? = fields[name] else { continue }
            fields[name] = .array(items.filter { !unwanted.contains($0) })
        }
        for (name, change) in changes where !PatchDirectives.isDirective(name) {
            fields[name] = try field(name).patching(fields[name], with: change, order: directives.orders[name])
        }
        for (name, order) in directives.orders where changes[name] == nil {
            guard case .array(let items)? = fields[name] else { continue }
            fields[name] = .array(ElementOrder(field(name).patch.mergeKey, order: order, former: items).sorted(items))
        }
        return fields
    }

    /// The value of a field with a patch applied; nil when the patch removes it.
    private func patching(_ present: Value?, with change: Value, order: [Value]?) throws(PatchError) -> Value? {
        switch (present, change) {
        case (_, .null):
            return nil
        case (.object(let fields)?, .object(let changes)) where !patch.replaces:
            return .object(try patching(fields, with: changes))
        case (_, .array(let changes)) where patch.mergesElements:
            return .array(try patching(present?.array ?? [], with: changes, order: order))
        default:
            return change.withoutDirectives
        }
    }

    /// A list that is merged element by element.
    private func patching(_ present: [Value], with changes: [Value], order: [Value]?) throws(PatchError) -> [Value] {
        guard let mergeKey = patch.mergeKey else {
            let added = changes.enumerated().filter { !present.contains($1) && !changes[..<$0].contains($1) }
            let merged = present + added.map(\.element)
            return ElementOrder(nil, order: order ?? changes, former: present).sorted(merged)
        }
        var items = present
        var merged: [Value] = []
        for change in changes {
            guard case .object(let fields) = change else {
                throw PatchError(.badRequest, "apply strategic merge patch: expected objects in a list with merge key")
            }
            let directive = try PatchDirectives(fields).patch
            if directive == .replace {
                return changes.filter { $0.object?["$patch"] == nil }.map(\.withoutDirectives)
            }
            guard let key = fields[mergeKey] else { throw PatchDirectives.missingKey(mergeKey, in: change) }
            let place = items.firstIndex { $0[mergeKey] == key }
            if directive == .delete {
                items.removeAll { $0[mergeKey] == key }
            } else if let place, case .object(let former) = items[place] {
                items[place] = .object(try element.patching(former, with: fields))
                merged.append(key)
            } else {
                items.append(change.withoutDirectives)
                merged.append(key)
            }
        }
        if let order { try ElementOrder.check(merged, order, mergeKey) }
        return ElementOrder(mergeKey, order: order ?? changes, former: present).sorted(items)
    }
}
