extension Node {
    /// The entries of a mapping, in order; none for other kinds of nodes.
    @inlinable public var entries: Entries { Entries(node: self) }

    /// The elements of a sequence, in order; none for other kinds of nodes.
    @inlinable public var elements: Elements { Elements(node: self) }

    public struct Entries: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: Document
        @usableFromInline var index: Int
        @usableFromInline var remaining: Int

        @inlinable
        init(node: Node) {
            document = node.document
            index = node.index + 1
            remaining = node.kind == .mapping ? node.count : 0
        }

        public var underestimatedCount: Int { remaining }

        @inlinable
        public mutating func next() -> (key: Node, value: Node)? {
            guard remaining > 0 else { return nil }
            remaining -= 1
            let valueIndex = index + Int(document.records[index].size)
            defer { index = valueIndex + Int(document.records[valueIndex].size) }
            return (Node(document: document, index: index), Node(document: document, index: valueIndex))
        }
    }

    public struct Elements: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: Document
        @usableFromInline var index: Int
        @usableFromInline var remaining: Int

        @inlinable
        init(node: Node) {
            document = node.document
            index = node.index + 1
            remaining = node.kind == .sequence ? node.count : 0
        }

        public var underestimatedCount: Int { remaining }

        @inlinable
        public mutating func next() -> Node? {
            guard remaining > 0 else { return nil }
            remaining -= 1
            defer { index += Int(document.records[index].size) }
            return Node(document: document, index: index)
        }
    }
}

extension Node {
    /// One step down the tree.
    enum Step {
        /// To an entry: its key's or its value's node.
        case entry(key: Node, Node)
        case element(Int, Node)

        var node: Node {
            switch self {
            case .entry(_, let node), .element(_, let node): node
            }
        }

        func path(from path: FieldPath) -> FieldPath {
            switch self {
            case .entry(let key, _): key.kind == .scalar ? path.appending(key: key.text) : path
            case .element(let index, _): path.appending(index: index)
            }
        }
    }

    /// The child that is or holds the record `target`.
    func step(towards target: Int) -> Step? {
        for (key, value) in entries {
            if key.holds(target) { return .entry(key: key, key) }
            if value.holds(target) { return .entry(key: key, value) }
        }
        for (position, element) in elements.enumerated() where element.holds(target) {
            return .element(position, element)
        }
        return nil
    }

    private func holds(_ target: Int) -> Bool {
        target >= index && target < index + Int(record.size)
    }
}
