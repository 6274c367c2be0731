/// A set of fields of one object, by their paths: what a manager owns, or what a change touched.
///
/// A tree whose nodes are steps of paths. A path is in the set when its node is a member; that a field is a member says
/// nothing of the fields below it. No node without members below it is kept, so that equal sets are equal trees.
public struct FieldSet: Sendable, Hashable {
    struct Child: Sendable, Hashable {
        let element: PathElement
        var set: FieldSet
    }

    /// Whether the place where this set hangs is itself in the set.
    var isMember: Bool
    /// Ordered by element; none is empty.
    private(set) var children: [Child]

    public init() {
        isMember = false
        children = []
    }

    /// A set of one field at its own place, without any below.
    static let member = FieldSet(isMember: true, children: [])

    /// Takes children that may be empty, in any order, each element once.
    init(isMember: Bool, unordered children: [Child]) {
        self.isMember = isMember
        self.children = children.filter { !$0.set.isEmpty }.sorted { $0.element < $1.element }
    }

    private init(isMember: Bool, children: [Child]) {
        self.isMember = isMember
        self.children = children
    }

    public var isEmpty: Bool { !isMember && children.isEmpty }

    /// How many paths are in the set.
    public var count: Int {
        children.reduce(isMember ? 1 : 0) { $0 + $1.set.count }
    }

    /// What lies below an element; empty where there is nothing.
    subscript(element: PathElement) -> FieldSet {
        place(of: element).map { children[$0].set } ?? FieldSet()
    }

    /// Whether the field at a path is in the set.
    public func contains(_ path: some Collection<PathElement>) -> Bool {
        guard let first = path.first else { return isMember }
        return self[first].contains(path.dropFirst())
    }

    /// Whether the field at a path, or one below it, is in the set.
    public func containsAnything(at path: some Collection<PathElement>) -> Bool {
        guard let first = path.first else { return !isEmpty }
        return self[first].containsAnything(at: path.dropFirst())
    }

    public mutating func insert(_ path: some Collection<PathElement>) {
        guard let first = path.first else {
            isMember = true
            return
        }
        let place = children.firstIndex { $0.element >= first } ?? children.count
        if place == children.count || children[place].element != first {
            children.insert(Child(element: first, set: FieldSet()), at: place)
        }
        children[place].set.insert(path.dropFirst())
    }

    /// All paths of the set, each field before those below it.
    public var paths: [[PathElement]] {
        var paths: [[PathElement]] = []
        collect(into: &paths, below: [])
        return paths
    }

    /// The paths of the set that no other path of it begins with.
    public var leaves: [[PathElement]] {
        if children.isEmpty { return isMember ? [[]] : [] }
        return children.flatMap { child in child.set.leaves.map { [child.element] + $0 } }
    }

    private func collect(into paths: inout [[PathElement]], below path: [PathElement]) {
        if isMember { paths.append(path) }
        for child in children { child.set.collect(into: &paths, below: path + [child.element]) }
    }

    private func place(of element: PathElement) -> Int? {
        children.firstIndex { $0.element == element }
    }
}

extension FieldSet {
    /// The paths that are in either.
    public func union(_ other: FieldSet) -> FieldSet {
        combined(with: other, isMember: isMember || other.isMember) { left, right in
            guard let left else { return right }
            return right.map(left.union) ?? left
        }
    }

    /// The paths that are in both.
    public func intersection(_ other: FieldSet) -> FieldSet {
        combined(with: other, isMember: isMember && other.isMember) { left, right in
            guard let left, let right else { return nil }
            return left.intersection(right)
        }
    }

    /// The paths that are in this one alone. What lies below a path of the other stays, unless it is in the other too.
    public func subtracting(_ other: FieldSet) -> FieldSet {
        combined(with: other, isMember: isMember && !other.isMember) { left, right in
            guard let left, let right else { return left }
            return left.subtracting(right)
        }
    }

    /// Walks both, element by element in order.
    private func combined(
        with other: FieldSet,
        isMember: Bool,
        _ combine: (FieldSet?, FieldSet?) -> FieldSet?
    ) -> FieldSet {
        var result: [Child] = []
        result.reserveCapacity(max(children.count, other.children.count))
        var (left, right) = (children[...], other.children[...])
        while let element = FieldSet.firstElement(of: left, right) {
            let mine = left.first?.element == element ? left.removeFirst().set : nil
            let others = right.first?.element == element ? right.removeFirst().set : nil
            if let set = combine(mine, others), !set.isEmpty { result.append(Child(element: element, set: set)) }
        }
        return FieldSet(isMember: isMember, children: result)
    }

    private static func firstElement(of left: ArraySlice<Child>, _ right: ArraySlice<Child>) -> PathElement? {
        guard let first = left.first?.element else { return right.first?.element }
        return right.first.map { min(first, $0.element) } ?? first
    }
}

extension FieldSet {
    /// Nobody owns what tells one object from another, nor what the control plane alone writes: the set without these.
    func withoutIdentity() -> FieldSet {
        let children = children.compactMap { child -> Child? in
            switch child.element {
            case "f:apiVersion", "f:kind": return nil
            case "f:metadata":
                let kept = child.set.children.filter { !FieldSet.unownedMetadata.contains($0.element.text) }
                return kept.isEmpty
                    ? nil : Child(element: child.element, set: FieldSet(isMember: false, children: kept))
            default: return child
            }
        }
        return FieldSet(isMember: false, children: children)
    }

    static func isUnowned(metadata name: String) -> Bool { unownedMetadata.contains("f:" + name) }

    private static let unownedMetadata: Set<String> = [
        "f:creationTimestamp", "f:deletionGracePeriodSeconds", "f:deletionTimestamp", "f:generation",
        "f:managedFields", "f:name", "f:namespace", "f:resourceVersion", "f:selfLink", "f:uid",
    ]
}

extension PathElement: ExpressibleByStringLiteral {
    /// Takes the spelling of FieldsV1: `"f:spec"`.
    public init(stringLiteral text: String) {
        self.init(fieldsV1: text)
    }
}
