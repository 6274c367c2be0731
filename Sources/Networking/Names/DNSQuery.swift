/// What is asked of a name server: a name and the type of record wanted.
public struct DNSQuestion: Hashable, Sendable {
    /// The name in lower case, labels with dots between, without the root's final dot. Bytes that a host name can't
    /// have are written as `\` and three digits, so that no two names look alike.
    public var name: String
    public var type: DNSType

    public init(name: String, type: DNSType) {
        self.name = name
        self.type = type
    }
}

/// A type of record, by its number in the protocol.
public struct DNSType: RawRepresentable, Hashable, Sendable {
    public var rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let a = DNSType(rawValue: 1)
    public static let cname = DNSType(rawValue: 5)
    public static let soa = DNSType(rawValue: 6)
    public static let ptr = DNSType(rawValue: 12)
    public static let aaaa = DNSType(rawValue: 28)
    public static let srv = DNSType(rawValue: 33)
    public static let any = DNSType(rawValue: 255)
    static let opt = DNSType(rawValue: 41)
}

/// A packet that asks one question, as read from the wire.
struct DNSQuery: Hashable {
    var id: UInt16
    var isRecursionDesired: Bool
    var question: DNSQuestion
    /// The question as it came, in its own spelling: it goes back so.
    var questionBytes: [UInt8]
    /// Whether the asker speaks EDNS, and so gets an OPT record back.
    var hasEDNS: Bool
    /// The largest datagram that the asker takes.
    var datagramLimit: Int
}

enum DNSResponseCode: UInt16 {
    case noError = 0
    case formatError = 1
    case serverFailure = 2
    case noName = 3
    case notImplemented = 4
    case refused = 5
}

/// What a packet turned out to be.
enum DNSReading: Hashable {
    case query(DNSQuery)
    /// Not a question that can be answered; the asker is told so.
    case refusal(id: UInt16, DNSResponseCode)
    /// Nothing to answer at all: too short, or an answer itself (answering it could go on for ever).
    case silence

    init(_ packet: ArraySlice<UInt8>) {
        var reader = DNSReader(packet)
        guard let id = reader.number(), let flags = reader.number(), let questions = reader.number(),
            let answers = reader.number(), let authorities = reader.number(), let additions = reader.number(),
            flags & 0x8000 == 0
        else {
            self = .silence
            return
        }
        guard flags >> 11 & 0xF == 0 else {
            self = .refusal(id: id, .notImplemented)
            return
        }
        let start = reader.position
        guard questions == 1, answers == 0, authorities == 0, let name = reader.name(mayPoint: false),
            let type = reader.number(), let family = reader.number()
        else {
            self = .refusal(id: id, .formatError)
            return
        }
        let internet: UInt16 = 1
        guard family == internet else {
            self = .refusal(id: id, .refused)
            return
        }
        let questionBytes = Array(packet[start..<reader.position])
        guard let limit = Self.datagramLimit(&reader, additions) else {
            self = .refusal(id: id, .formatError)
            return
        }
        self = .query(
            DNSQuery(
                id: id,
                isRecursionDesired: flags & 0x100 != 0,
                question: DNSQuestion(name: name, type: DNSType(rawValue: type)),
                questionBytes: questionBytes,
                hasEDNS: limit > 0,
                datagramLimit: min(max(limit, 512), 4096)
            )
        )
    }

    /// What the OPT record among the additions allows; 0 where there is none, `nil` when they can't be read.
    private static func datagramLimit(_ reader: inout DNSReader, _ additions: UInt16) -> Int? {
        var limit = 0
        for _ in 0..<additions {
            guard let record = reader.record() else { return nil }
            if record.type == .opt { limit = max(Int(record.family), 512) }
        }
        return limit
    }
}

/// Reads a DNS packet from front to back; each part is `nil` when the packet doesn't hold it.
struct DNSReader {
    private let packet: ArraySlice<UInt8>
    private(set) var position: Int

    struct Record {
        var name: String
        var type: DNSType
        var family: UInt16
        var timeToLive: UInt32
        var data: Range<Int>
    }

    init(_ packet: ArraySlice<UInt8>) {
        self.packet = packet
        position = packet.startIndex
    }

    mutating func number() -> UInt16? {
        guard packet.endIndex - position >= 2 else { return nil }
        defer { position += 2 }
        return UInt16(packet[position]) << 8 | UInt16(packet[position + 1])
    }

    mutating func record() -> Record? {
        guard let name = name(mayPoint: true), let type = number(), let family = number(),
            let high = number(), let low = number(), let length = number(),
            packet.endIndex - position >= Int(length)
        else { return nil }
        defer { position += Int(length) }
        return Record(
            name: name,
            type: DNSType(rawValue: type),
            family: family,
            timeToLive: UInt32(high) << 16 | UInt32(low),
            data: position..<position + Int(length)
        )
    }

    /// So many records, or those before the first that can't be read.
    mutating func records(_ count: UInt16) -> [Record] {
        var result: [Record] = []
        for _ in 0..<count {
            guard let record = record() else { break }
            result.append(record)
        }
        return result
    }

    /// The name at another place of the packet, such as in a record's data.
    func name(at position: Int) -> String? {
        var reader = self
        reader.position = position
        return reader.name(mayPoint: true)
    }

    func address(at range: Range<Int>) -> IPv4Address? { packet[range].address }

    func bytes(at range: Range<Int>) -> [UInt8] { Array(packet[range]) }

    /// A name in the spelling of `DNSQuestion.name`. A pointer may only lead to before the labels that it stands
    /// behind, so that no packet can lead the reader in circles.
    mutating func name(mayPoint: Bool) -> String? {
        var text: [UInt8] = []
        var length = 1
        var cursor = position
        var bound = position
        var end: Int?
        while cursor < packet.endIndex {
            let head = Int(packet[cursor])
            switch head >> 6 {
            case 0 where head == 0:
                position = end ?? cursor + 1
                return String(decoding: text, as: UTF8.self)
            case 0:
                length += head + 1
                guard length <= 255, packet.endIndex - cursor > head else { return nil }
                if !text.isEmpty { text.append(UInt8(ascii: ".")) }
                for byte in packet[cursor + 1...cursor + head] { Self.spell(byte, into: &text) }
                cursor += head + 1
            case 3 where mayPoint && packet.endIndex - cursor >= 2:
                if end == nil { end = cursor + 2 }
                let target = packet.startIndex + (head & 0x3F) << 8 + Int(packet[cursor + 1])
                guard target < bound else { return nil }
                (cursor, bound) = (target, target)
            default:
                return nil
            }
        }
        return nil
    }

    private static func spell(_ byte: UInt8, into text: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): text.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "*"):
            text.append(byte)
        default:
            text.append(UInt8(ascii: "\\"))
            text += [byte / 100, byte / 10 % 10, byte % 10].map { $0 + UInt8(ascii: "0") }
        }
    }
}
