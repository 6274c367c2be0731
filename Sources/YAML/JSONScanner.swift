/// The one pass over a JSON text that checks its grammar and its UTF-8 and lays down its records. It keeps its own
/// stack: no input can exhaust the thread's.
struct JSONScanner {
    struct Failure: Error {
        var offset: Int
        var message: String
    }

    private(set) var builder = DocumentBuilder()
    /// The text of the strings that bear escapes. Their records' offsets go on where those of the whole text end.
    private(set) var unescaped: [UInt8] = []
    private let text: UnsafeBufferPointer<UInt8>
    private let depthLimit: Int
    private var offset = 0

    init(_ text: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
        self.text = text
        self.depthLimit = depthLimit
        // Between 6 and 12 bytes per node are usual.
        builder.reserve(text.count / 8 + 4)
    }

    mutating func run() throws(Failure) {
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        repeat {
            try value()
        } while try separator()
        guard offset == text.count else { throw failure("nothing may follow the document's value") }
    }

    /// Reads up to the end of the next scalar or empty container, through the containers' beginnings and the keys that
    /// stand before it.
    private mutating func value() throws(Failure) {
        while true {
            switch byte(at: skipSpace()) {
            case UInt8(ascii: "{"):
                try open(.mapping)
                if byte(at: skipSpace()) == UInt8(ascii: "}") { return close() }
                try key()
            case UInt8(ascii: "["):
                try open(.sequence)
                if byte(at: skipSpace()) == UInt8(ascii: "]") { return close() }
            case UInt8(ascii: "\""): return builder.append(try string())
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
            case UInt8(ascii: "t"): return try literal("true")
            case UInt8(ascii: "f"): return try literal("false")
            case UInt8(ascii: "n"): return try literal("null")
            default: throw failure("a value is missing here")
            }
        }
    }

    /// Reads what follows a value: the ends of containers, and the comma and key before the next value. False at the
    /// end of the outermost value.
    private mutating func separator() throws(Failure) -> Bool {
        while let kind = builder.openKind {
            let next = byte(at: skipSpace())
            switch (next, kind) {
            case (UInt8(ascii: ","), .mapping):
                offset += 1
                try key()
                return true
            case (UInt8(ascii: ","), _):
                offset += 1
                return true
            case (UInt8(ascii: "}"), .mapping), (UInt8(ascii: "]"), .sequence):
                close()
            default:
                throw failure(kind == .mapping ? "a comma or } is missing here" : "a comma or ] is missing here")
            }
        }
        _ = skipSpace()
        return false
    }

    private mutating func open(_ kind: Node.Kind) throws(Failure) {
        guard builder.depth < depthLimit else {
            throw failure("more than \(depthLimit) objects and arrays inside one another")
        }
        builder.open(Record(kind: kind, place: .init(lineOrOffset: UInt32(offset))))
        offset += 1
    }

    private mutating func close() {
        builder.close()
        offset += 1
    }

    private mutating func key() throws(Failure) {
        guard byte(at: skipSpace()) == UInt8(ascii: "\"") else {
            throw failure("a key in double quotes is missing here")
        }
        let record = try string()
        let start = Int(record.offset)
        if start < text.count {
            builder.appendKey(record, bytes: .init(rebasing: text[start..<start + Int(record.count)]))
        } else {
            unescaped.withUnsafeBufferPointer {
                builder.appendKey(record, bytes: .init(rebasing: $0[(start - text.count)...]))
            }
        }
        guard byte(at: skipSpace()) == UInt8(ascii: ":") else { throw failure("a colon is missing after the key") }
        offset += 1
    }
}

// Scalars.
extension JSONScanner {
    private mutating func literal(_ word: StaticString) throws(Failure) {
        let start = offset
        for index in 0..<word.utf8CodeUnitCount {
            guard byte(at: start + index) == word.utf8Start[index] else { throw failure("a value is missing here") }
        }
        offset += word.utf8CodeUnitCount
        appendPlain(from: start)
    }

    private mutating func number() throws(Failure) {
        let start = offset
        if byte(at: offset) == UInt8(ascii: "-") { offset += 1 }
        if byte(at: offset) == UInt8(ascii: "0") {
            offset += 1
            if JSONScanner.isDigit(byte(at: offset)) { throw failure("a number can't begin with 0", at: start) }
        } else {
            try digits()
        }
        if byte(at: offset) == UInt8(ascii: ".") {
            offset += 1
            try digits()
        }
        if byte(at: offset) | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if byte(at: offset) == UInt8(ascii: "+") || byte(at: offset) == UInt8(ascii: "-") { offset += 1 }
            try digits()
        }
        appendPlain(from: start)
    }

    private mutating func digits() throws(Failure) {
        guard JSONScanner.isDigit(byte(at: offset)) else { throw failure("a digit is missing here") }
        repeat { offset += 1 } while JSONScanner.isDigit(byte(at: offset))
    }

    private mutating func appendPlain(from start: Int) {
        builder.append(
            Record(
                kind: .scalar,
                isPlain: true,
                offset: UInt32(start),
                count: UInt32(offset - start),
                place: .init(lineOrOffset: UInt32(start))
            )
        )
    }

    private mutating func string() throws(Failure) -> Record {
        let quote = offset
        offset += 1
        try skipUnescaped()
        var record = Record(kind: .scalar, place: .init(lineOrOffset: UInt32(quote)))
        if byte(at: offset) == UInt8(ascii: "\\") {
            let start = unescaped.count
            record.offset = UInt32(text.count + start)
            unescaped.append(contentsOf: text[quote + 1..<offset])
            try unescapeRest(quote: quote)
            record.count = UInt32(unescaped.count - start)
        } else {
            record.offset = UInt32(quote + 1)
            record.count = UInt32(offset - quote - 1)
        }
        guard offset < text.count else { throw failure("the string that begins here has no end", at: quote) }
        offset += 1
        return record
    }

    /// Copies from the first backslash up to the closing quote.
    private mutating func unescapeRest(quote: Int) throws(Failure) {
        while byte(at: offset) == UInt8(ascii: "\\") {
            try escape()
            let start = offset
            try skipUnescaped()
            unescaped.append(contentsOf: text[start..<offset])
        }
    }

    /// Goes on to the next quote or backslash, or to the end of the text.
    private mutating func skipUnescaped() throws(Failure) {
        skipOrdinary()
        while offset < text.count {
            let byte = text[offset]
            if byte >= 0x80 {
                guard let length = UTF8Sequence.length(in: text, at: offset) else { throw failure("invalid UTF-8") }
                offset += length
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                return
            } else if byte < 0x20 {
                throw failure("a control character in a string must be escaped")
            } else {
                offset += 1
            }
        }
    }

    /// Goes on by eight bytes at a time, as long as each of them is ASCII and stands for itself.
    private mutating func skipOrdinary() {
        let bytes = UnsafeRawBufferPointer(text)
        while offset + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            // A subtraction sets the highest bit of a byte that is less than what is taken from it: of a control
            // character here, and below of the zero that a quote or a backslash has become.
            let control = word &- 0x2020_2020_2020_2020
            let quote = (word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101
            let backslash = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
            if (word | control | quote | backslash) & 0x8080_8080_8080_8080 != 0 { return }
            offset += 8
        }
    }

    private mutating func escape() throws(Failure) {
        let letter = byte(at: offset + 1)
        offset += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): unescaped.append(contentsOf: String(try escapedScalar()).utf8)
        default: throw failure("unknown escape in a string", at: offset - 2)
        }
    }

    /// The scalar of `\uXXXX`, or of two that make a surrogate pair. Half a pair becomes U+FFFD, as in Go.
    private mutating func escapedScalar() throws(Failure) -> Unicode.Scalar {
        let high = try hexadecimal()
        if let scalar = Unicode.Scalar(high) { return scalar }
        let isPair =
            high < 0xDC00 && byte(at: offset) == UInt8(ascii: "\\") && byte(at: offset + 1) == UInt8(ascii: "u")
        guard isPair else { return "\u{FFFD}" }
        let afterHigh = offset
        offset += 2
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        {
            return scalar
        }
        offset = afterHigh
        return "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = byte(at: offset)
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 0x0F)
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                value = value << 4 | UInt32(byte & 0x0F + 9)
            default: throw failure("four hexadecimal digits are missing here")
            }
            offset += 1
        }
        return value
    }
}

// Bytes.
extension JSONScanner {
    /// The byte at an offset; 0, which no grammar rule accepts, behind the end.
    private func byte(at offset: Int) -> UInt8 {
        offset < text.count ? text[offset] : 0
    }

    @discardableResult
    private mutating func skipSpace() -> Int {
        while offset < text.count {
            switch text[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): offset += 1
            default: return offset
            }
        }
        return offset
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private func failure(_ message: String, at place: Int? = nil) -> Failure {
        let place = place ?? offset
        guard place >= text.count else { return Failure(offset: place, message: message) }
        return Failure(offset: text.count, message: "the text ends too early: \(message)")
    }
}
