internal import YAML

/// How a field leaves the object when its manager no longer states it.
extension Shape {
    /// Takes out of `value` what was stated last time and is owned by nobody now; says whether that changed anything.
    ///
    /// A structure that the schema names goes as a whole once nobody owns anything in it, what was defaulted in it
    /// included; an element of a list goes once nobody owns the element itself.
    func prune(_ value: inout Value, stated last: FieldSet, owned: FieldSet) -> Bool {
        guard !isLeaf, !last.children.isEmpty else { return false }
        switch value {
        case .object(var fields):
            guard prune(&fields, last, owned) else { return false }
            value = .object(fields)
        case .array(let items):
            guard let kept = pruned(items, last, owned) else { return false }
            value = .array(kept)
        default:
            return false
        }
        return true
    }

    private func prune(_ fields: inout Fields, _ last: FieldSet, _ owned: FieldSet) -> Bool {
        var isChanged = false
        for child in last.children {
            guard let name = child.element.fieldName.map(String.init), var field = fields[name] else { continue }
            let ownedBelow = owned[child.element]
            let (shape, _, isNamed) = entry(name)
            let wasStated = child.set.isMember || isNamed
            let isOwned = ownedBelow.isMember || isNamed && !ownedBelow.isEmpty
            if wasStated && !isOwned {
                fields[name] = nil
                isChanged = true
            } else if shape.prune(&field, stated: child.set, owned: ownedBelow) {
                fields[name] = field.isEmptyContainer ? Value?.none : field
                isChanged = true
            }
        }
        return isChanged
    }

    private func pruned(_ items: [Value], _ last: FieldSet, _ owned: FieldSet) -> [Value]? {
        var kept: [Value] = []
        var isChanged = false
        for var item in items {
            guard let step = pathElement(of: item) else {
                kept.append(item)
                continue
            }
            let (stated, ownedBelow) = (last[step], owned[step])
            if stated.isMember && !ownedBelow.isMember {
                isChanged = true
                continue
            }
            if element.prune(&item, stated: stated, owned: ownedBelow) { isChanged = true }
            kept.append(item)
        }
        return isChanged ? kept : nil
    }
}

extension Value {
    fileprivate var isEmptyContainer: Bool {
        switch self {
        case .object(let fields): fields.isEmpty
        case .array(let items): items.isEmpty
        default: false
        }
    }
}
