/// Reads a zlib stream (RFC 1950, 1951) that comes in pieces, each of which ends where a block ends.
struct Inflater {
    struct Malformed: Error {}

    /// What one piece may grow to: headers are small.
    private static let limit = 1 << 16
    private static let window = 1 << 15

    private let dictionary: [UInt8]
    private let checksum: UInt32
    private var hasBegun = false
    /// What pointers may point at, and then the piece that is being read.
    private var output: [UInt8] = []

    init(dictionary: [UInt8], checksum: UInt32) {
        self.dictionary = dictionary
        self.checksum = checksum
    }

    mutating func inflate(_ piece: ArraySlice<UInt8>) throws(Malformed) -> [UInt8] {
        var bits = BitReader(piece)
        if !hasBegun { try begin(&bits) }
        output = Array(output.suffix(Self.window))
        let start = output.count
        while !bits.isAtEnd {
            _ = try bits.take(1)  // Whether it is the last block: the end of the piece says so too.
            switch try bits.take(2) {
            case 0: try copyStored(&bits)
            case 1: try expand(&bits, .fixed, .fixedDistances, from: start)
            case 2:
                let (literals, distances) = try Self.readCodes(&bits)
                try expand(&bits, literals, distances, from: start)
            default: throw Malformed()
            }
            guard output.count - start <= Self.limit else { throw Malformed() }
        }
        return Array(output[start...])
    }

    private mutating func begin(_ bits: inout BitReader) throws(Malformed) {
        let (method, flags) = (try bits.take(8), try bits.take(8))
        guard method & 15 == 8, (method << 8 | flags) % 31 == 0 else { throw Malformed() }
        hasBegun = true
        guard flags & 0x20 != 0 else { return }
        var named: UInt32 = 0
        for _ in 0..<4 { named = named << 8 | UInt32(try bits.take(8)) }
        guard named == checksum else { throw Malformed() }
        output = dictionary
    }

    // MARK: Blocks

    private mutating func copyStored(_ bits: inout BitReader) throws(Malformed) {
        bits.skipToByte()
        let (length, complement) = (try bits.take(16), try bits.take(16))
        guard length ^ complement == 0xffff else { throw Malformed() }
        for _ in 0..<length { output.append(UInt8(try bits.take(8))) }
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]

    private mutating func expand(
        _ bits: inout BitReader,
        _ literals: HuffmanCode,
        _ distances: HuffmanCode,
        from start: Int
    ) throws(Malformed) {
        while true {
            let symbol = try literals.read(&bits)
            if symbol < 256 {
                output.append(UInt8(symbol))
            } else if symbol == 256 {
                return
            } else {
                try copy(&bits, lengthSymbol: symbol - 257, distances)
            }
            guard output.count - start <= Self.limit else { throw Malformed() }
        }
    }

    private mutating func copy(_ bits: inout BitReader, lengthSymbol: Int, _ distances: HuffmanCode) throws(Malformed) {
        guard lengthSymbol < Self.lengthBases.count else { throw Malformed() }
        let lengthBits = lengthSymbol < 8 || lengthSymbol == 28 ? 0 : lengthSymbol / 4 - 1
        let length = Self.lengthBases[lengthSymbol] + (try bits.take(lengthBits))
        let distanceSymbol = try distances.read(&bits)
        guard distanceSymbol < Self.distanceBases.count else { throw Malformed() }
        let distanceBits = distanceSymbol < 4 ? 0 : distanceSymbol / 2 - 1
        let distance = Self.distanceBases[distanceSymbol] + (try bits.take(distanceBits))
        guard distance <= output.count else { throw Malformed() }
        for _ in 0..<length { output.append(output[output.count - distance]) }
    }

    // MARK: Codes

    /// In this order the lengths of the code stand in which the lengths of the other two are written.
    private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private static func readCodes(_ bits: inout BitReader) throws(Malformed) -> (HuffmanCode, HuffmanCode) {
        let (literals, distances) = (try bits.take(5) + 257, try bits.take(5) + 1)
        let count = try bits.take(4) + 4
        var codeLengths = [Int](repeating: 0, count: 19)
        for place in lengthOrder.prefix(count) { codeLengths[place] = try bits.take(3) }
        let code = HuffmanCode(lengths: codeLengths)
        var lengths: [Int] = []
        while lengths.count < literals + distances {
            let symbol = try code.read(&bits)
            switch symbol {
            case 0..<16: lengths.append(symbol)
            case 16:
                guard let last = lengths.last else { throw Malformed() }
                lengths += Array(repeating: last, count: try bits.take(2) + 3)
            case 17: lengths += Array(repeating: 0, count: try bits.take(3) + 3)
            default: lengths += Array(repeating: 0, count: try bits.take(7) + 11)
            }
        }
        guard lengths.count == literals + distances else { throw Malformed() }
        return (HuffmanCode(lengths: Array(lengths[..<literals])), HuffmanCode(lengths: Array(lengths[literals...])))
    }
}
