import Glibc
import Synchronization

@testable import Networking

/// What came of asking a server.
enum Reply: Hashable {
    case answer(String)
    case refused
    case unreachable
    case timedOut
    case failed(Int32)

    init(error: Int32) {
        switch error {
        case ECONNREFUSED: self = .refused
        case EHOSTUNREACH, ENETUNREACH: self = .unreachable
        case ETIMEDOUT, EAGAIN, EINPROGRESS: self = .timedOut
        default: self = .failed(error)
        }
    }
}

/// A server that answers with its name and the address that it was asked from. Ends when this object goes.
final class Responder: Sendable {
    private let descriptor: Int32
    private let stopping = Atomic(false)

    /// Listens in the calling thread's namespace.
    init(_ name: String, _ transport: Transport, port: UInt16) throws {
        let kind = transport == .tcp ? SOCK_STREAM : SOCK_DGRAM
        descriptor = socket(AF_INET, Int32(kind.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw LabError("open a socket", errno) }
        try bindSocket(descriptor, SocketAddress(IPv4Address(bits: 0), port))
        if transport == .tcp { listen(descriptor, 64) }
        let descriptor = descriptor
        startThread { [weak self] in
            while true {
                var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                let isReady = Glibc.poll(&poll, 1, 20) > 0
                guard let self, !self.stopping.load(ordering: .relaxed) else { break }
                guard isReady else { continue }
                transport == .tcp ? Self.serveStream(descriptor, name) : Self.serveDatagram(descriptor, name)
            }
            close(descriptor)
        }
    }

    deinit { stopping.store(true, ordering: .relaxed) }

    private static func serveStream(_ listener: Int32, _ name: String) {
        var peer = SocketAddress()
        let connection = peer.receiving { accept(listener, $0, $1) }
        guard connection >= 0 else { return }
        let text = Array("\(name) \(peer.address)".utf8)
        _ = send(connection, text, text.count, Int32(MSG_NOSIGNAL))
        close(connection)
    }

    private static func serveDatagram(_ descriptor: Int32, _ name: String) {
        var buffer = [UInt8](repeating: 0, count: 64)
        var peer = SocketAddress()
        let count = peer.receiving { recvfrom(descriptor, &buffer, 64, Int32(MSG_DONTWAIT), $0, $1) }
        guard count >= 0 else { return }
        let text = Array("\(name) \(peer.address)".utf8)
        _ = peer.passing { sendto(descriptor, text, text.count, 0, $0, $1) }
    }
}

/// A client that may ask several times from one socket of the calling thread's namespace.
final class Client {
    private let descriptor: Int32

    /// Waits up to 3 seconds for each answer, far longer than any takes that comes.
    init(_ transport: Transport, to address: IPv4Address, _ port: UInt16) {
        let kind = transport == .tcp ? SOCK_STREAM : SOCK_DGRAM
        let descriptor = socket(AF_INET, Int32(kind.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var timeout = timeval(tv_sec: 3, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &timeout, socklen_t(MemoryLayout<timeval>.size))
        }
        let target = SocketAddress(address, port)
        connected = target.passing { connect(descriptor, $0, $1) } == 0 ? nil : Reply(error: errno)
        self.descriptor = descriptor
        isDatagram = transport == .udp
    }

    private let connected: Reply?
    private let isDatagram: Bool

    func ask() -> Reply {
        if let connected { return connected }
        if isDatagram { _ = send(descriptor, "?", 1, Int32(MSG_NOSIGNAL)) }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count >= 0 ? .answer(String(decoding: buffer[..<count], as: UTF8.self)) : Reply(error: errno)
    }

    deinit { close(descriptor) }
}

func ask(_ transport: Transport, _ address: IPv4Address, _ port: UInt16) -> Reply {
    Client(transport, to: address, port).ask()
}

func bindSocket(_ descriptor: Int32, _ address: SocketAddress) throws {
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, 4)
    guard address.passing({ bind(descriptor, $0, $1) }) == 0 else { throw LabError("bind a socket", errno) }
}
