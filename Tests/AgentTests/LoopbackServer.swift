import Driving
import Glibc

@testable import Agent

/// Takes connections on a port of the loopback, one after the other, and does with each what it was told.
final class LoopbackServer: Sendable {
    let port: UInt16
    private let socket: Int32
    private let requests: Mailbox<String>
    private let worker: Worker

    /// - Parameters:
    ///   - family: AF_INET or AF_INET6.
    ///   - serve: speaks with whoever has connected; what it returns is the request.
    init(_ family: Int32 = AF_INET, serve: @escaping @Sendable (Int32) -> String) throws {
        let socket = try check(Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0), "make a socket")
        self.socket = socket
        port = try Self.bind(socket, family)
        try check(listen(socket, 8), "listen")
        let requests = Mailbox<String>()
        self.requests = requests
        worker = try Worker(named: "server") {
            while true {
                let peer = accept(socket, nil, nil)
                guard peer >= 0 else { return }
                requests.send(serve(peer))
                close(peer)
            }
        }
    }

    /// Reads a request, and answers.
    ///
    /// - Parameter answer: in pieces; nil keeps silent until the other side goes.
    convenience init(_ family: Int32 = AF_INET, answer: [String]?) throws {
        try self.init(family) { peer in
            let request = Self.receive(peer)
            for piece in answer ?? [] { Self.send(peer, piece) }
            if answer == nil { while !Self.receive(peer).isEmpty {} }
            return request
        }
    }

    convenience init(answer: String) throws { try self.init(answer: [answer]) }

    static func receive(_ peer: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(peer, &buffer, buffer.count, 0)
        return String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
    }

    static func send(_ peer: Int32, _ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private static func bind(_ socket: Int32, _ family: Int32) throws -> UInt16 {
        guard let loopback = PeerAddress(family == AF_INET ? "127.0.0.1" : "::1", port: 0) else { return 0 }
        switch loopback {
        case .v4(var address): return UInt16(bigEndian: try bind(socket, &address).sin_port)
        case .v6(var address): return UInt16(bigEndian: try bind(socket, &address).sin6_port)
        }
    }

    private static func bind<Address>(_ socket: Int32, _ address: inout Address) throws -> Address {
        var size = socklen_t(MemoryLayout<Address>.size)
        try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                try check(Glibc.bind(socket, $0, size), "bind")
                try check(getsockname(socket, $0, &size), "ask for the port")
            }
        }
        return address
    }

    /// What it was asked, once.
    var request: String { requests.receive(timeout: .seconds(60))?.first ?? "" }

    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        worker.join()
        close(socket)
    }
}
