/// A type that has a value which means "nothing was said".
public protocol Blank {
    init()
}

/// A large value on the heap that copies share until one of them changes.
///
/// A fresh box takes no memory: it stands for `Value()`.
public struct Box<Value: Hashable & Sendable & Blank>: Sendable {
    // Written only where `isKnownUniquelyReferenced` says that nobody else can see it.
    fileprivate final class Storage: @unchecked Sendable {
        // For the same reason there is nothing for the runtime to watch, at a price, at each read.
        @exclusivity(unchecked) var value: Value

        init(_ value: Value) {
            self.value = value
        }
    }

    private var storage: Storage?

    public init() {}

    public init(_ value: Value) {
        storage = Storage(value)
    }

    public var value: Value {
        _read {
            if let storage {
                yield storage.value
            } else {
                yield Value()
            }
        }
        _modify {
            // No second reference may be held here: the box would then never be found to be alone.
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage?.value ?? Value()) }
            // The line above leaves a storage behind in any case.
            let storage = unsafe storage.unsafelyUnwrapped
            yield &storage.value
        }
    }

    /// Whether nothing was ever put in: cheaper than to compare the value with a fresh one.
    public var isEmpty: Bool { storage == nil }

    /// Whether both are copies of one another that nobody has changed since.
    public func isShared(with other: Box) -> Bool {
        storage === other.storage
    }
}

extension Box: Hashable {
    public static func == (left: Box, right: Box) -> Bool {
        left.storage === right.storage || left.value == right.value
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(value)
    }
}

/// An optional part of a structure, on the heap: absent it takes one word, and copies share it until one changes.
@propertyWrapper
public struct Boxed<Value: Hashable & Sendable>: Sendable {
    // Never written after its making.
    private final class Storage: Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
    }

    private var storage: Storage?

    public init() {}

    public init(wrappedValue: Value?) {
        storage = wrappedValue.map(Storage.init)
    }

    public var wrappedValue: Value? {
        get { storage?.value }
        set { storage = newValue.map(Storage.init) }
    }
}

extension Boxed: Hashable {
    public static func == (left: Boxed, right: Boxed) -> Bool {
        left.storage === right.storage || left.wrappedValue == right.wrappedValue
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(wrappedValue)
    }
}
