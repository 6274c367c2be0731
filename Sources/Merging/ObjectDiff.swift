public import Model
public import YAML

/// What differs between two versions of an object, field by field.
///
/// What the control plane alone writes (resourceVersion, generation, managedFields, ...) is left out, and the values of a
/// Secret are never shown.
public struct ObjectDiff: Sendable, Hashable {
    public struct Change: Sendable, Hashable, CustomStringConvertible {
        /// `spec.template.spec.containers[name="web"].image`; elements of lists that have no key go by their index.
        public var path: String
        /// Nil where the field is new.
        public var old: Value?
        /// Nil where the field went.
        public var new: Value?

        public init(path: String, old: Value?, new: Value?) {
            self.path = path
            self.old = old
            self.new = new
        }

        /// `spec.replicas: 2 → 3`
        public var description: String {
            "\(path): \(old.map { $0.json() } ?? "(none)") → \(new.map { $0.json() } ?? "(none)")"
        }
    }

    /// The object before, as it may be shown; nil when there was none.
    public let old: Value?
    /// The object after, as it may be shown; nil when there is none.
    public let new: Value?
    /// In the order of the paths. A part that came or went as a whole is one change.
    public let changes: [Change]

    public init(from old: Value?, to new: Value?, kind: Kind) {
        (self.old, self.new) = ObjectDiff.shown(old, new, kind)
        var changes: [Change] = []
        ObjectDiff.collect(self.old, self.new, .of(kind), "", &changes)
        self.changes = changes
    }

    public var isEmpty: Bool { changes.isEmpty }

    /// The difference of the two as YAML, in the form of `diff -u`; empty when there is none.
    public func unified(oldName: String, newName: String, context: Int = 3) -> String {
        func text(_ value: Value?) -> String { value.map { YAMLEmitter.emit($0) } ?? "" }
        return UnifiedDiff(from: text(old), to: text(new), context: context).text(oldName: oldName, newName: newName)
    }

    private static func collect(
        _ old: Value?,
        _ new: Value?,
        _ shape: Shape,
        _ path: String,
        _ changes: inout [Change]
    ) {
        switch (old, new) {
        case (.object(let old)?, .object(let new)?):
            for name in Set(old.keys).union(new.keys).sorted() {
                let below = path.isEmpty ? FieldPath() : FieldPath(path)
                collect(old[name], new[name], shape.field(name), below.appending(key: name).description, &changes)
            }
        case (.array(let old)?, .array(let new)?) where !old.isEmpty && !new.isEmpty:
            collect(old, new, shape, path, &changes)
        case (let old, let new):
            guard let old, let new else {
                if old != nil || new != nil { changes.append(Change(path: path, old: old, new: new)) }
                return
            }
            if !shape.isSame(old, new) { changes.append(Change(path: path, old: old, new: new)) }
        }
    }

    private static func collect(
        _ old: [Value],
        _ new: [Value],
        _ shape: Shape,
        _ path: String,
        _ changes: inout [Change]
    ) {
        if !shape.keys.isEmpty, let former = ListElements(old, shape), let latter = ListElements(new, shape) {
            for (element, item) in zip(former.elements, old) {
                let counterpart = latter.place(of: element).map { new[$0] }
                collect(item, counterpart, shape.element, path + element.description, &changes)
            }
            for (element, item) in zip(latter.elements, new) where !former.contains(element) {
                changes.append(Change(path: path + element.description, old: nil, new: item))
            }
            let kept = former.elements.filter(latter.contains)
            if kept != latter.elements.filter(former.contains) {
                let order = { (elements: [PathElement]) in Value.array(elements.map { .string($0.description) }) }
                changes.append(Change(path: path, old: order(former.elements), new: order(latter.elements)))
            }
        } else if old.count == new.count, (old + new).allSatisfy({ $0.object != nil }) {
            for (index, (old, new)) in zip(old, new).enumerated() {
                collect(old, new, shape.element, FieldPath(path).appending(index: index).description, &changes)
            }
        } else if old != new {
            changes.append(Change(path: path, old: .array(old), new: .array(new)))
        }
    }
}

// MARK: What may be shown

extension ObjectDiff {
    private static func shown(_ old: Value?, _ new: Value?, _ kind: Kind) -> (Value?, Value?) {
        let (old, new) = (old.map(withoutBookkeeping), new.map(withoutBookkeeping))
        guard kind == .secret else { return (old, new) }
        return (masked(old, other: new, "before"), masked(new, other: old, "after"))
    }

    private static func withoutBookkeeping(_ value: Value) -> Value {
        guard case .object(var fields) = value else { return value }
        if case .object(var metadata)? = fields["metadata"] {
            for name in metadata.keys where name != "name" && name != "namespace" && FieldSet.isUnowned(metadata: name)
            {
                metadata[name] = nil
            }
            fields["metadata"] = .object(metadata)
        }
        return Value.object(fields).sortedByKey
    }

    /// Secret values become stars that tell no more than whether they changed.
    private static func masked(_ value: Value?, other: Value?, _ side: String) -> Value? {
        guard case .object(var fields)? = value else { return value }
        for part in ["data", "stringData"] {
            guard case .object(var secrets)? = fields[part] else { continue }
            for name in secrets.keys { mask(&secrets, name, other?[part]?[name], side) }
            fields[part] = .object(secrets)
        }
        if case .object(var metadata)? = fields["metadata"], case .object(var notes)? = metadata["annotations"] {
            // kubectl's client-side apply keeps a copy of the whole manifest there.
            let copy = "kubectl.kubernetes.io/last-applied-configuration"
            mask(&notes, copy, other?["metadata"]?["annotations"]?[copy], side)
            metadata["annotations"] = .object(notes)
            fields["metadata"] = .object(metadata)
        }
        return .object(fields)
    }

    private static func mask(_ fields: inout Fields, _ name: String, _ other: Value?, _ side: String) {
        guard let secret = fields[name] else { return }
        let isChanged = other.map { $0 != secret } ?? false
        fields[name] = .string(isChanged ? "*** (\(side))" : "***")
    }
}

extension Value {
    /// The value with the keys of all its objects in order.
    fileprivate var sortedByKey: Value {
        switch self {
        case .object(let fields): .object(Fields(fields.sorted().map { ($0.key, $0.value.sortedByKey) }))
        case .array(let items): .array(items.map(\.sortedByKey))
        default: self
        }
    }
}
