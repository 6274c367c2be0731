/// An IPv4 address, such as `10.64.0.1`.
public struct IPv4Address: Hashable, Sendable {
    /// The address as a number in the host's byte order: `10.0.0.1` is `0x0A000001`.
    public var bits: UInt32

    public init(bits: UInt32) {
        self.bits = bits
    }

    public init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        bits = UInt32(first) << 24 | UInt32(second) << 16 | UInt32(third) << 8 | UInt32(fourth)
    }

    /// The four bytes in the order in which they go over the wire.
    public var bytes: [UInt8] {
        [UInt8(bits >> 24), UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
    }

    /// Whether this is an address of the machine's own loopback, 127.0.0.0/8.
    public var isLoopback: Bool { bits >> 24 == 127 }
}

extension IPv4Address: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}

extension IPv4Address: LosslessStringConvertible {
    /// Reads four decimal numbers with dots between. `nil` for anything else, leading zeros among it: some readers
    /// take `010` for 8, and an address must not mean two things.
    public init?(_ text: some StringProtocol) {
        var bits: UInt32 = 0
        var octet: UInt32 = 0
        var digits = 0
        var dots = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard digits == 0 || octet != 0 else { return nil }
                octet = octet * 10 + UInt32(byte - UInt8(ascii: "0"))
                digits += 1
                guard octet <= 255, digits <= 3 else { return nil }
            case UInt8(ascii: "."):
                guard digits > 0, dots < 3 else { return nil }
                bits = bits << 8 | octet
                (octet, digits) = (0, 0)
                dots += 1
            default:
                return nil
            }
        }
        guard dots == 3, digits > 0 else { return nil }
        self.bits = bits << 8 | octet
    }

    public var description: String {
        "\(bits >> 24).\(bits >> 16 & 0xFF).\(bits >> 8 & 0xFF).\(bits & 0xFF)"
    }
}
