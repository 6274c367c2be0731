/// A request to the kernel over netlink, under construction: a header, a fixed part, attributes.
struct NetlinkMessage {
    private(set) var bytes: [UInt8] = []

    struct Flags: OptionSet {
        let rawValue: UInt16
        static let request = Flags(rawValue: 0x1)
        static let acknowledge = Flags(rawValue: 0x4)
        static let dump = Flags(rawValue: 0x300)
        static let replace = Flags(rawValue: 0x100)
        static let exclusive = Flags(rawValue: 0x200)
        static let create = Flags(rawValue: 0x400)
    }

    init(type: UInt16, flags: Flags) {
        append(UInt32(0))
        append(type)
        append(flags.union(.request).rawValue)
        append(UInt32(0))
        append(UInt32(0))
    }

    /// The message as it is sent: with its length, and a number by which its answer is known.
    func finished(sequence: UInt32) -> [UInt8] {
        var result = bytes
        result.replace(UInt32(bytes.count), at: 0)
        result.replace(sequence, at: 8)
        return result
    }

    /// Adds a number in the machine's byte order, netlink's own.
    mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    mutating func attribute(_ type: UInt16, _ value: [UInt8]) {
        append(UInt16(4 + value.count))
        append(type)
        bytes += value
        while !bytes.count.isMultiple(of: 4) { bytes.append(0) }
    }

    mutating func attribute(_ type: UInt16, _ value: some FixedWidthInteger) {
        attribute(type, withUnsafeBytes(of: value) { Array($0) })
    }

    mutating func attribute(_ type: UInt16, _ address: IPv4Address) {
        attribute(type, address.bytes)
    }

    /// A C string, its final zero included.
    mutating func attribute(_ type: UInt16, _ text: String) {
        attribute(type, Array(text.utf8) + [0])
    }

    /// An attribute that holds attributes.
    mutating func nested(_ type: UInt16, _ build: (inout NetlinkMessage) -> Void) {
        let start = bytes.count
        append(UInt16(0))
        append(type | 0x8000)
        build(&self)
        bytes.replace(UInt16(bytes.count - start), at: start)
    }
}

/// What the kernel answered: a fixed part and attributes, read without trust in their lengths.
struct NetlinkAnswer {
    var type: UInt16
    var payload: ArraySlice<UInt8>

    /// The number at that place of the fixed part; 0 behind its end.
    func number<Value: FixedWidthInteger>(at offset: Int, as _: Value.Type = Value.self) -> Value {
        payload.number(at: offset)
    }

    /// The attributes behind a fixed part of that many bytes, by their type. The last of a type counts.
    func attributes(after fixed: Int) -> [UInt16: ArraySlice<UInt8>] {
        payload.dropFirst((fixed + 3) & ~3).attributes
    }
}

extension ArraySlice<UInt8> {
    func number<Value: FixedWidthInteger>(at offset: Int = 0, as _: Value.Type = Value.self) -> Value {
        let part = dropFirst(offset).prefix(MemoryLayout<Value>.size)
        guard part.count == MemoryLayout<Value>.size else { return 0 }
        return part.reversed().reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }

    var attributes: [UInt16: ArraySlice<UInt8>] {
        var result: [UInt16: ArraySlice<UInt8>] = [:]
        var rest = self
        while rest.count >= 4 {
            let length = Int(rest.number(as: UInt16.self))
            guard length >= 4, length <= rest.count else { break }
            result[rest.number(at: 2, as: UInt16.self) & 0x3FFF] = rest.dropFirst(4).prefix(length - 4)
            rest = rest.dropFirst((length + 3) & ~3)
        }
        return result
    }

    /// Four bytes in the order of the wire.
    var address: IPv4Address? {
        count == 4 ? IPv4Address(bits: reduce(0) { $0 << 8 | UInt32($1) }) : nil
    }

    /// The text up to its final zero.
    var text: String { String(decoding: prefix { $0 != 0 }, as: UTF8.self) }
}

extension [UInt8] {
    fileprivate mutating func replace(_ value: some FixedWidthInteger, at offset: Int) {
        Swift.withUnsafeBytes(of: value) { replaceSubrange(offset..<offset + $0.count, with: $0) }
    }
}
