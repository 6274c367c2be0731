import Client
import Glibc
import Logging
import Server
import Synchronization
import Testing

/// The transport alone: sockets, streams and WebSockets between the real client and the real listener.
@Suite struct ListenerTests {
    @Test func `a call is answered with what the responder says`() async throws {
        let responder = ScriptedResponder { call in
            .text("\(call.method?.rawValue ?? "?") \(call.segments) \(call.query["q"] ?? "") \(call.body.count)")
        }

        try await withDaemon(responder) { daemon in
            let answer = try await daemon.send(
                HTTPRequest("POST", "/a%2Fb/c?q=x+y%3D", body: Array("hello".utf8))
            )

            #expect(answer.head.status == 200)
            #expect(String(decoding: answer.body, as: UTF8.self) == #"POST ["a/b", "c"] x y= 5"#)
        }
    }

    @Test func `a body over the limit is refused and the next call still answered`() async throws {
        try await withDaemon(ScriptedResponder { .text("\($0.body.count)") }) { daemon in
            let large = try? await daemon.send(HTTPRequest("POST", "/", body: Array(repeating: 0, count: 4 << 20)))
            let small = try await daemon.send(HTTPRequest("POST", "/", body: [1, 2]))

            #expect(large == nil || large?.head.status == 413)
            #expect(small.body == Array("2".utf8))
        }
    }

    @Test func `an answer that no socket's buffer holds arrives whole`() async throws {
        let large = (0..<8_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

        try await withDaemon(ScriptedResponder { _ in Reply(body: .bytes(large)) }) { daemon in
            for _ in 1...3 {
                let answer = try await daemon.send(HTTPRequest("GET", "/"))

                #expect(answer.body == large)
            }
        }
    }

    @Test(arguments: ["SPDY/3.1", "h2c"])
    func `who would speak what is not spoken here is answered as if it had not been said`(name: String) async throws {
        try await withDaemon(ScriptedResponder { .text("\($0.segments) \($0.body.count)") }) { daemon in
            let headers = [(name: "Connection", value: "Upgrade"), (name: "Upgrade", value: name)]
            let answer = try await daemon.send(HTTPRequest("POST", "/exec", headers: headers, body: [1, 2, 3]))

            #expect(answer.head.status == 200)
            #expect(String(decoding: answer.body, as: UTF8.self) == #"["exec"] 3"#)
        }
    }

    @Test func `a stream arrives piece by piece and ends where the responder ends it`() async throws {
        let responder = ScriptedResponder { _ in
            Reply(
                body: .stream { sink in
                    for number in 1...1000 {
                        try await sink.write(Array("line \(number)\n".utf8))
                    }
                }
            )
        }

        try await withDaemon(responder) { daemon in
            let lines = try await daemon.stream(HTTPRequest("GET", "/")) { _, body in
                var lines: [String] = []
                for try await line in body.lines {
                    lines.append(String(decoding: line, as: UTF8.self))
                }
                return lines
            }

            #expect(lines == (1...1000).map { "line \($0)" })
        }
    }

    @Test func `a stream is cancelled when its reader goes away`() async throws {
        let (ended, end) = AsyncStream.makeStream(of: Bool.self)
        let responder = ScriptedResponder { _ in
            Reply(
                body: .stream { sink in
                    try await sink.write(Array("first\n".utf8))
                    let (forever, hold) = AsyncStream.makeStream(of: Void.self)
                    for await _ in forever {}
                    hold.finish()
                    end.yield(Task.isCancelled)
                }
            )
        }

        try await withDaemon(responder) { daemon in
            let first = try await daemon.stream(HTTPRequest("GET", "/")) { _, body in
                for try await line in body.lines { return String(decoding: line, as: UTF8.self) }
                return ""
            }

            #expect(first == "first")
            for await wasCancelled in ended {
                #expect(wasCancelled)
                break
            }
        }
    }

    @Test func `a WebSocket carries messages both ways, long ones too`() async throws {
        let responder = ScriptedResponder(
            webSocket: { call in
                guard call.segments == ["echo"] else { return nil }
                return WebSocketAnswer(subprotocol: "v5.channel.k8s.io") { socket in
                    try await socket.receive { message in
                        guard case .binary(let bytes) = message else { return }
                        try await socket.send(bytes.reversed())
                    }
                }
            }
        ) { _ in .text("no WebSocket here", status: 400) }
        let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }

        try await withDaemon(responder) { daemon in
            let outcome = try await daemon.webSocket("/echo", subprotocol: "v5.channel.k8s.io") { socket in
                try await socket.send([1, 2, 3])
                try await socket.send(long)
                let received = Mutex<[[UInt8]]>([])
                try? await socket.receive { bytes in
                    let count = received.withLock {
                        $0.append(bytes)
                        return $0.count
                    }
                    if count == 2 { throw CancellationError() }
                }
                return received.withLock { $0 }
            }
            let refused = try await daemon.webSocket("/other", subprotocol: "v5.channel.k8s.io") { _ in }

            guard case .upgraded(let messages) = outcome else {
                Issue.record("not upgraded")
                return
            }
            #expect(messages == [[3, 2, 1], long.reversed()])
            guard case .refused(let head, let body) = refused else {
                Issue.record("upgraded")
                return
            }
            #expect(head.status == 400)
            #expect(String(decoding: body, as: UTF8.self) == "no WebSocket here")
        }
    }

    @Test func `only its owner may open the socket, and a stale one gives way`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/steady.sock"
            try leaveStaleSocket(at: path)
            for _ in 1...2 {
                try await withDaemon(ScriptedResponder { .text("\($0.user)") }, at: path) { daemon in
                    var status = stat()
                    #expect(lstat(path, &status) == 0)
                    #expect(status.st_mode & 0o777 == 0o600)
                    let user = try await daemon.send(HTTPRequest("GET", "/")).body
                    #expect(!user.isEmpty)
                }
                #expect(access(path, F_OK) != 0)
            }
        }
    }

    @Test func `a path too long for a socket is an error that says so`() async throws {
        let path = "/tmp/" + String(repeating: "x", count: 120)
        let listener = Listener(responder: ScriptedResponder { _ in .text("") }, logger: quietLogger)

        let error = await #expect(throws: ListenError.self) { try await listener.run(at: .socket(path: path)) }

        #expect(error?.description.contains("may have 107") == true)
    }

    @Test func `without a daemon the error names the socket and says how to start one`() async throws {
        let error = await #expect(throws: DaemonError.self) {
            try await Daemon(socket: "/nonexistent/steady.sock").send(HTTPRequest("GET", "/"))
        }

        #expect(error?.description.contains("/nonexistent/steady.sock") == true)
        #expect(error?.description.contains("steady watch DIR") == true)
    }
}
