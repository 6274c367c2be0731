import Containers
import Driving
import Glibc
import Testing

@testable import Agent

struct SocketProberTests {
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
        let server = try LoopbackServer(answer: [String]?.none)
        defer { server.stop() }
        let target = ProbeRequest.Target.http(HTTPProbe(address: "127.0.0.1", port: server.port, path: "/"))

        guard case .failure(let message) = try outcome(target, timeout: .milliseconds(50)) else {
            Issue.record("silence passed")
            return
        }
        #expect(message.contains("no answer within"))
    }

    @Test func `who is asked may end his answer before he is hung up on`() throws {
        let rest = String(repeating: "x", count: 1000)
        let server = try LoopbackServer { peer in
            let request = LoopbackServer.receive(peer)
            LoopbackServer.send(peer, "HTTP/1.1 200 OK\r\n\r\n")
            usleep(20_000)
            LoopbackServer.send(peer, rest)
            // Whoever closes with bytes unread resets the connection.
            shutdown(peer, Int32(SHUT_WR))
            var byte: UInt8 = 0
            return recv(peer, &byte, 1, 0) == 0 ? "ended: \(request)" : "reset"
        }
        defer { server.stop() }

        #expect(try outcome(.http(HTTPProbe(address: "127.0.0.1", port: server.port, path: "/"))) == .success)
    }

    @Test func `who hangs up rudely behind his answer has answered`() throws {
        let server = try LoopbackServer { peer in
            let request = LoopbackServer.receive(peer)
            LoopbackServer.send(peer, "HTTP/1.1 200 OK\r\n\r\n")
            // Closed now, the connection is reset.
            var rude = linger(l_onoff: 1, l_linger: 0)
            setsockopt(peer, SOL_SOCKET, SO_LINGER, &rude, socklen_t(MemoryLayout<linger>.size))
            return request
        }
        defer { server.stop() }

        for _ in 0..<20 {
            let outcome = try outcome(.http(HTTPProbe(address: "127.0.0.1", port: server.port, path: "/")))
            // The reset may overtake the answer, and then there was none.
            if case .failure(let message) = outcome { #expect(message.hasSuffix("connection reset by peer")) }
        }
    }

    @Test func `an answer in pieces is one answer`() throws {
        let server = try LoopbackServer(answer: ["HT", "TP/1.1 2", "04 No Content\r", "\n\r\n"])
        defer { server.stop() }

        #expect(try outcome(.http(HTTPProbe(address: "localhost", port: server.port, path: "/"))) == .success)
    }

    @Test func `an address of IPv6 can be asked`() throws {
        let server = try LoopbackServer(AF_INET6, answer: ["HTTP/1.1 200 OK\r\n\r\n"])
        defer { server.stop() }

        #expect(try outcome(.http(HTTPProbe(address: "::1", port: server.port, path: "/"))) == .success)
        #expect(server.request.contains("\r\nHost: [::1]:\(server.port)\r\n"))
    }

    @Test func `a name that nobody knows fails with the resolver's words`() throws {
        let target = ProbeRequest.Target.tcp(address: "nobody.invalid", port: 80)

        guard case .failure(let message) = try outcome(target) else {
            Issue.record("nobody answered")
            return
        }
        #expect(message.hasPrefix("nobody.invalid:80: lookup nobody.invalid: "))
    }

    @Test func `a redirect on the same host is followed, and what it leads to counts`() throws {
        let target = try LoopbackServer(answer: "HTTP/1.1 500 Oh No\r\n\r\n")
        let location = "http://127.0.0.1:\(target.port)/login"
        let server = try LoopbackServer(answer: "HTTP/1.1 302 Found\r\nLocation: \(location)\r\n\r\n")
        defer {
            server.stop()
            target.stop()
        }
        var probe = HTTPProbe(address: "127.0.0.1", port: server.port, path: "/", followsRedirects: true)

        #expect(try outcome(.http(probe)) == .failure("HTTP probe failed with statuscode: 500"))
        #expect(target.request.hasPrefix("GET /login HTTP/1.1\r\n"))
        probe.followsRedirects = false
        #expect(try outcome(.http(probe)) == .success)
    }

    @Test func `who is sent round in a circle gives up`() throws {
        let server = try LoopbackServer(answer: "HTTP/1.1 307 Round\r\nLocation: /again\r\n\r\n")
        defer { server.stop() }
        let probe = HTTPProbe(address: "127.0.0.1", port: server.port, path: "/", followsRedirects: true)

        guard case .failure(let message) = try outcome(.http(probe)) else {
            Issue.record("a circle passed")
            return
        }
        #expect(message.hasSuffix("stopped after 10 redirects"))
    }
}

/// What one probe comes to, made for real.
func outcome(_ target: ProbeRequest.Target, timeout: Duration = .seconds(20)) throws -> ProbeOutcome? {
    let prober = try SocketProber()
    defer { prober.stop() }
    let answers = Mailbox<ProbeResult>()
    let attempt = AttemptID(pod: "a", name: "main", attempt: 1)
    prober.probe(ProbeRequest(id: 7, attempt: attempt, target: target, timeout: timeout)) { answers.send($0) }
    return answers.receive(timeout: .seconds(60))?.first?.outcome
}
