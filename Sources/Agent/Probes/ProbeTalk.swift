internal import CLinux
internal import Glibc

/// One probe on one socket: connect, and for HTTP and gRPC ask and read as much of the answer as tells.
struct ProbeTalk {
    enum Progress {
        case goesOn
        /// What is known, while the talk goes on: who is hung up on in mid-answer may complain of it in a log.
        case answered(ProbeOutcome)
        /// All that was to be said is said; nil where it was answered before.
        case ended(ProbeOutcome?)
        /// The same is to be asked elsewhere.
        case redirected(HTTPProbe)
    }

    private enum Dialogue {
        case connection
        case http(HTTPDialogue)
        case grpc(GRPCDialogue)
        /// So many bytes are still read, and thrown away.
        case farewell(left: Int)
    }

    private(set) var order: SocketProber.Order
    /// Tells it from others that have had the same socket.
    let number: UInt64
    private(set) var socket: Int32 = -1
    private var wire: ProbeWire?
    private var dialogue = Dialogue.connection

    /// As much of an answer is read as Kubernetes reads.
    private static let longestBody = 10 << 10

    init(_ order: SocketProber.Order, number: UInt64) {
        self.order = order
        self.number = number
    }

    /// What is asked, for messages.
    var subject: String {
        switch order.request.target {
        case .http(let http): http.subject
        case .tcp(let address, let port): "dial tcp \(address):\(port)"
        case .grpc(let address, let port, _): "error: failed to connect service at \"\(address):\(port)\""
        }
    }

    /// What to wait for.
    var interest: UInt32 {
        guard let wire else { return UInt32(CLINUX_WRITABLE) }
        return UInt32(CLINUX_READABLE) | (wire.isBlocked ? UInt32(CLINUX_WRITABLE) : 0)
    }

    var isAnswered: Bool { if case .farewell = dialogue { true } else { false } }

    mutating func connect() -> Progress {
        guard let peer = order.peer else { return .ended(.failure("\(subject): no address")) }
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        socket = Glibc.socket(peer.family, type, 0)
        guard socket >= 0 else { return failure(errno) }
        let result = peer.connect(socket)
        return result == 0 || errno == EINPROGRESS ? .goesOn : failure(errno)
    }

    /// Goes on as far as it can without waiting.
    mutating func advance() -> Progress {
        do throws(AgentError) {
            if wire == nil, let progress = try open() { return progress }
            return try converse()
        } catch {
            // What comes behind the answer changes nothing about it.
            return .ended(isAnswered ? nil : .failure("\(subject): \(error.message)"))
        }
    }

    /// What there is to say when the time is up; nil where all was said.
    func timeUp() -> ProbeOutcome? {
        switch dialogue {
        case .farewell: return nil
        case .http(let http): if let outcome = http.end() { return outcome }
        case .grpc where wire != nil:
            return .failure("timeout: health rpc did not complete within \(order.request.timeout)")
        case .connection, .grpc: break
        }
        return .failure("\(subject): no answer within \(order.request.timeout)")
    }

    /// The connection stands, or does not: then says what is to be said first. Nil when the talk can go on.
    private mutating func open() throws(AgentError) -> Progress? {
        var entry = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
        guard poll(&entry, 1, 0) > 0 else { return .goesOn }
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size)
        guard code == 0 else { return failure(code) }
        switch order.request.target {
        case .tcp: return .ended(.success)
        case .http(let http):
            let isNamed = PeerAddress(http.address, port: 0) == nil
            let session = http.isSecure ? try TLSSession(serverName: isNamed ? http.address : nil) : nil
            let own = HTTPDialogue(http)
            dialogue = .http(own)
            var wire = ProbeWire(socket, session)
            defer { self.wire = wire }
            try wire.send(own.request)
        case .grpc(let address, let port, let service):
            let own = try GRPCDialogue(authority: "\(address):\(port)", service: service)
            dialogue = .grpc(own)
            var wire = ProbeWire(socket, nil)
            defer { self.wire = wire }
            try wire.send(try own.takeOutput())
        }
        return nil
    }

    private mutating func converse() throws(AgentError) -> Progress {
        guard var wire else { return .goesOn }
        defer { self.wire = wire }
        try wire.flush()
        var answer: ProbeOutcome?
        do throws(AgentError) {
            while true {
                switch try wire.receive() {
                case .nothing: return answer.map { .answered($0) } ?? .goesOn
                case .end: return .ended(answer ?? closed())
                case .bytes(let bytes):
                    switch try take(bytes, &wire) {
                    case .answered(let outcome): answer = outcome
                    case .goesOn: break
                    case .ended(let outcome): return .ended(outcome ?? answer)
                    case .redirected(let next): return .redirected(next)
                    }
                }
            }
        } catch {
            // Who has answered may hang up as he likes.
            if let answer { return .ended(answer) }
            throw error
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, _ wire: inout ProbeWire) throws(AgentError) -> Progress {
        switch dialogue {
        case .connection: return .ended(.success)
        case .farewell(let left):
            dialogue = .farewell(left: left - bytes.count)
            return left > bytes.count ? .goesOn : .ended(nil)
        case .http(var http):
            let step = http.take(bytes)
            dialogue = .http(http)
            switch step {
            case .more: return .goesOn
            case .redirect(let next): return .redirected(next)
            case .outcome(let outcome):
                dialogue = .farewell(left: Self.longestBody)
                return .answered(outcome)
            }
        case .grpc(let grpc):
            let outcome = try grpc.take(bytes)
            try wire.send(try grpc.takeOutput())
            return outcome.map { .ended($0) } ?? .goesOn
        }
    }

    /// The other side has closed the connection.
    private func closed() -> ProbeOutcome? {
        switch dialogue {
        case .farewell: nil
        case .http(let http): http.end() ?? .failure("\(subject): EOF")
        case .connection, .grpc: .failure("\(subject): the server closed the connection")
        }
    }

    /// Where this machine has no room for a socket, nothing can be said of who was to be asked.
    private func failure(_ code: Int32) -> Progress {
        if [EMFILE, ENFILE, ENOMEM, ENOBUFS].contains(code) { return .ended(.inconclusive) }
        return .ended(.failure(AgentError(errno: code, subject).message))
    }
}
