/// Writes a DNS packet, and names that occur again as pointers to where they stand.
struct DNSWriter {
    private(set) var bytes: [UInt8] = []
    private var places: [Substring: Int] = [:]

    /// The whole response to a query.
    ///
    /// - Parameter limit: how large it may be. Where answers don't fit, those that do are sent with the mark that
    ///   some are missing, and the asker comes again over TCP.
    static func response(
        to query: DNSQuery,
        code: DNSResponseCode = .noError,
        isAuthoritative: Bool = true,
        answers: [DNSRecord] = [],
        authority: [DNSRecord] = [],
        additional: [DNSRecord] = [],
        limit: Int
    ) -> [UInt8] {
        var writer = DNSWriter()
        writer.header(query, code, isAuthoritative)
        writer.bytes += query.questionBytes
        writer.remember(query.question.name, at: 12)

        let room = limit - (query.hasEDNS ? 11 : 0)
        let answered = writer.append(answers, within: room)
        let isTruncated = answered < answers.count
        let placed = isTruncated ? 0 : writer.append(authority, within: room)
        var added = isTruncated ? 0 : writer.append(additional, within: room)
        if query.hasEDNS {
            let root: [UInt8] = [0]
            writer.bytes += root
            for part: UInt16 in [DNSType.opt.rawValue, 4096, 0, 0, 0] { writer.append(part) }
            added += 1
        }
        if isTruncated { writer.bytes[2] |= 0x02 }
        for (index, count) in [1, answered, placed, added].enumerated() {
            writer.replace(UInt16(clamping: count), at: 4 + 2 * index)
        }
        return writer.bytes
    }

    /// A bare header that says what is wrong with a packet that could not be read.
    static func refusal(id: UInt16, _ code: DNSResponseCode) -> [UInt8] {
        var writer = DNSWriter()
        for part in [id, 0x8080 | code.rawValue, 0, 0, 0, 0] { writer.append(part) }
        return writer.bytes
    }

    /// A question to another server.
    static func query(id: UInt16, name: String, type: DNSType) -> [UInt8] {
        var writer = DNSWriter()
        let recursionDesired: UInt16 = 0x100
        for part in [id, recursionDesired, 1, 0, 0, 1] { writer.append(part) }
        writer.append(name)
        for part in [type.rawValue, 1] { writer.append(part) }
        writer.bytes += [0]
        for part: UInt16 in [DNSType.opt.rawValue, 4096, 0, 0, 0] { writer.append(part) }
        return writer.bytes
    }

    private mutating func header(_ query: DNSQuery, _ code: DNSResponseCode, _ isAuthoritative: Bool) {
        let isResponse: UInt16 = 0x8000
        let recursionAvailable: UInt16 = 0x80
        append(query.id)
        append(
            isResponse | recursionAvailable | code.rawValue | (isAuthoritative ? 0x400 : 0)
                | (query.isRecursionDesired ? 0x100 : 0)
        )
        for _ in 0..<4 { append(UInt16(0)) }
    }

    /// Adds records while they fit; how many did.
    private mutating func append(_ records: [DNSRecord], within limit: Int) -> Int {
        for (index, record) in records.enumerated() {
            let length = bytes.count
            append(record)
            guard bytes.count > limit else { continue }
            bytes.removeSubrange(length...)
            places = places.filter { $0.value < length }
            return index
        }
        return records.count
    }

    private mutating func append(_ record: DNSRecord) {
        append(record.name)
        append(record.type.rawValue)
        append(UInt16(1))
        append(UInt16(record.timeToLive >> 16))
        append(UInt16(truncatingIfNeeded: record.timeToLive))
        let length = bytes.count
        append(UInt16(0))
        append(record.data)
        replace(UInt16(clamping: bytes.count - length - 2), at: length)
    }

    private mutating func append(_ data: DNSRecord.Data) {
        switch data {
        case .a(let address): bytes += address.bytes
        case .cname(let name), .ptr(let name): append(name)
        case .raw(_, let value): bytes += value
        case .srv(let weight, let port, let target):
            append(UInt16(0))
            append(weight)
            append(port)
            // RFC 2782 has the target of a SRV record written out in full.
            append(target, mayPoint: false)
        case .soa(let server, let mailbox):
            append(server)
            append(mailbox)
            for part: UInt32 in [1, 7200, 1800, 86400, DNSRecord.defaultTimeToLive] {
                append(UInt16(part >> 16))
                append(UInt16(truncatingIfNeeded: part))
            }
        }
    }

    private mutating func append(_ number: UInt16) {
        bytes.append(UInt8(number >> 8))
        bytes.append(UInt8(truncatingIfNeeded: number))
    }

    private mutating func replace(_ number: UInt16, at place: Int) {
        bytes[place] = UInt8(number >> 8)
        bytes[place + 1] = UInt8(truncatingIfNeeded: number)
    }

    private mutating func append(_ name: String, mayPoint: Bool = true) {
        var rest = name[...]
        while !rest.isEmpty {
            if mayPoint, let place = places[rest] {
                append(UInt16(0xC000 | place))
                return
            }
            if bytes.count < 0x4000, places[rest] == nil { places[rest] = bytes.count }
            let label = Self.unspelled(rest.prefix { $0 != "." }.utf8)
            bytes.append(UInt8(clamping: label.count))
            bytes += label
            rest = rest.drop { $0 != "." }.dropFirst()
        }
        bytes.append(0)
    }

    /// Notes where a name that stands in the packet already has its labels.
    private mutating func remember(_ name: String, at place: Int) {
        var rest = name[...]
        var place = place
        while !rest.isEmpty {
            places[rest] = place
            place += Self.unspelled(rest.prefix { $0 != "." }.utf8).count + 1
            rest = rest.drop { $0 != "." }.dropFirst()
        }
    }

    /// A label's bytes: at most 63 of them, `\` and three digits read as the byte that they stand for.
    private static func unspelled(_ label: Substring.UTF8View) -> [UInt8] {
        guard label.contains(UInt8(ascii: "\\")) else { return Array(label.prefix(63)) }
        var result: [UInt8] = []
        var rest = label[...]
        while let byte = rest.first {
            let digits = rest.dropFirst().prefix(3)
            if byte == UInt8(ascii: "\\"), digits.count == 3 {
                let value = digits.reduce(0) { $0 &* 10 &+ Int($1) &- Int(UInt8(ascii: "0")) }
                result.append(UInt8(truncatingIfNeeded: value))
                rest = rest.dropFirst(4)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return Array(result.prefix(63))
    }
}
