import Client
import Model
import Server
import Synchronization
import Testing
import YAML

/// The client's own work, with a server that says what the test wants.
@Suite struct ClientTests {
    /// Answers each call with the same, or echoes what comes over a WebSocket.
    private struct Script: Responder {
        var answer = Reply.text("")
        var messages: [[UInt8]] = []

        func reply(to call: Call) async -> Reply { answer }

        func webSocket(for call: Call) async -> WebSocketAnswer? {
            guard call.segments == ["echo"] else { return nil }
            return WebSocketAnswer(subprotocol: "v5.channel.k8s.io") { socket in
                for message in messages { try await socket.send(message) }
                try await socket.receive { message in
                    guard case .binary(let bytes) = message else { return }
                    try await socket.send(Array(bytes.reversed()))
                }
            }
        }
    }

    private func client(_ daemon: Daemon) -> APIClient { APIClient(daemon, userAgent: "tester") }

    @Test func `a refusal is thrown as the server words it, and other failures as they are`() async throws {
        let status: Value = [
            "kind": "Status", "code": 404, "reason": "NotFound", "message": "pods \"web\" not found",
        ]
        let refused = Script(answer: Reply(status: 404, body: .bytes(Array(status.json().utf8))))
        try await withDaemon(refused) { daemon in
            let refusal = await #expect(throws: Refusal.self) { try await client(daemon).get("/x") }
            #expect(refusal?.description == "Error from server (NotFound): pods \"web\" not found")
            #expect(refusal?.isNotFound == true)
        }
        try await withDaemon(Script(answer: .text("no such path", status: 404))) { daemon in
            let refusal = await #expect(throws: Refusal.self) { try await client(daemon).get("/x") }
            #expect(refusal?.description == "Error from server: no such path")
        }
        try await withDaemon(Script(answer: .text("{half"))) { daemon in
            let error = await #expect(throws: DaemonError.self) { try await client(daemon).get("/x") }
            #expect(error?.description.hasPrefix("GET /x: the daemon's answer is no JSON") == true)
        }
    }

    @Test func `warnings are read as they were meant`() async throws {
        var reply = Reply(body: .bytes(Array("{}".utf8)))
        reply.warn(["plain", #"a "quoted" \ word"#])

        try await withDaemon(Script(answer: reply)) { daemon in
            let warnings = try await client(daemon).call("GET", "/x").warnings

            #expect(warnings == ["plain", #"a "quoted" \ word"#])
        }
    }

    @Test func `events of a watch are cut at their lines, however they come, and an error is thrown`() async throws {
        let lines = [
            #"{"type":"ADDED","object":{"n":1}}"# + "\n" + #"{"type":"MODI"#, #"FIED","object":{"n":2}}"# + "\n",
            #"{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old"}}"# + "\n",
        ]
        let answer = Reply(
            body: .stream { sink in for line in lines { try await sink.write(Array(line.utf8)) } }
        )
        let seen = Mutex<[String]>([])

        try await withDaemon(Script(answer: answer)) { daemon in
            let refusal = await #expect(throws: Refusal.self) {
                try await client(daemon).watch("/x") { event in
                    seen.withLock { $0.append("\(event.type) \(event.object["n"]?.int64 ?? 0)") }
                }
            }
            #expect(refusal?.isExpired == true)
        }

        #expect(seen.withLock { $0 } == ["ADDED 1", "MODIFIED 2"])
    }

    @Test func `where nobody listens the socket is named`() async throws {
        try await withTemporaryDirectory { directory in
            let daemon = Daemon(socket: directory + "/short.sock", name: directory + "/as/people/know/it.sock")
            let error = await #expect(throws: DaemonError.self) { try await client(daemon).get("/x") }
            #expect(error?.description.contains("/as/people/know/it.sock: there is no such socket") == true)
        }
    }

    @Test func `messages go both ways over a WebSocket, large ones too`() async throws {
        let large = [UInt8](repeating: 7, count: 100_000) + [1]
        let seen = Mutex<[[UInt8]]>([])

        try await withDaemon(Script(messages: [[1, 2, 3], []])) { daemon in
            struct Enough: Error {}
            do {
                _ = try await daemon.webSocket("/echo", subprotocol: "v5.channel.k8s.io") { socket in
                    try await socket.send([4, 5])
                    try await socket.send(large)
                    try await socket.receive { bytes in
                        seen.withLock { $0.append(bytes) }
                        if bytes.count == large.count { throw Enough() }
                    }
                }
            } catch is Enough {}
        }

        #expect(seen.withLock { $0 } == [[1, 2, 3], [], [5, 4], large.reversed()])
    }

    @Test func `a WebSocket that is refused tells why`() async throws {
        try await withDaemon(Script(answer: .text("not here", status: 403))) { daemon in
            let outcome = try await daemon.webSocket("/other", subprotocol: "v5.channel.k8s.io") { _ in }
            guard case .refused(let head, let body) = outcome else {
                Issue.record("it was upgraded")
                return
            }
            #expect(head.status == 403)
            #expect(String(decoding: body, as: UTF8.self) == "not here")
        }
    }

    @Test func `targets are encoded, whatever stands in them`() {
        let query = [(name: "labelSelector", value: "a=b,c in (d e)"), (name: "empty", value: "")]

        #expect(
            ResourcePath.target(.deployment, namespace: "g", name: "a/b", query: query)
                == "/apis/apps/v1/namespaces/g/deployments/a%2Fb?labelSelector=a%3Db%2Cc%20in%20%28d%20e%29&empty="
        )
        #expect(ResourcePath.target(.node, namespace: "g", name: "n") == "/api/v1/nodes/n")
        #expect(ResourcePath.target(.pod) == "/api/v1/pods")
        #expect(Target.path(["ü", "%"]) == "/%C3%BC/%25")
    }
}
