/// A type that has a value which means "nothing was said".
public protocol Blank: Hashable, Sendable {
    init()
    /// What all boxes show that nothing was put into: one box of that value.
    static var blank: Box<Self> { get }
}

/// A large value on the heap that copies share until one of them changes.
///
/// A fresh box takes no memory: it stands for `Value()`. To read a field of the value takes no copy of the others: a
/// box hands out the place where its value stands, not the value.
public struct Box<Value: Blank>: @unchecked Sendable {
    // Written only where `isKnownUniquelyReferenced` says that nobody else can see it: so boxes may be sent.
    @usableFromInline
    final class Storage: ManagedBuffer<Value, Void> {
        /// It stays where it is for as long as the storage lives.
        @inlinable
        var address: UnsafeMutablePointer<Value> { unsafe withUnsafeMutablePointerToHeader { unsafe $0 } }
    }

    @usableFromInline var storage: Storage?

    public init() {}

    public init(_ value: Value) {
        storage = Box.store(value)
    }

    public var value: Value {
        @inlinable unsafeAddress { unsafe address }
        @inlinable unsafeMutableAddress { unsafe mutableAddress() }
    }

    /// Where the value stands for as long as this box, or a copy of it, is held and nobody writes to it.
    @inlinable
    var address: UnsafePointer<Value> {
        guard let storage else { return unsafe Box.blankAddress }
        return unsafe UnsafePointer(storage.address)
    }

    /// Where the value stands, seen by no other box.
    @inlinable
    mutating func mutableAddress() -> UnsafeMutablePointer<Value> {
        if !isKnownUniquelyReferenced(&storage) { storage = Box.store(value) }
        // The line above leaves a storage behind in any case.
        return unsafe storage.unsafelyUnwrapped.address
    }

    /// The blank box lives for as long as the program.
    @inlinable
    static var blankAddress: UnsafePointer<Value> {
        guard let storage = Value.blank.storage else { preconditionFailure("a blank box that holds nothing") }
        return unsafe UnsafePointer(storage.address)
    }

    @inlinable
    static func store(_ value: Value) -> Storage {
        let storage = Storage.create(minimumCapacity: 0) { _ in value }
        return unsafe unsafeDowncast(storage, to: Storage.self)
    }

    /// Whether nothing was ever put in: cheaper than to compare the value with a fresh one.
    public var isEmpty: Bool { storage == nil }
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
