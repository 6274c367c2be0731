internal import CLinux
internal import Glibc

/// What every line of the journal's files has in common, in every version of the format: it is one JSON object, its
/// last member is `"crc"`, the CRC-32C of all bytes before `,"crc"`, and a newline ends it.
enum Line {
    /// `,"crc":"` and eight digits and `"}`.
    static let sealLength = 18
    private static let sealOpening: StaticString = ",\"crc\":\""

    /// Ends the line that begins at `start` with its checksum and a newline.
    static func seal(_ bytes: inout [UInt8], from start: Int) {
        let checksum = bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[start...])) }
        bytes.append(sealOpening)
        bytes.append(hexadecimal: checksum)
        bytes.append("\"}\n")
    }

    /// The line without its seal, where the checksum is right.
    /// - Parameter line: a line without its newline.
    static func unsealed(_ line: UnsafeRawBufferPointer) throws(LineProblem) -> UnsafeRawBufferPointer {
        guard line.count > sealLength else { throw LineProblem("not a whole record") }
        let content = UnsafeRawBufferPointer(rebasing: line[..<(line.count - sealLength)])
        var seal = LineCursor(UnsafeRawBufferPointer(rebasing: line[(line.count - sealLength)...]))
        guard seal.skip(sealOpening), let stated = seal.hexadecimal(), seal.skip("\"}") else {
            throw LineProblem("not a whole record: no checksum at its end")
        }
        guard stated == Checksum.of(content) else { throw LineProblem("the checksum does not match") }
        return content
    }
}

enum Checksum {
    static func of(_ bytes: UnsafeRawBufferPointer, after previous: UInt32 = 0) -> UInt32 {
        clinux_crc32c(previous, bytes.baseAddress, bytes.count)
    }
}

/// What is wrong with a line.
struct LineProblem: Error, Equatable {
    var text: String
    init(_ text: String) { self.text = text }
}

/// Walks over a line whose members stand in a known order.
struct LineCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    /// Steps over `literal` if it stands here.
    mutating func skip(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard bytes.count - position >= count, let start = bytes.baseAddress,
            memcmp(start + position, literal.utf8Start, count) == 0
        else { return false }
        position += count
        return true
    }

    /// Steps over `count` bytes and returns where they stood.
    mutating func take(_ count: Int) -> Range<Int>? {
        guard bytes.count - position >= count else { return nil }
        defer { position += count }
        return position..<position + count
    }

    /// Steps to the next `byte` and returns what stood before it.
    mutating func take(until byte: UInt8) -> Range<Int>? {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
        guard let count = rest.firstOffset(of: byte) else { return nil }
        return take(count)
    }

    /// Steps to the quote that ends a JSON string and returns what stood before it, escapes and all.
    mutating func takeString() -> Range<Int>? {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): return start..<position
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    mutating func takeRest() -> Range<Int> {
        defer { position = bytes.count }
        return position..<bytes.count
    }

    mutating func number() -> UInt64? {
        let start = position
        var value: UInt64 = 0
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
            guard !overflow, !carry else { return nil }
            value = sum
            position += 1
        }
        return position > start ? value : nil
    }

    /// Eight hexadecimal digits, as checksums are written.
    mutating func hexadecimal() -> UInt32? {
        guard let range = take(8) else { return nil }
        var value: UInt32 = 0
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(bytes[index] - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                value = value << 4 | UInt32(bytes[index] - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return value
    }
}

extension UnsafeRawBufferPointer {
    /// How many bytes stand before the first `byte`; nil where there is none.
    func firstOffset(of byte: UInt8) -> Int? {
        guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
        return UnsafeRawPointer(found) - start
    }
}
