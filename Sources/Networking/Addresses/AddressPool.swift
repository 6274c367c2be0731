import HashTreeCollections

/// Who has which address of a range.
///
/// A pure value whose copies share their parts, so that a snapshot of its holder costs nothing. Addresses are given
/// out in turn, and one that was released is not given again until the whole range has been gone through: neither a
/// peer's cached connection nor a late packet then meets a stranger.
public struct AddressPool: Sendable {
    public let range: IPv4Network
    private var owners: TreeDictionary<IPv4Address, String> = [:]
    private var addresses: TreeDictionary<String, IPv4Address> = [:]
    private var next: UInt32

    /// The range's first and last address and the reserved ones (the gateway) are never given out.
    public init(range: IPv4Network, reserved: [IPv4Address] = []) {
        self.range = range
        next = range.first.bits
        for address in reserved { owners[address] = "" }
        owners[range.first] = ""
        owners[range.last] = ""
    }

    public var count: Int { addresses.count }

    /// The address of that owner, if it has one.
    public func address(of owner: String) -> IPv4Address? { addresses[owner] }

    public func owner(of address: IPv4Address) -> String? {
        owners[address].flatMap { $0.isEmpty ? nil : $0 }
    }

    public func contains(_ address: IPv4Address) -> Bool { range.contains(address) }

    /// Gives the owner an address, the one that it has already if it has one. `nil` when the range is used up.
    /// An owner is a name that is never empty, such as a pod's uid.
    public mutating func allocate(for owner: String) -> IPv4Address? {
        if let address = addresses[owner] { return address }
        guard owners.count < Int(range.last.bits - range.first.bits) + 1 else { return nil }

        var candidate = IPv4Address(bits: next)
        while owners[candidate] != nil { candidate = following(candidate) }
        record(candidate, for: owner)
        return candidate
    }

    /// Takes back what the owner has; nothing happens when it has nothing.
    public mutating func release(owner: String) {
        guard let address = addresses.removeValue(forKey: owner) else { return }
        owners.removeValue(forKey: address)
    }

    /// Records an address that is in use already, after a restart. False, and nothing is changed, when it lies
    /// outside the range or belongs to another, or when the owner has a different one.
    public mutating func adopt(owner: String, address: IPv4Address) -> Bool {
        if addresses[owner] == address { return true }
        guard range.contains(address), owners[address] == nil, addresses[owner] == nil else { return false }
        record(address, for: owner)
        return true
    }

    /// Goes on at the place to which a number leads that never shrinks, gone round the range: further on than every
    /// address given before, where the number grew by more than was given, and has not gone round the whole range since.
    public mutating func goOn(from number: UInt64) {
        let size = UInt64(range.last.bits - range.first.bits) + 1
        next = range.first.bits + UInt32(number % size)
    }

    private mutating func record(_ address: IPv4Address, for owner: String) {
        owners[address] = owner
        addresses[owner] = address
        next = following(address).bits
    }

    private func following(_ address: IPv4Address) -> IPv4Address {
        address == range.last ? range.first : IPv4Address(bits: address.bits + 1)
    }
}
