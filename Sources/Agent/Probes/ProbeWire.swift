internal import Glibc

/// A connected socket that never blocks, enciphered where that is asked for.
struct ProbeWire {
    enum Received {
        case bytes(ArraySlice<UInt8>)
        case nothing
        case end
    }

    private let socket: Int32
    private let session: TLSSession?
    /// What the kernel has not taken yet.
    private var outgoing: ArraySlice<UInt8> = []
    private var hasReceived = false

    init(_ socket: Int32, _ session: TLSSession?) {
        (self.socket, self.session) = (socket, session)
    }

    /// Whether bytes wait until the other side takes them.
    var isBlocked: Bool { !outgoing.isEmpty }

    mutating func send(_ bytes: [UInt8]) throws(AgentError) {
        if let session { try session.send(bytes) } else { outgoing += bytes }
        try flush()
    }

    /// Sends what waits, as far as it is taken.
    mutating func flush() throws(AgentError) {
        if let session { outgoing += session.takeOutput() }
        while !outgoing.isEmpty {
            let count = outgoing.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0 {
                if errno == EAGAIN { return }
                if errno == EINTR { continue }
                throw AgentError(errno: errno, "write")
            }
            outgoing = outgoing.dropFirst(count)
        }
    }

    /// What came meanwhile.
    mutating func receive() throws(AgentError) -> Received {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var count = recv(socket, &buffer, buffer.count, 0)
        while count < 0, errno == EINTR { count = recv(socket, &buffer, buffer.count, 0) }
        guard count >= 0 else {
            if errno == EAGAIN { return .nothing }
            throw AgentError(errno: errno, "read")
        }
        guard count > 0 else { return .end }
        guard let session else { return .bytes(buffer[..<count]) }
        if !hasReceived, buffer.starts(with: Array("HTTP/".utf8)) {
            throw AgentError("http: server gave HTTP response to HTTPS client")
        }
        hasReceived = true
        guard let plain = try session.receive(buffer[..<count]) else { return .end }
        try flush()
        return .bytes(plain[...])
    }
}
