import Client
import Model
import NIOCore
import NIOPosix
import Server
import Synchronization
import Testing
import YAML

/// Connections to a pod's ports, asked for as kubectl asks for them: SPDY/3.1 in a WebSocket.
@Suite struct PortForwardTests {
    private static let subprotocol = "SPDY/3.1+portforward.k8s.io"
    private static let target = "/api/v1/namespaces/g/pods/web/portforward"
    private let cluster = FakeCluster()

    init() {
        guard case .pod(var web) = pod("web") else { return }
        web.status.podIP = "127.0.0.1"
        cluster.put(.pod(web))
    }

    // MARK: The caller's side

    /// A stream is opened with a piece of compressed headers.
    private func open(_ stream: UInt8, _ headers: [UInt8]) -> [UInt8] {
        let payload: [UInt8] = [0, 0, 0, stream, 0, 0, 0, 0, 0, 0] + headers
        return [0x80, 3, 0, 1, 0, 0, UInt8(payload.count >> 8), UInt8(payload.count & 255)] + payload
    }

    /// The headers as a stored block, behind the head of a stream that names SPDY's dictionary.
    private func stored(_ headers: [(String, String)], isFirst: Bool) -> [UInt8] {
        var block: [UInt8] = [0, 0, 0, UInt8(headers.count)]
        for text in headers.flatMap({ [$0, $1] }) {
            block += [0, 0, 0, UInt8(text.utf8.count)]
            block += Array(text.utf8)
        }
        let length = UInt8(block.count)
        let head: [UInt8] = isFirst ? [0x78, 0x20, 0xe3, 0xc6, 0xa7, 0xc2] : []
        return head + [0, length, 0, ~length, 0xff] + block + [0, 0, 0, 0xff, 0xff]
    }

    private func streams(to port: Int) -> [UInt8] {
        let common = [("port", String(port)), ("requestid", "0")]
        return open(1, stored([("streamtype", "error")] + common, isFirst: true))
            + data(1, [], isLast: true)
            + open(3, stored([("streamtype", "data")] + common, isFirst: false))
    }

    private func data(_ stream: UInt8, _ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
        [0, 0, 0, stream, isLast ? 1 : 0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
    }

    /// What came back on the streams until both had ended.
    private struct Received {
        var bytes: [UInt8: [UInt8]] = [:]
        var accepted: [UInt8] = []
        var ended: Set<UInt8> = []
        private var waiting: [UInt8] = []

        mutating func take(_ bytes: [UInt8]) {
            waiting += bytes
            while waiting.count >= 8 {
                let length = Int(waiting[5]) << 16 | Int(waiting[6]) << 8 | Int(waiting[7])
                guard waiting.count >= 8 + length else { return }
                let payload = Array(waiting[8..<8 + length])
                if waiting[0] == 0x80 {
                    if waiting[3] == 2 { accepted.append(payload[3]) }
                } else {
                    self.bytes[waiting[3], default: []] += payload
                    if waiting[4] & 1 == 1 { ended.insert(waiting[3]) }
                }
                waiting.removeFirst(8 + length)
            }
        }
    }

    private func forward(_ bytes: [UInt8], split: Int = 100_000) async throws -> Received {
        let received = Mutex(Received())
        try await withDaemon(server(cluster)) { daemon in
            let outcome = try await daemon.webSocket(Self.target, subprotocol: Self.subprotocol) { socket in
                for start in stride(from: 0, to: bytes.count, by: split) {
                    try await socket.send(Array(bytes[start..<min(start + split, bytes.count)]))
                }
                struct Ended: Error {}
                do {
                    try await socket.receive { piece in
                        let hasEnded = received.withLock { received in
                            received.take(piece)
                            return received.ended == [1, 3]
                        }
                        if hasEnded { throw Ended() }
                    }
                } catch is Ended {
                    return
                }
            }
            guard case .upgraded = outcome else {
                Issue.record("not upgraded")
                return
            }
        }
        return received.withLock { $0 }
    }

    // MARK: The pod's side

    /// Runs the body while a server answers each connection with what it was sent, once that has ended.
    private func withEcho(_ body: (Int) async throws -> Void) async throws {
        let listening = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Echo()) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(listening.localAddress?.port ?? 0)
        } catch {
            try await listening.close()
            throw error
        }
        try await listening.close()
    }

    @Test(arguments: [100_000, 1, 7])
    func `bytes go to the port and back, however they are cut`(split: Int) async throws {
        let text = Array("hello, pod".utf8)

        try await withEcho { port in
            let received = try await forward(
                streams(to: port) + data(3, text) + data(3, text, isLast: true),
                split: split
            )

            #expect(received.accepted == [1, 3])
            #expect(received.bytes[3] == text + text)
            #expect(received.bytes[1] == [])
        }
    }

    @Test func `more than any buffer holds arrives whole`() async throws {
        let piece = (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let pieces = (0..<50).flatMap { _ in data(3, piece) }

        try await withEcho { port in
            let received = try await forward(streams(to: port) + pieces + data(3, [], isLast: true))

            #expect(received.bytes[3]?.count == 50 * piece.count)
            #expect(received.bytes[3]?.suffix(piece.count) == piece[...])
        }
    }

    @Test func `where nobody listens, the error stream says so`() async throws {
        var free = 0
        try await withEcho { free = $0 }

        let received = try await forward(streams(to: free))

        let error = String(decoding: received.bytes[1] ?? [], as: UTF8.self)
        #expect(error == "dial 127.0.0.1:\(free): Connection refused")
        #expect(received.bytes[3] == [])
    }

    /// Headers for port 1 as zlib compresses them, the second piece going on from the first: with the code that is
    /// agreed on and pointers into the dictionary, and with codes of its own.
    private static let compressed = [
        [
            "78f9e3c6a7c202253a703a2b294a4dcc851625aca9a0808614cb45a024cc084a9c9c459038cc04a56d460300000000ff"
                + "ff",
            "c2aa1354082512d008000000ffff",
        ],
        [
            "783fe3c6a7c204c1510e40301045d12b2909df16c292ded4489a5430eac3ee9d0324607a5ab88ef65d0ef41e710690ae"
                + "331ad0adc0187ebffeb4b201dd020c7ba9d50398cd7296cc24932449d20f0000ffff",
            "04c1510a40501086d14fdd14cf16c292fe61d4ad2b8cf160f7ce010a303e19ae23bfcb81b2290594eb8c04ba0518c2ef"
                + "d79fac1bd0cd40bfd7d63c80c96c5d2533c9244992f4030000ffff",
        ],
    ]

    @Test(arguments: compressed)
    func `compressed headers are read`(pieces: [String]) async throws {
        let headers = try pieces.map { try #require(Self.bytes(hexadecimal: $0)) }

        let received = try await forward(open(1, headers[0]) + data(1, [], isLast: true) + open(3, headers[1]))

        #expect(received.accepted == [1, 3])
        #expect(String(decoding: received.bytes[1] ?? [], as: UTF8.self).hasPrefix("dial 127.0.0.1:1: "))
    }

    private static func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// Pieces that are no headers, each as hexadecimal digits behind its name.
    private static let rubbish = [
        "no zlib stream": "ffffffff",
        "cut short": "78f9e3c6a7c22025",
        "another dictionary": "78f9442d074862000200000000ffff",
        "70,000 zeros": "78daecc13101000000c2a0f54f6d094fa000000000000000000000000000000000000000000000000000000000"
            + "00000000000000000000000000000000000000000000000000000000000000000000000000000080b7010000ff"
            + "ff",
    ]

    @Test(arguments: rubbish.keys.sorted())
    func `headers that can't be read end the call`(name: String) async throws {
        let headers = try #require(Self.rubbish[name].flatMap(Self.bytes(hexadecimal:)))

        let received = try? await forward(open(1, headers))

        #expect(received?.accepted ?? [] == [])
    }

    @Test func `a pod that does not run can't be forwarded to`() async throws {
        cluster.put(pod("web", isRunning: false))

        let refused = try await answer(server(cluster), "POST", Self.target)

        #expect(refused.status == 400)
        #expect(refused.value["message"]?.string?.hasPrefix("pod web is not running") == true)
    }

    @Test func `bytes that are no frames end the call`() async throws {
        let received = try? await forward(Array(repeating: 0xff, count: 64))

        #expect(received?.accepted ?? [] == [])
    }
}

private final class Echo: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var heard = ByteBuffer()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        heard.writeBuffer(&bytes)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event as? ChannelEvent == .inputClosed else { return }
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(heard)).whenComplete { _ in channel.close(promise: nil) }
    }
}
