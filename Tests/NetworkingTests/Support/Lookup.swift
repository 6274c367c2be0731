import Glibc

@testable import Networking

/// What a name server said, as text.
struct Lookup: Hashable, CustomStringConvertible {
    var code: DNSResponseCode?
    var isTruncated = false
    var records: [String] = []
    var additional: [String] = []
    var size = 0

    var description: String {
        "\(code.map { "\($0)" } ?? "silence")\(isTruncated ? " truncated" : "") \(records)"
    }

    init() {}

    init(_ packet: [UInt8]) {
        var reader = DNSReader(packet[...])
        _ = reader.number()
        guard let flags = reader.number(), let questions = reader.number(), let answers = reader.number(),
            let authorities = reader.number(), let additions = reader.number()
        else { return }
        size = packet.count
        code = DNSResponseCode(rawValue: flags & 0xF)
        isTruncated = flags & 0x200 != 0
        if questions == 1 { _ = (reader.name(mayPoint: false), reader.number(), reader.number()) }
        records = reader.records(answers).map { Self.text($0, reader) }
        _ = reader.records(authorities)
        additional = reader.records(additions).map { Self.text($0, reader) }
    }

    private static func text(_ record: DNSReader.Record, _ reader: DNSReader) -> String {
        let data =
            switch record.type {
            case .a: "A \(reader.address(at: record.data).map { "\($0)" } ?? "?")"
            case .cname, .ptr: "→ \(reader.name(at: record.data.lowerBound) ?? "?")"
            case .srv: "SRV \(reader.name(at: record.data.lowerBound + 6) ?? "?")"
            default: "\(record.type.rawValue)"
            }
        return "\(record.name) \(data)"
    }
}

extension DNSServer {
    /// Asks from the calling thread; an empty answer when none comes within 8 seconds.
    func look(_ name: String, _ type: DNSType = .a, over transport: Transport = .udp) -> Lookup {
        send(DNSWriter.query(id: 0x1234, name: name, type: type), over: transport)
    }

    func send(_ packet: [UInt8], over transport: Transport = .udp) -> Lookup {
        let isStream = transport == .tcp
        let kind = (isStream ? SOCK_STREAM : SOCK_DGRAM).rawValue | SOCK_CLOEXEC.rawValue
        let descriptor = socket(AF_INET, Int32(kind), 0)
        defer { close(descriptor) }
        var timeout = timeval(tv_sec: 8, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        _ = SocketAddress(address, port).passing { connect(descriptor, $0, $1) }
        let frame = isStream ? [UInt8(packet.count >> 8), UInt8(packet.count & 0xFF)] + packet : packet
        _ = Glibc.send(descriptor, frame, frame.count, Int32(MSG_NOSIGNAL))

        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return Lookup() }
            answer += buffer[..<count]
            if !isStream { return Lookup(answer) }
            guard answer.count >= 2 else { continue }
            let length = Int(answer[0]) << 8 | Int(answer[1])
            if answer.count >= length + 2 { return Lookup(Array(answer[2..<length + 2])) }
        }
    }
}
