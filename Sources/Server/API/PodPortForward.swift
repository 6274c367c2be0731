internal import Cluster
internal import Controllers
internal import Glibc
internal import Model
internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// Carries connections to the ports of a pod, as kubectl asks for them: SPDY/3.1 inside the messages of a WebSocket.
///
/// Each connection is a pair of streams that the caller opens: one for its bytes, one for what goes wrong with it. The
/// pod is called at its address, so that what listens on its loopback alone is not reached.
struct PodPortForward: Sendable {
    static let subprotocol = "SPDY/3.1+portforward.k8s.io"

    private let address: String

    init(_ key: ObjectKey, in state: ClusterState) throws(APIError) {
        guard let object = state.object(key)?.object, let pod = Pod(object) else { throw .notFound(key) }
        guard pod.status.phase == .running, !pod.status.podIP.isEmpty else {
            throw .badRequest("pod \(key.name) is not running. Current status=\(pod.status.phase.rawValue)")
        }
        address = pod.status.podIP
    }

    func run(_ socket: WebSocket) async throws {
        let streams = ForwardedStreams(to: address) { try await socket.send($0) }
        defer { streams.close() }
        try await socket.receive { message in
            guard case .binary(let bytes) = message else { return }
            try await streams.take(bytes)
        }
    }
}

/// The streams of one caller.
private final class ForwardedStreams: Sendable {
    private struct State {
        var reader = SPDYReader()
        var writer = SPDYWriter()
        /// Error streams that wait for the stream of their bytes, by the caller's number of the connection.
        var errorStreams: [String: UInt32] = [:]
        /// Open connections, by the stream of their bytes.
        var connections: [UInt32: any Channel] = [:]
        var isClosed = false
    }

    private let address: String
    private let send: @Sendable ([UInt8]) async throws -> Void
    private let state = Mutex(State())

    private static let connectTimeout = TimeAmount.seconds(5)

    init(to address: String, send: @escaping @Sendable ([UInt8]) async throws -> Void) {
        self.address = address
        self.send = send
    }

    /// Does what the caller's bytes say; called for one piece after the other.
    func take(_ bytes: [UInt8]) async throws {
        for frame in try state.withLock({ try $0.reader.take(bytes) }) {
            switch frame {
            case .open(let stream, let headers): try await open(stream, headers)
            case .data(let stream, let bytes, let isLast): await write(bytes, isLast: isLast, to: stream)
            case .reset(let stream): remove(stream)?.close(promise: nil)
            case .ping(let payload): try await send(SPDYWriter.ping(payload))
            case .goAway: break
            }
        }
    }

    func close() {
        let open = state.withLock { state in
            defer { state.connections = [:] }
            state.isClosed = true
            return Array(state.connections.values)
        }
        for channel in open { channel.close(promise: nil) }
    }

    private func remove(_ stream: UInt32) -> (any Channel)? {
        state.withLock { $0.connections.removeValue(forKey: stream) }
    }

    // MARK: From the caller

    private func open(_ stream: UInt32, _ headers: [String: String]) async throws {
        try await send(state.withLock { $0.writer.accept(stream) })
        let request = headers["requestid"] ?? ""
        guard headers["streamtype"] == "data" else {
            return state.withLock { $0.errorStreams[request] = stream }
        }
        let errorStream = state.withLock { $0.errorStreams.removeValue(forKey: request) }
        guard let port = Int(headers["port"] ?? ""), (1...65_535).contains(port) else {
            return try await end(stream, errorStream, because: "\"\(headers["port"] ?? "")\" is no port")
        }
        do {
            let channel = try await connect(port, stream, errorStream)
            let isLate = state.withLock { state in
                if !state.isClosed { state.connections[stream] = channel }
                return state.isClosed
            }
            channel.closeFuture.whenComplete { [weak self] _ in _ = self?.remove(stream) }
            if isLate { channel.close(promise: nil) } else { channel.read() }
        } catch {
            try await end(stream, errorStream, because: "dial \(address):\(port): \(Self.reason(of: error))")
        }
    }

    private func connect(_ port: Int, _ stream: UInt32, _ errorStream: UInt32?) async throws -> any Channel {
        let send = send
        return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(Self.connectTimeout)
            // What the caller has not taken yet is not read: so one that is slow slows the pod, and nothing piles up.
            .channelOption(.autoRead, value: false)
            .channelOption(.maxMessagesPerRead, value: 1)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = ForwardingHandler { bytes in
                        try await send(SPDYWriter.data(stream, bytes, isLast: false))
                    } end: {
                        try await send(SPDYWriter.data(stream, [], isLast: true))
                        if let errorStream { try await send(SPDYWriter.data(errorStream, [], isLast: true)) }
                    }
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .connect(host: address, port: port).get()
    }

    /// Why nobody answered at the one address that was called.
    private static func reason(of error: any Error) -> String {
        let cause = (error as? NIOConnectionError)?.connectionErrors.first?.error ?? error
        return (cause as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(cause)"
    }

    /// Waits while the pod is slow to read.
    private func write(_ bytes: [UInt8], isLast: Bool, to stream: UInt32) async {
        guard let channel = state.withLock({ $0.connections[stream] }) else { return }
        do {
            if !bytes.isEmpty { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }
            if isLast { try await channel.close(mode: .output) }
        } catch {
            // The pod has closed the connection: its side of the story ends the streams.
            remove(stream)?.close(promise: nil)
        }
    }

    /// Tells why there is no connection, and closes its streams.
    private func end(_ stream: UInt32, _ errorStream: UInt32?, because why: String) async throws {
        if let errorStream { try await send(SPDYWriter.data(errorStream, Array(why.utf8), isLast: true)) }
        try await send(SPDYWriter.data(stream, [], isLast: true))
    }
}

/// Hands over what a pod sends, one piece after the other, and that it has ended.
private final class ForwardingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let send: @Sendable ([UInt8]) async throws -> Void
    private let end: @Sendable () async throws -> Void
    private var hasEnded = false
    /// What is handed over: a connection that its pod closes brings its last pieces and its end at once.
    private var last: EventLoopFuture<Void>?

    init(
        send: @escaping @Sendable ([UInt8]) async throws -> Void,
        end: @escaping @Sendable () async throws -> Void
    ) {
        self.send = send
        self.end = end
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = Array(unwrapInboundIn(data).readableBytesView)
        let send = send
        let channel = context.channel
        inOrder(context) { try await send(bytes) }.whenComplete { result in
            switch result {
            case .success: channel.read()
            case .failure: channel.close(promise: nil)
            }
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed { finish(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(context)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Once: the end of the pod's side, however it came.
    private func finish(_ context: ChannelHandlerContext) {
        guard !hasEnded else { return }
        hasEnded = true
        let end = end
        // Nobody is left to be told when the caller has gone.
        inOrder(context) { try await end() }.whenComplete { _ in }
    }

    /// Does the work once all that came before is handed over; not at all when that failed.
    private func inOrder(
        _ context: ChannelHandlerContext,
        _ work: @escaping @Sendable () async throws -> Void
    ) -> EventLoopFuture<Void> {
        let loop = context.eventLoop
        let done = (last ?? loop.makeSucceededVoidFuture()).flatMap { loop.makeFutureWithTask(work) }
        last = done
        return done
    }
}
