import CLinux
import Glibc

/// Asks other servers what the cluster's names don't say.
///
/// Each question goes out from a socket of its own, so that neither its number nor its port can be guessed, and only
/// the server that was asked can answer it.
final class DNSForwarder {
    typealias Response = (asker: DNSLoop.Asker, packet: [UInt8])

    private let poll: Int32
    private let resolver: HostResolver
    private var exchanges: [Int32: DNSExchange] = [:]

    private static let mostExchanges = 512
    private static let patienceSeconds = 1.5
    /// Three times 1.5 seconds is less than the five after which the C library gives up.
    private static let mostTries = 3

    init(poll: Int32, resolver: HostResolver) {
        self.poll = poll
        self.resolver = resolver
    }

    deinit {
        for descriptor in exchanges.keys { close(descriptor) }
    }

    /// When the first of the questions under way has waited long enough.
    var nextDeadline: Double? { exchanges.values.map(\.deadline).min() }

    /// Sends the question on. Answers with a failure when there is nobody to ask.
    func begin(
        _ packet: ArraySlice<UInt8>,
        _ query: DNSQuery,
        _ answer: DNSAnswer,
        _ asker: DNSLoop.Asker
    ) -> [UInt8]? {
        let response = DNSResponse(query, asker.limit(query))
        let servers = resolver.current()
        guard !servers.isEmpty, exchanges.count < Self.mostExchanges else { return response.failure }
        var exchange = DNSExchange(query, asker, servers: servers)
        if case .alias(let record, let target) = answer {
            exchange.alias = record
            exchange.packet = DNSWriter.query(id: 0, name: target, type: query.question.type)
        } else {
            exchange.packet = Array(packet)
        }
        return start(exchange) ? nil : response.failure
    }

    /// Goes on with the question whose socket is ready; the response, when this was its end.
    func advance(_ descriptor: Int32, _ events: UInt32) -> Response? {
        guard var exchange = exchanges[descriptor] else { return nil }
        if events & UInt32(CLINUX_WRITABLE) != 0, !exchange.isSent {
            exchange.send(descriptor)
            exchanges[descriptor] = exchange
            _ = clinux_epoll_set(poll, descriptor, UInt32(CLINUX_READABLE))
            return nil
        }
        switch exchange.receive(descriptor) {
        case .nothing:
            exchanges[descriptor] = exchange
            return nil
        case .packet(let packet):
            finish(descriptor)
            return (exchange.asker, exchange.response(from: packet))
        case .failed:
            finish(descriptor)
            return retry(exchange)
        }
    }

    /// Gives up waiting where it was long enough: the next server is asked, or the asker told.
    func expire() -> [Response] {
        guard let first = nextDeadline, first <= monotonicSeconds() else { return [] }
        let now = monotonicSeconds()
        let late = exchanges.filter { $0.value.deadline <= now }
        return late.compactMap { descriptor, exchange in
            finish(descriptor)
            return retry(exchange)
        }
    }

    private func retry(_ exchange: DNSExchange) -> Response? {
        var exchange = exchange
        exchange.tries += 1
        if exchange.tries < Self.mostTries, start(exchange) { return nil }
        return (exchange.asker, exchange.failure)
    }

    /// Sends the question to the next server that can be reached at all. False where none can.
    private func start(_ exchange: DNSExchange) -> Bool {
        var exchange = exchange
        while exchange.tries < Self.mostTries {
            if let descriptor = exchange.open() {
                let event = exchange.isSent ? CLINUX_READABLE : CLINUX_WRITABLE
                if clinux_epoll_set(poll, descriptor, UInt32(event)) == 0 {
                    exchange.deadline = monotonicSeconds() + Self.patienceSeconds
                    exchanges[descriptor] = exchange
                    return true
                }
                close(descriptor)
            }
            exchange.tries += 1
        }
        return false
    }

    private func finish(_ descriptor: Int32) {
        exchanges[descriptor] = nil
        close(descriptor)
    }
}

/// One question to another server, under way.
struct DNSExchange {
    private let query: DNSQuery
    let asker: DNSLoop.Asker
    private let servers: [SocketAddress]
    private let isStream: Bool
    /// The record that comes before what the server says, where the question is for what an alias stands for.
    var alias: DNSRecord?
    var packet: [UInt8] = []
    var tries = 0
    var deadline = 0.0
    private(set) var isSent = false
    private var id: UInt16 = 0
    private var input: [UInt8] = []

    enum Reception {
        case nothing
        case packet([UInt8])
        case failed
    }

    init(_ query: DNSQuery, _ asker: DNSLoop.Asker, servers: [SocketAddress]) {
        (self.query, self.asker, self.servers) = (query, asker, servers)
        isStream = if case .stream = asker { true } else { false }
    }

    var failure: [UInt8] { DNSResponse(query, asker.limit(query)).failure }

    /// A socket to the server whose turn it is, with the question sent, or over TCP, on its way to be. `nil` where
    /// that server can't be reached.
    mutating func open() -> Int32? {
        let server = servers[tries % servers.count]
        let kind = (isStream ? SOCK_STREAM : SOCK_DGRAM).rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = socket(server.family, Int32(kind), 0)
        guard descriptor >= 0 else { return nil }
        id = UInt16.random(in: 0...UInt16.max)
        (packet[0], packet[1]) = (UInt8(id >> 8), UInt8(id & 0xFF))
        (isSent, input) = (false, [])
        let isConnected = server.passing { connect(descriptor, $0, $1) } == 0
        guard isConnected || (isStream && errno == EINPROGRESS) else {
            close(descriptor)
            return nil
        }
        if !isStream { send(descriptor) }
        return descriptor
    }

    /// Sends the question. What hinders it shows when the answer is read, or in time.
    mutating func send(_ descriptor: Int32) {
        let frame = isStream ? [UInt8(packet.count >> 8 & 0xFF), UInt8(packet.count & 0xFF)] + packet : packet
        _ = Glibc.send(descriptor, frame, frame.count, Int32(MSG_NOSIGNAL))
        isSent = true
    }

    mutating func receive(_ descriptor: Int32) -> Reception {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .failed }
        guard isStream else {
            let packet = Array(buffer[..<count])
            return isAnswer(packet) ? .packet(packet) : .nothing
        }
        input += buffer[..<count]
        guard input.count >= 2 else { return .nothing }
        let length = Int(input[0]) << 8 | Int(input[1])
        guard input.count >= length + 2 else { return .nothing }
        let packet = Array(input[2..<length + 2])
        return isAnswer(packet) ? .packet(packet) : .failed
    }

    /// Whether the packet answers this very question.
    private func isAnswer(_ packet: [UInt8]) -> Bool {
        var reader = DNSReader(packet[...])
        var sent = DNSReader(self.packet[...])
        for _ in 0..<6 { _ = sent.number() }
        guard reader.number() == id, let flags = reader.number(), flags & 0x8000 != 0 else { return false }
        let questions = reader.number()
        for _ in 0..<3 { _ = reader.number() }
        // Some servers leave the question out of an error.
        if questions == 0, flags & 0xF != 0 { return true }
        return questions == 1 && reader.name(mayPoint: false) == sent.name(mayPoint: false)
            && reader.number() == sent.number()
    }

    /// What the asker gets to hear: the server's own words under the asker's number, or behind the alias.
    func response(from packet: [UInt8]) -> [UInt8] {
        guard let alias else {
            var packet = packet
            (packet[0], packet[1]) = (UInt8(query.id >> 8), UInt8(query.id & 0xFF))
            return packet
        }
        return DNSResponse(query, asker.limit(query)).complete(alias, with: Self.records(in: packet))
    }

    /// The records of an answer that say where a name leads: addresses and further aliases.
    private static func records(in packet: [UInt8]) -> [DNSRecord] {
        var reader = DNSReader(packet[...])
        for _ in 0..<3 { _ = reader.number() }
        let count = reader.number() ?? 0
        for _ in 0..<2 { _ = reader.number() }
        guard reader.name(mayPoint: false) != nil, reader.number() != nil, reader.number() != nil else { return [] }
        return reader.records(count).compactMap { record in
            let data: DNSRecord.Data
            switch record.type {
            case .a, .aaaa: data = .raw(record.type, reader.bytes(at: record.data))
            case .cname:
                guard let name = reader.name(at: record.data.lowerBound) else { return nil }
                data = .cname(name)
            default: return nil
            }
            return DNSRecord(name: record.name, data, timeToLive: record.timeToLive)
        }
    }
}
