import Containers
import Driving
import Glibc
import Testing

@testable import Agent

struct SocketProberTests {
    private func outcome(_ target: ProbeRequest.Target, timeout: Duration = .seconds(20)) throws -> ProbeOutcome? {
        let prober = try SocketProber()
        defer { prober.stop() }
        let answers = Mailbox<ProbeResult>()
        let attempt = AttemptID(pod: "a", name: "main", attempt: 1)
        prober.probe(ProbeRequest(id: 7, attempt: attempt, target: target, timeout: timeout)) { answers.send($0) }
        return answers.receive(timeout: .seconds(60))?.first?.outcome
    }

    @Test(arguments: [("200 OK", true), ("302 Found", true), ("404 Not Found", false), ("500 Oh No", false)])
    func `an answer from 200 to 399 passes`(status: String, passes: Bool) throws {
        let server = try LoopbackServer(answer: "HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n")
        defer { server.stop() }
        let target = ProbeRequest.Target.http(
            HTTPProbe(address: "127.0.0.1", port: server.port, path: "/healthz", headers: [["X-Probe", "yes"]])
        )

        let outcome = try outcome(target)

        #expect((outcome == .success) == passes)
        if !passes { #expect(outcome == .failure("HTTP probe failed with statuscode: \(status.prefix(3))")) }
        let request = server.request
        #expect(request.hasPrefix("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
        #expect(request.contains("\r\nX-Probe: yes\r\n"))
    }

    @Test func `a connection that is taken passes for TCP, one that is refused does not`() throws {
        let server = try LoopbackServer(answer: "")
        let port = server.port

        #expect(try outcome(.tcp(address: "127.0.0.1", port: port)) == .success)
        server.stop()
        #expect(
            try outcome(.tcp(address: "127.0.0.1", port: port))
                == .failure("dial tcp 127.0.0.1:\(port): connection refused")
        )
    }

    @Test func `silence fails when the time is up`() throws {
        let server = try LoopbackServer(answer: nil)
        defer { server.stop() }
        let target = ProbeRequest.Target.http(HTTPProbe(address: "127.0.0.1", port: server.port, path: "/"))

        guard case .failure(let message) = try outcome(target, timeout: .milliseconds(50)) else {
            Issue.record("silence passed")
            return
        }
        #expect(message.contains("no answer within"))
    }
}

/// Takes one connection on a port of the loopback, reads a request, and answers.
final class LoopbackServer: Sendable {
    let port: UInt16
    private let socket: Int32
    private let requests = Mailbox<String>()
    private let worker: Worker

    /// - Parameter answer: nil keeps silent until the other side goes.
    init(answer: String?) throws {
        let socket = try check(Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0), "make a socket")
        self.socket = socket
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                try check(bind(socket, $0, size), "bind")
                try check(getsockname(socket, $0, &size), "ask for the port")
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        try check(listen(socket, 8), "listen")
        let requests = requests
        worker = try Worker(named: "server") {
            while true {
                let peer = accept(socket, nil, nil)
                guard peer >= 0 else { return }
                var buffer = [UInt8](repeating: 0, count: 4096)
                let count = recv(peer, &buffer, buffer.count, 0)
                requests.send(String(decoding: buffer[..<max(count, 0)], as: UTF8.self))
                if let answer {
                    _ = Array(answer.utf8).withUnsafeBytes { send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                } else {
                    while recv(peer, &buffer, buffer.count, 0) > 0 {}
                }
                close(peer)
            }
        }
    }

    /// What it was asked, once.
    var request: String { requests.receive(timeout: .seconds(60))?.first ?? "" }

    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        worker.join()
        close(socket)
    }
}
