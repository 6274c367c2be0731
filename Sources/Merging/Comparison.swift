internal import YAML

/// Which fields of an object differ between two versions of it.
///
/// A structure, map or list that is new counts as changed itself, and so does each field in it: whoever makes it owns
/// both. Elements of lists are paired by their keys; their order counts for nothing.
struct Comparison {
    /// Added, or there with another value.
    var changed = FieldSet()
    var removed = FieldSet()

    /// Compares two whole objects. What tells one object from another and what the control plane alone writes is left
    /// out. An object that is not there yet counts as an empty one.
    init(of old: Value?, to new: Value, _ shape: Shape) {
        let whole = Comparison(from: old ?? .object([:]), to: new, shape)
        changed = whole.changed.withoutIdentity()
        removed = whole.removed.withoutIdentity()
    }

    private init(from old: Value?, to new: Value?, _ shape: Shape) {
        let (old, new) = (old.present, new.present)
        if old == new {
            // Most of an object is as it was: nothing below need be taken apart.
            self.init(leaf: old, new, shape)
            return
        }
        switch shape.form {
        case .structure where !shape.isAtomic, .map where !shape.isAtomic:
            if let (from, to) = Comparison.fields(old, new) {
                self.init(from: from, to: to, hasOld: old != nil, hasNew: new != nil, shape)
            } else {
                self.init(leaf: old, new, shape)
            }
        case .list where !shape.isAtomic:
            if let lists = Comparison.items(old, new, shape) {
                self.init(from: lists.old, to: lists.new, shape)
            } else {
                self.init(leaf: old, new, shape)
            }
        default:
            self.init(leaf: old, new, shape)
            return
        }
        // A leaf has said so already; a container that came or went says so beside what is in it.
        if old == nil && new != nil { changed.isMember = true }
        if new == nil && old != nil { removed.isMember = true }
    }

    private init(leaf old: Value?, _ new: Value?, _ shape: Shape) {
        guard let new else {
            if old != nil { removed = .member }
            return
        }
        guard let old, shape.isSame(old, new) else {
            changed = .member
            return
        }
    }

    private init(from old: Fields, to new: Fields, hasOld: Bool, hasNew: Bool, _ shape: Shape) {
        var (changed, removed): ([FieldSet.Child], [FieldSet.Child]) = ([], [])
        func compare(_ name: String, _ from: Value?, _ to: Value?) {
            let (shape, element, _) = shape.entry(name)
            // What is always there is there since its holder is.
            let former = from ?? (hasOld && shape.isAlwaysPresent ? shape.blank : Value?.none)
            let latter = to ?? (hasNew && shape.isAlwaysPresent ? shape.blank : Value?.none)
            Comparison(from: former, to: latter, shape).append(element, &changed, &removed)
        }
        for (name, value) in new { compare(name, old[name], value) }
        for (name, value) in old where new[name] == nil { compare(name, value, nil) }
        self.changed = FieldSet(isMember: false, unordered: changed)
        self.removed = FieldSet(isMember: false, unordered: removed)
    }

    private init(
        from old: (items: [Value], elements: ListElements),
        to new: (items: [Value], elements: ListElements),
        _ shape: Shape
    ) {
        var (changed, removed): ([FieldSet.Child], [FieldSet.Child]) = ([], [])
        for (element, item) in zip(new.elements.elements, new.items) {
            let former = old.elements.place(of: element).map { old.items[$0] }
            Comparison(from: former, to: item, shape.element).append(element, &changed, &removed)
        }
        for (element, item) in zip(old.elements.elements, old.items) where !new.elements.contains(element) {
            Comparison(from: item, to: nil, shape.element).append(element, &changed, &removed)
        }
        self.changed = FieldSet(isMember: false, unordered: changed)
        self.removed = FieldSet(isMember: false, unordered: removed)
    }

    private func append(
        _ element: PathElement,
        _ changed: inout [FieldSet.Child],
        _ removed: inout [FieldSet.Child]
    ) {
        if !self.changed.isEmpty { changed.append(FieldSet.Child(element: element, set: self.changed)) }
        if !self.removed.isEmpty { removed.append(FieldSet.Child(element: element, set: self.removed)) }
    }

    /// The entries of both sides; nil where they are to be compared as a whole: both empty, or one no object at all.
    private static func fields(_ old: Value?, _ new: Value?) -> (Fields, Fields)? {
        guard let from = old.fields, let to = new.fields, !(from.isEmpty && to.isEmpty) else { return nil }
        return (from, to)
    }

    /// The elements of both sides; nil where they are to be compared as a whole.
    private static func items(
        _ old: Value?,
        _ new: Value?,
        _ shape: Shape
    ) -> (old: (items: [Value], elements: ListElements), new: (items: [Value], elements: ListElements))? {
        guard let from = old.items, let to = new.items, !(from.isEmpty && to.isEmpty),
            let fromElements = ListElements(from, shape), let toElements = ListElements(to, shape)
        else { return nil }
        return ((from, fromElements), (to, toElements))
    }
}

extension Value? {
    /// Null says no more than nothing.
    var present: Value? {
        if case .null? = self { nil } else { self }
    }

    /// The entries, none for nothing; nil for what is no object.
    fileprivate var fields: Fields? {
        switch self {
        case nil: [:]
        case .object(let fields)?: fields
        default: nil
        }
    }

    /// The elements, none for nothing; nil for what is no list.
    fileprivate var items: [Value]? {
        switch self {
        case nil: []
        case .array(let items)?: items
        default: nil
        }
    }
}

extension Shape {
    /// What stands at the place while it says nothing.
    fileprivate var blank: Value {
        isList ? .array([]) : .object([:])
    }
}
