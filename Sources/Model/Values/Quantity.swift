public import YAML

/// An exact amount as Kubernetes writes it: `100m` of a core, `123Mi` of memory.
///
/// Two amounts are equal where their values are, however they are written: `128974848` equals `123Mi`. What is smaller
/// than a billionth is rounded up to one; what is larger than 2⁶³-1 counts as that.
public struct Quantity: Sendable {
    /// The family of suffixes, which an amount keeps when it is written again.
    public enum Format: UInt8, Sendable, Hashable {
        /// `m`, `k`, `M`, ...: powers of 1000.
        case decimal
        /// `Ki`, `Mi`, ...: powers of 1024.
        case binary
        /// `e3`, `e6`, ...
        case exponent
    }

    /// The value in billionths.
    var nanos: Int128
    public var format: Format

    static let nanosPerUnit: Int128 = 1_000_000_000
    static let limit = Int128(Int64.max) * nanosPerUnit

    public init() { self.init(nanos: 0, format: .decimal) }

    public init(_ units: Int, format: Format = .decimal) {
        self.init(nanos: Int128(units) * Quantity.nanosPerUnit, format: format)
    }

    public init(milli: Int, format: Format = .decimal) {
        self.init(nanos: Int128(milli) * 1_000_000, format: format)
    }

    init(nanos: Int128, format: Format) {
        self.nanos = min(max(nanos, -Quantity.limit), Quantity.limit)
        self.format = format
    }

    /// Thousandths, rounded up: the cores that cpu is reckoned in.
    public var milli: Int { Int(clamping: nanos.dividedRoundingUp(by: 1_000_000)) }

    /// Whole units, rounded up: bytes, pods.
    public var units: Int { Int(clamping: nanos.dividedRoundingUp(by: Quantity.nanosPerUnit)) }

    public var double: Double { Double(nanos) / 1e9 }

    public static func + (left: Quantity, right: Quantity) -> Quantity {
        Quantity(nanos: left.nanos + right.nanos, format: left.nanos == 0 ? right.format : left.format)
    }

    public static func - (left: Quantity, right: Quantity) -> Quantity {
        Quantity(nanos: left.nanos - right.nanos, format: left.nanos == 0 ? right.format : left.format)
    }

    public static func += (left: inout Quantity, right: Quantity) { left = left + right }

    public static func -= (left: inout Quantity, right: Quantity) { left = left - right }
}

extension Quantity: Hashable, Comparable {
    public static func == (left: Quantity, right: Quantity) -> Bool { left.nanos == right.nanos }

    public static func < (left: Quantity, right: Quantity) -> Bool { left.nanos < right.nanos }

    public func hash(into hasher: inout Hasher) { hasher.combine(nanos) }
}

extension Quantity: FieldValue {
    public var isZero: Bool { nanos == 0 }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Quantity {
        guard node.kind == .scalar else {
            context.mismatch(node, expected: "quantity", goType: "resource.Quantity")
            return Quantity()
        }
        do throws(QuantityError) {
            return try Quantity(parsing: node.text)
        } catch {
            context.error(node, "\(error.description), found \"\(node.text)\"")
            return Quantity()
        }
    }

    public func encode(to writer: inout JSONWriter) { writer.string(description) }
}

extension FixedWidthInteger {
    /// The quotient, rounded away from zero.
    func dividedRoundingUp(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        if remainder == 0 { return quotient }
        return self < 0 ? quotient - 1 : quotient + 1
    }
}
