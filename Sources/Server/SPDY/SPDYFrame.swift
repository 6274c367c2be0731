/// The frames of SPDY/3.1 that a port forward is made of; others are left out.
enum SPDYFrame: Equatable {
    /// The other side opens a stream.
    case open(stream: UInt32, headers: [String: String])
    case data(stream: UInt32, [UInt8], isLast: Bool)
    /// The other side gives a stream up.
    case reset(stream: UInt32)
    case ping([UInt8])
    /// The other side opens no more streams.
    case goAway
}

/// Takes frames out of bytes that come in pieces.
struct SPDYReader {
    struct Malformed: Error {}

    private static let headerLength = 8
    private static let longestFrame = 1 << 20

    private var waiting: [UInt8] = []
    private let inflater = Inflater(dictionary: SPDYDictionary.bytes)

    mutating func take(_ bytes: [UInt8]) throws -> [SPDYFrame] {
        waiting += bytes
        var frames: [SPDYFrame] = []
        var start = 0
        while waiting.count - start >= Self.headerLength {
            let length = Int(number(start + 5, 3))
            guard length <= Self.longestFrame else { throw Malformed() }
            let end = start + Self.headerLength + length
            guard end <= waiting.count else { break }
            if let frame = try frame(start, waiting[(start + Self.headerLength)..<end]) { frames.append(frame) }
            start = end
        }
        waiting.removeFirst(start)
        return frames
    }

    private func number(_ start: Int, _ count: Int) -> UInt32 {
        waiting[start..<start + count].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private mutating func frame(_ start: Int, _ payload: ArraySlice<UInt8>) throws -> SPDYFrame? {
        let head = number(start, 4)
        let flags = waiting[start + 4]
        guard head >> 31 == 1 else {
            return .data(stream: head, Array(payload), isLast: flags & 1 == 1)
        }
        guard head >> 16 & 0x7fff == 3 else { throw Malformed() }
        switch head & 0xffff {
        case 1:
            guard payload.count >= 10 else { throw Malformed() }
            let headers = try headers(inflater.inflate(payload.dropFirst(10)))
            return .open(stream: number(payload.startIndex, 4) & 0x7fff_ffff, headers: headers)
        case 3:
            guard payload.count == 8 else { throw Malformed() }
            return .reset(stream: number(payload.startIndex, 4) & 0x7fff_ffff)
        case 6: return .ping(Array(payload))
        case 7: return .goAway
        case 8:
            // More headers of a stream. They say nothing here, but what comes after them may point at them.
            guard payload.count >= 4 else { throw Malformed() }
            _ = try inflater.inflate(payload.dropFirst(4))
            return nil
        default: return nil
        }
    }

    private func headers(_ block: [UInt8]) throws -> [String: String] {
        var rest = block[...]
        func length() throws -> Int {
            guard rest.count >= 4 else { throw Malformed() }
            defer { rest = rest.dropFirst(4) }
            return Int(rest.prefix(4).reduce(0 as UInt32) { $0 << 8 | UInt32($1) })
        }
        func text() throws -> String {
            let length = try length()
            guard length <= rest.count else { throw Malformed() }
            defer { rest = rest.dropFirst(length) }
            return String(decoding: rest.prefix(length), as: UTF8.self)
        }
        var headers: [String: String] = [:]
        for _ in 0..<(try length()) {
            let name = try text()
            headers[name.lowercased()] = try text()
        }
        return headers
    }
}

/// Writes frames. What it answers to opened streams must be sent in the order in which it was asked for.
struct SPDYWriter {
    private var hasBegun = false

    /// Accepts a stream, with no headers.
    mutating func accept(_ stream: UInt32) -> [UInt8] {
        // Not compressed: a stored block of the number of headers, and the empty block that ends a piece.
        var block: [UInt8] = [0, 4, 0, 0xfb, 0xff, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
        if !hasBegun { block = [0x78, 0x20] + Self.bytes(SPDYDictionary.checksum) + block }
        hasBegun = true
        return Self.control(2, Self.bytes(stream) + block)
    }

    static func data(_ stream: UInt32, _ bytes: [UInt8], isLast: Bool) -> [UInt8] {
        Self.bytes(stream & 0x7fff_ffff) + length(bytes.count, flags: isLast ? 1 : 0) + bytes
    }

    static func ping(_ payload: [UInt8]) -> [UInt8] { control(6, payload) }

    private static func control(_ type: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [0x80, 3, 0, type] + length(payload.count, flags: 0) + payload
    }

    private static func length(_ length: Int, flags: UInt8) -> [UInt8] {
        [flags] + bytes(UInt32(truncatingIfNeeded: length)).dropFirst()
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
