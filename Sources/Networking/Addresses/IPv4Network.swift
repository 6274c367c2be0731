/// A range of addresses that share their first bits, such as `10.64.0.0/16`.
public struct IPv4Network: Hashable, Sendable {
    /// The first address of the range.
    public let first: IPv4Address
    /// How many leading bits all of its addresses share, 0 to 32.
    public let prefixLength: Int

    /// The range of that size in which the address lies. The length is taken into 0...32.
    public init(containing address: IPv4Address, prefixLength: Int) {
        let length = min(max(prefixLength, 0), 32)
        self.prefixLength = length
        first = IPv4Address(bits: address.bits & Self.mask(length))
    }

    /// The last address of the range: the broadcast address where the range is a subnet.
    public var last: IPv4Address { IPv4Address(bits: first.bits | ~Self.mask(prefixLength)) }

    public func contains(_ address: IPv4Address) -> Bool {
        address.bits & Self.mask(prefixLength) == first.bits
    }

    public func overlaps(_ other: IPv4Network) -> Bool {
        contains(other.first) || other.contains(first)
    }

    private static func mask(_ length: Int) -> UInt32 {
        length == 0 ? 0 : UInt32.max << UInt32(32 - length)
    }
}

extension IPv4Network: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        (left.first, left.prefixLength) < (right.first, right.prefixLength)
    }
}

extension IPv4Network: LosslessStringConvertible {
    /// Reads `address/length`. `nil` where bits behind the prefix are set: `10.0.0.1/8` names a host, not a range.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPv4Address(parts[0]), let length = Int(parts[1]),
            (0...32).contains(length), String(length) == parts[1]
        else { return nil }
        self.init(containing: address, prefixLength: length)
        guard first == address else { return nil }
    }

    public var description: String { "\(first)/\(prefixLength)" }
}
