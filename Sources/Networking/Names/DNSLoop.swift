import CLinux
import Driving
import Glibc
import Synchronization

/// The DNS server's thread: waits for sockets, reads questions, answers or passes them on.
final class DNSLoop {
    /// Who asked, and where the answer goes.
    enum Asker {
        case datagram(SocketAddress)
        /// A connection, by its number: by the time of the answer its descriptor may be another's.
        case stream(UInt64)
    }

    private let sockets: DNSSockets
    private let shared: DNSServer.Shared
    private let poll: Int32
    private let forwarder: DNSForwarder
    private var connections: [Int32: DNSConnection] = [:]
    private var descriptors: [UInt64: Int32] = [:]
    private var lastConnection: UInt64 = 0
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    private static let mostConnections = 128
    private static let idleSeconds = 10.0

    init(sockets: DNSSockets, shared: DNSServer.Shared, resolver: HostResolver) throws {
        poll = clinux_epoll_create()
        guard poll >= 0 else { throw NetworkingError(errno, "make the DNS server's epoll") }
        (self.sockets, self.shared) = (sockets, shared)
        forwarder = DNSForwarder(poll: poll, resolver: resolver)
        for descriptor in [sockets.datagrams, sockets.listener, shared.wake] {
            guard clinux_epoll_set(poll, descriptor, UInt32(CLINUX_READABLE)) == 0 else {
                throw NetworkingError(errno, "watch the DNS server's sockets")
            }
        }
    }

    deinit {
        for descriptor in connections.keys { close(descriptor) }
        for descriptor in [sockets.datagrams, sockets.listener, poll] { close(descriptor) }
    }

    func run() {
        var ready = [clinux_ready](repeating: clinux_ready(), count: 64)
        while !shared.isStopping.load(ordering: .acquiring) {
            let count = clinux_epoll_wait(poll, &ready, 64, patience())
            guard count >= 0 else { return }
            let table = shared.table.withLock { $0 }
            for index in 0..<Int(count) { handle(ready[index], table) }
            for (asker, response) in forwarder.expire() { send(response, to: asker) }
            closeIdle()
        }
    }

    /// In how many milliseconds something is due without any packet.
    private func patience() -> Int32 {
        let due = connections.values.map { $0.lastUse + Self.idleSeconds } + [forwarder.nextDeadline].compactMap { $0 }
        guard let first = due.min() else { return -1 }
        return Int32(clamping: Int(max(0, (first - monotonicSeconds()) * 1000)) + 1)
    }

    private func handle(_ ready: clinux_ready, _ table: DNSTable) {
        switch ready.fd {
        case sockets.datagrams: receiveDatagrams(table)
        case sockets.listener: acceptConnections()
        case shared.wake: break
        case let descriptor where connections[descriptor] != nil: serve(descriptor, ready.events, table)
        default:
            if let (asker, response) = forwarder.advance(ready.fd, ready.events) { send(response, to: asker) }
        }
    }

    /// Takes what has come, at most so many that connections have their turn too.
    private func receiveDatagrams(_ table: DNSTable) {
        for _ in 0..<64 {
            var peer = SocketAddress()
            let count = peer.receiving { recvfrom(sockets.datagrams, &buffer, 4096, 0, $0, $1) }
            guard count >= 0 else { return }
            answer(buffer[..<count], .datagram(peer), table)
        }
    }

    private func answer(_ packet: ArraySlice<UInt8>, _ asker: Asker, _ table: DNSTable) {
        switch DNSReading(packet) {
        case .silence: return
        case .refusal(let id, let code): send(DNSWriter.refusal(id: id, code), to: asker)
        case .query(let query):
            let answer = table.answer(query.question)
            if let response = DNSResponse(query, asker.limit(query)).complete(answer) {
                send(response, to: asker)
            } else if let failure = forwarder.begin(packet, query, answer, asker) {
                send(failure, to: asker)
            }
        }
    }

    private func send(_ response: [UInt8], to asker: Asker) {
        switch asker {
        case .datagram(let peer):
            // A full socket drops the answer, as the network may; the asker asks again.
            _ = peer.passing { sendto(sockets.datagrams, response, response.count, 0, $0, $1) }
        case .stream(let number):
            guard let descriptor = descriptors[number], let connection = connections[descriptor] else { return }
            connection.write(response)
            settle(connection)
        }
    }
}

extension DNSLoop {
    private func acceptConnections() {
        while true {
            let descriptor = clinux_accept(sockets.listener)
            guard descriptor >= 0 else { return }
            guard connections.count < Self.mostConnections,
                clinux_epoll_set(poll, descriptor, UInt32(CLINUX_READABLE)) == 0
            else {
                close(descriptor)
                continue
            }
            lastConnection += 1
            connections[descriptor] = DNSConnection(descriptor, number: lastConnection)
            descriptors[lastConnection] = descriptor
        }
    }

    private func serve(_ descriptor: Int32, _ events: UInt32, _ table: DNSTable) {
        guard let connection = connections[descriptor] else { return }
        if events & UInt32(CLINUX_READABLE) != 0 {
            connection.read()
            while let packet = connection.nextPacket() { answer(packet[...], .stream(connection.number), table) }
        } else if events & UInt32(CLINUX_ERROR | CLINUX_HANGUP) != 0 {
            connection.isOver = true
        }
        if connections[descriptor] === connection { settle(connection) }
    }

    /// Sends what can be sent, and watches the connection for what it needs next, or closes it.
    private func settle(_ connection: DNSConnection) {
        connection.flush()
        guard !connection.isOver else {
            end(connection)
            return
        }
        let events = connection.hasOutput ? CLINUX_WRITABLE : CLINUX_READABLE
        if clinux_epoll_set(poll, connection.descriptor, UInt32(events)) != 0 { end(connection) }
    }

    private func end(_ connection: DNSConnection) {
        connections[connection.descriptor] = nil
        descriptors[connection.number] = nil
        close(connection.descriptor)
    }

    private func closeIdle() {
        guard !connections.isEmpty else { return }
        let oldest = monotonicSeconds() - Self.idleSeconds
        for connection in connections.values where connection.lastUse < oldest { end(connection) }
    }
}

extension DNSLoop.Asker {
    func limit(_ query: DNSQuery) -> Int {
        switch self {
        case .datagram: query.datagramLimit
        case .stream: 65535
        }
    }
}

/// Seconds on a clock that never jumps.
func monotonicSeconds() -> Double { Double(SystemClock.steady()) / 1e9 }
