import Agent
import Client
import Model
import Server
import Synchronization
import Testing
import YAML

@Suite struct PodLogTests {
    private let cluster = FakeCluster()
    private static let lines = [
        LogLine(
            nanoseconds: 1_700_000_000_000_000_001,
            isStandardError: false,
            bytes: Array("one".utf8),
            endsLine: true
        ),
        LogLine(
            nanoseconds: 1_700_000_001_000_000_000,
            isStandardError: true,
            bytes: Array("tw".utf8),
            endsLine: false
        ),
        LogLine(nanoseconds: 1_700_000_001_500_000_000, isStandardError: true, bytes: Array("o".utf8), endsLine: true),
    ]

    private func log(_ query: String, _ pods: FakePods) async throws -> String {
        let text = Mutex<[UInt8]>([])
        try await withDaemon(server(cluster, pods: pods)) { daemon in
            let target = "/api/v1/namespaces/g/pods/web/log?\(query)"
            try await APIClient(daemon, userAgent: "tester").stream(target) { body in
                for try await chunk in body { text.withLock { $0 += chunk } }
            }
        }
        return text.withLock { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a log is the lines as they were written`() async throws {
        cluster.put(pod("web"))

        #expect(try await log("", FakePods(lines: Self.lines)) == "one\ntwo\n")
    }

    @Test func `times stand before lines where they are asked for`() async throws {
        cluster.put(pod("web"))

        let text = try await log("timestamps=true", FakePods(lines: [Self.lines[0]]))

        #expect(text == "2023-11-14T22:13:20.000000001Z one\n")
    }

    @Test func `no more bytes come than were asked for`() async throws {
        cluster.put(pod("web"))

        #expect(try await log("limitBytes=5", FakePods(lines: Self.lines)) == "one\nt")
    }

    @Test func `what is asked for reaches the container`() async throws {
        cluster.put(pod("web", containers: ["a", "b"]))
        let pods = FakePods()

        _ = try await log("container=b&follow=true&tailLines=3&sinceSeconds=10", pods)

        #expect(
            pods.asked.all == [
                LogRequest(
                    podUID: "uid-web",
                    container: "b",
                    follow: true,
                    tailLines: 3,
                    sinceNanoseconds: (1_800_000_000 - 10) * 1_000_000_000
                )
            ]
        )
    }

    @Test(arguments: [
        ("", "a container name must be specified for pod web, choose one of: [a b]"),
        ("?container=c", "container c is not valid for pod web"),
        ("?container=a&previous=true", "previous terminated container \"a\" in pod \"web\" not found"),
        ("?container=a&tailLines=x", "tailLines: Invalid value: \"x\": must be a number, not negative"),
    ])
    func `what no log can be had of is refused`(query: String, message: String) async throws {
        cluster.put(pod("web", containers: ["a", "b"]))

        let found = try await answer(server(cluster), "GET", "/api/v1/namespaces/g/pods/web/log\(query)")

        #expect(found.status == 400)
        #expect(found.value["message"] == .string(message))
    }

    @Test func `a container that has not started has no log yet`() async throws {
        cluster.put(pod("web", isRunning: false))

        let found = try await answer(server(cluster), "GET", "/api/v1/namespaces/g/pods/web/log")

        #expect(found.value["message"] == "container \"c\" in pod \"web\" is waiting to start: ContainerCreating")
    }
}

@Suite struct PodExecTests {
    private let cluster = FakeCluster()
    private static let target = "/api/v1/namespaces/g/pods/web/exec?command=cat&stdin=true&stdout=true&stderr=true"

    /// The messages that a session ends with, by channel.
    private func session(
        _ pods: FakePods,
        _ target: String = PodExecTests.target,
        send messages: [[UInt8]]
    ) async throws -> [UInt8: String] {
        let received = Mutex<[UInt8: [UInt8]]>([:])
        try await withDaemon(server(cluster, pods: pods)) { daemon in
            let outcome = try await daemon.webSocket(target, subprotocol: "v5.channel.k8s.io") { socket in
                for message in messages { try await socket.send(message) }
                try await socket.receive { bytes in
                    received.withLock { $0[bytes[0], default: []] += bytes.dropFirst() }
                }
            }
            if case .refused(_, let body) = outcome {
                Issue.record("refused: \(String(decoding: body, as: UTF8.self))")
            }
        }
        return received.withLock { $0.mapValues { String(decoding: $0, as: UTF8.self) } }
    }

    @Test func `input goes to the command and its output comes back`() async throws {
        cluster.put(pod("web"))
        let command = EchoCommand(end: .exited(code: 0))

        let channels = try await session(
            FakePods(exec: { _ in command }),
            send: [[0] + Array("hi".utf8), [4] + Array(#"{"Width":80,"Height":24}"#.utf8), [255, 0]]
        )

        #expect(channels[1] == "hi")
        #expect(channels[2] == "bye")
        #expect(try Value.parse(json: channels[3] ?? "")["status"] == "Success")
        #expect(command.sizes.all == [[80, 24]])
    }

    @Test func `an exit status is told at the end`() async throws {
        cluster.put(pod("web"))
        let command = EchoCommand(end: .exited(code: 3))

        let channels = try await session(FakePods(exec: { _ in command }), send: [[255, 0]])

        let status = try Value.parse(json: channels[3] ?? "")
        #expect(status["reason"] == "NonZeroExitCode")
        #expect(status["details"]?["causes"] == [["reason": "ExitCode", "message": "3"]])
    }

    @Test func `a command that can't be found fails as in a shell`() async throws {
        cluster.put(pod("web"))
        let pods = FakePods(exec: { _ in throw PodAccessError(.commandNotFound, "nope: no such command") })

        let channels = try await session(pods, send: [])

        let status = try Value.parse(json: channels[3] ?? "")
        #expect(status["message"] == "nope: no such command")
        #expect(status["details"]?["causes"]?.array?[0]["message"] == "127")
    }

    @Test func `the command ends when its caller goes away`() async throws {
        cluster.put(pod("web"))
        let command = EchoCommand(end: .exited(code: 0))

        try await withDaemon(server(cluster, pods: FakePods(exec: { _ in command }))) { daemon in
            _ = try await daemon.webSocket(Self.target, subprotocol: "v5.channel.k8s.io") { socket in
                try await socket.send([0, 1])
            }
            await command.waitUntilCancelled()
        }
    }

    @Test func `without a running container there is no session`() async throws {
        cluster.put(pod("web", isRunning: false))

        try await withDaemon(server(cluster)) { daemon in
            let outcome = try await daemon.webSocket(Self.target, subprotocol: "v5.channel.k8s.io") { _ in }
            guard case .refused(let head, let body) = outcome else {
                Issue.record("upgraded")
                return
            }
            #expect(head.status == 400)
            #expect(try Value.parse(json: body)["message"] == "container c of pod web is not running")
        }
    }

    @Test func `a call that asks for no WebSocket is told to`() async throws {
        cluster.put(pod("web"))

        let found = try await answer(server(cluster), "POST", Self.target)

        #expect(found.status == 400)
        #expect(found.value["message"]?.string?.hasPrefix("Upgrade request required") == true)
    }
}
