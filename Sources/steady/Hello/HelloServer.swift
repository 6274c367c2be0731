import Glibc

/// A web server in one thread and a few hundred lines: it must be small, since examples run many.
struct HelloServer {
    /// Beyond this many, callers wait in the system's queue.
    private static let connectionLimit = 512

    private struct Connection {
        let descriptor: Int32
        var received: [UInt8] = []
        var unsent: [UInt8] = []
        /// When the answer to `/slow` is due, in milliseconds of the monotonic clock.
        var answerDue: Int64?
        var keepsAlive = true
    }

    private let facts: HelloFacts
    private let listener: Int32
    private var connections: [Connection] = []
    private var isHealthy = true
    private var isListening = true

    init(port: UInt16, facts: HelloFacts) throws {
        self.facts = facts
        listener = try Self.listen(port: port)
        signal(SIGPIPE, SIG_IGN)
        try StopSignal.install()
    }

    /// Serves until SIGTERM or SIGINT, and then until all that was begun is answered.
    mutating func run() {
        while true {
            var polls = [pollfd(fd: StopSignal.readEnd, events: Int16(POLLIN), revents: 0)]
            let hasRoom = isListening && connections.count < Self.connectionLimit
            polls.append(pollfd(fd: hasRoom ? listener : -1, events: Int16(POLLIN), revents: 0))
            polls += connections.map { connection in
                // Who waits for a slow answer is not read from, only seen leaving.
                let events = connection.answerDue != nil ? 0 : connection.unsent.isEmpty ? POLLIN : POLLOUT
                return pollfd(fd: connection.descriptor, events: Int16(events), revents: 0)
            }
            guard poll(&polls, nfds_t(polls.count), timeout) >= 0 || errno == EINTR else { return }
            serve(polls.dropFirst(2).map(\.revents))
            if polls[1].revents != 0 { acceptAll() }
            if isListening, polls[0].revents != 0 { stopListening() }
            if !isListening {
                // An idle connection waits for nothing.
                closeAll { $0.received.isEmpty && $0.unsent.isEmpty && $0.answerDue == nil }
                if connections.isEmpty { return }
            }
        }
    }

    // MARK: Connections

    /// Takes those who called before the signal, and no more.
    private mutating func stopListening() {
        acceptAll()
        close(listener)
        isListening = false
    }

    private mutating func acceptAll() {
        while connections.count < Self.connectionLimit {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            connections.append(Connection(descriptor: descriptor))
        }
    }

    private mutating func serve(_ events: [Int16]) {
        var kept: [Connection] = []
        for (index, events) in events.enumerated() {
            var connection = connections[index]
            if serve(&connection, events) { kept.append(connection) } else { close(connection.descriptor) }
        }
        connections = kept
    }

    /// False when the connection is at its end.
    private mutating func serve(_ connection: inout Connection, _ events: Int16) -> Bool {
        if let due = connection.answerDue {
            if events & Int16(POLLHUP | POLLERR) != 0 { return false }
            guard due <= Self.now else { return true }
            connection.answerDue = nil
            answer(&connection, 200, "slow\n")
            return transfer(&connection)
        }
        return events == 0 || transfer(&connection)
    }

    private mutating func closeAll(_ isDone: (Connection) -> Bool) {
        for connection in connections where isDone(connection) { close(connection.descriptor) }
        connections.removeAll(where: isDone)
    }

    /// Reads or writes what can be; false when the connection is at its end.
    private mutating func transfer(_ connection: inout Connection) -> Bool {
        if connection.unsent.isEmpty {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(connection.descriptor, &buffer, buffer.count)
            if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { return false }
            if count > 0 { connection.received += buffer.prefix(count) }
            takeRequest(&connection)
        }
        while !connection.unsent.isEmpty {
            let count = send(connection.descriptor, connection.unsent, connection.unsent.count, 0)
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            connection.unsent.removeFirst(count)
            if connection.unsent.isEmpty {
                guard connection.keepsAlive else { return false }
                takeRequest(&connection)
            }
        }
        return true
    }

    // MARK: Requests

    private mutating func takeRequest(_ connection: inout Connection) {
        guard connection.answerDue == nil else { return }
        switch HelloRequest.read(connection.received) {
        case .incomplete: return
        case .invalid:
            connection.keepsAlive = false
            answer(&connection, 400, "not understood\n")
        case .request(let request):
            connection.received.removeFirst(request.length)
            connection.keepsAlive = request.keepsAlive && isListening
            handle(request, &connection)
        }
    }

    private mutating func handle(_ request: HelloRequest, _ connection: inout Connection) {
        let json = request.wantsJSON || request.parameter("format") == "json"
        switch request.path {
        case "/": answer(&connection, 200, facts.page(asJSON: json), json: json)
        case "/env": answer(&connection, 200, facts.environment(asJSON: json), json: json)
        case "/healthz": answer(&connection, isHealthy ? 200 : 503, isHealthy ? "ok\n" : "told to fail\n")
        case "/fail":
            isHealthy = false
            answer(&connection, 200, "failing from now on\n")
        case "/recover":
            isHealthy = true
            answer(&connection, 200, "well again\n")
        case "/slow":
            connection.answerDue = Self.now + request.delayMilliseconds
        case "/crash":
            Console.note("told to crash")
            exit(1)
        default: answer(&connection, 404, "no such page\n")
        }
    }

    private func answer(_ connection: inout Connection, _ status: Int, _ body: String, json: Bool = false) {
        let phrases = [200: "OK", 400: "Bad Request", 404: "Not Found", 503: "Service Unavailable"]
        let head = """
            HTTP/1.1 \(status) \(phrases[status] ?? "")\r
            Content-Type: \(json ? "application/json" : "text/plain; charset=utf-8")\r
            Content-Length: \(body.utf8.count)\r
            Connection: \(connection.keepsAlive ? "keep-alive" : "close")\r
            \r

            """
        connection.unsent += Array(head.utf8) + Array(body.utf8)
    }

    // MARK: The system

    /// Milliseconds until the next slow answer is due; for ever where none is.
    private var timeout: Int32 {
        guard let due = connections.compactMap(\.answerDue).min() else { return -1 }
        return Int32(clamping: max(due - Self.now, 0))
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private static func listen(port: UInt16) throws -> Int32 {
        let descriptor = socket(
            AF_INET,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard descriptor >= 0 else { throw failure("make a socket") }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard bound == 0, Glibc.listen(descriptor, 128) == 0 else { throw failure("listen on port \(port)") }
        return descriptor
    }

    private static func failure(_ action: String) -> Failure {
        Failure("\(action): \(String(cString: strerror(errno)))")
    }
}

/// SIGTERM and SIGINT as something that can be polled.
enum StopSignal {
    // Written once, before the signals are caught; afterwards only read.
    nonisolated(unsafe) private static var writeEnd: Int32 = -1
    nonisolated(unsafe) private(set) static var readEnd: Int32 = -1

    static func install() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Failure("make a pipe: \(String(cString: strerror(errno)))") }
        readEnd = ends[0]
        writeEnd = ends[1]
        for number in [SIGTERM, SIGINT] {
            signal(number) { _ in
                var byte: UInt8 = 0
                _ = write(StopSignal.writeEnd, &byte, 1)
            }
        }
    }
}
