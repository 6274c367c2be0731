/// The entries of an object, in the order in which they were written. Equality and hash ignore the order.
public struct Fields: Sendable {
    private var entries: [(key: String, value: Value)] = []
    /// The entries' places, kept once there are so many that a search from the front would show.
    private var places: [String: Int]?

    private static let searchedFromTheFront = 16

    public init() {}

    /// Of entries with the same key, the last counts.
    public init(_ entries: some Sequence<(key: String, value: Value)>) {
        self.entries.reserveCapacity(entries.underestimatedCount)
        for (key, value) in entries { self[key] = value }
    }

    public var isEmpty: Bool { entries.isEmpty }
    public var count: Int { entries.count }
    public var keys: [String] { entries.map(\.key) }
    public var values: [Value] { entries.map(\.value) }

    /// The value under a key. A new key goes to the end; nil removes the entry.
    public subscript(key: String) -> Value? {
        get { place(of: key).map { entries[$0].value } }
        set {
            guard let newValue else {
                removeValue(forKey: key)
                return
            }
            if let place = place(of: key) { entries[place].value = newValue } else { append(key, newValue) }
        }
        _modify {
            if let place = place(of: key) {
                var value: Value? = entries[place].value
                entries[place].value = .null  // So that the caller holds the only reference and changes it in place.
                defer { if let value { entries[place].value = value } else { remove(at: place) } }
                yield &value
            } else {
                var value: Value?
                defer { if let value { append(key, value) } }
                yield &value
            }
        }
    }

    @discardableResult
    public mutating func removeValue(forKey key: String) -> Value? {
        place(of: key).map { remove(at: $0) }
    }

    /// The same entries, ordered by key.
    public func sorted() -> Fields {
        Fields(entries.sorted { $0.key < $1.key })
    }

    private func place(of key: String) -> Int? {
        places.map { $0[key] } ?? entries.firstIndex { $0.key == key }
    }

    mutating func reserveCapacity(_ count: Int) {
        entries.reserveCapacity(count)
    }

    /// Adds an entry under a key that is known to be new.
    mutating func append(_ key: String, _ value: Value) {
        entries.append((key, value))
        if places != nil { places?[key] = entries.count - 1 } else { indexIfLarge() }
    }

    @discardableResult
    private mutating func remove(at place: Int) -> Value {
        let value = entries.remove(at: place).value
        places = nil
        indexIfLarge()
        return value
    }

    private mutating func indexIfLarge() {
        guard entries.count > Fields.searchedFromTheFront else { return }
        places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($0.element.key, $0.offset) })
    }
}

extension Fields: Sequence {
    public func makeIterator() -> IndexingIterator<[(key: String, value: Value)]> { entries.makeIterator() }

    public var underestimatedCount: Int { entries.count }
}

extension Fields: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, Value)...) {
        self.init(elements.lazy.map { (key: $0.0, value: $0.1) })
    }
}

extension Fields: Hashable {
    public static func == (left: Fields, right: Fields) -> Bool {
        guard left.count == right.count else { return false }
        if left.isShared(with: right) { return true }
        for place in left.entries.indices {
            // Two versions of one object mostly have their entries in the same order.
            let isSamePlace = left.entries[place].key == right.entries[place].key
            let other = isSamePlace ? right.entries[place].value : right[left.entries[place].key]
            guard left.entries[place].value == other else { return false }
        }
        return true
    }

    /// Whether both are copies of one another that nobody has changed since.
    private func isShared(with other: Fields) -> Bool {
        entries.withUnsafeBufferPointer { own in
            other.entries.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
        }
    }

    public func hash(into hasher: inout Hasher) {
        // A sum, since the order doesn't count.
        var sum = 0
        for (key, value) in entries {
            var entry = Hasher()
            entry.combine(key)
            entry.combine(value)
            sum &+= entry.finalize()
        }
        hasher.combine(sum)
    }
}
