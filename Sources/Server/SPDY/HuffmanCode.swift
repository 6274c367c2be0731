/// A canonical code of RFC 1951: symbols by the lengths of their codes.
struct HuffmanCode {
    private static let longest = 15

    /// How many codes there are of each length.
    private var counts = [Int](repeating: 0, count: longest + 1)
    /// Symbols by length, then by value.
    private var symbols: [Int]

    init(lengths: [Int]) {
        for length in lengths where length > 0 { counts[length] += 1 }
        symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }

    static let fixed = HuffmanCode(
        lengths: Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
            + Array(repeating: 8, count: 8)
    )
    static let fixedDistances = HuffmanCode(lengths: Array(repeating: 5, count: 30))

    func read(_ bits: inout BitReader) throws(Inflater.Malformed) -> Int {
        var (code, first, index) = (0, 0, 0)
        for length in 1...Self.longest {
            code |= try bits.take(1)
            if code - first < counts[length] { return symbols[index + code - first] }
            index += counts[length]
            first = (first + counts[length]) << 1
            code <<= 1
        }
        throw Inflater.Malformed()
    }
}

/// Takes bits out of bytes, the lowest first.
struct BitReader {
    private let bytes: ArraySlice<UInt8>
    private var next: Int
    /// Bits of the byte before `next` that are not taken yet.
    private var left = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        next = bytes.startIndex
    }

    /// Whether no whole byte is left: what fills up the last one says nothing.
    var isAtEnd: Bool { next == bytes.endIndex }

    mutating func skipToByte() { left = 0 }

    mutating func take(_ count: Int) throws(Inflater.Malformed) -> Int {
        var value = 0
        for place in 0..<count {
            if left == 0 {
                guard next < bytes.endIndex else { throw Inflater.Malformed() }
                next += 1
                left = 8
            }
            value |= Int(bytes[next - 1] >> UInt8(8 - left) & 1) << place
            left -= 1
        }
        return value
    }
}
