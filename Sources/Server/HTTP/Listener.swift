public import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOWebSocket

/// Serves HTTP/1.1, and WebSockets on the same connections, to whom a responder answers.
///
/// Plain NIO: of a web framework, nothing but its accept loop would be used here, at the price of twice the build.
public struct Listener: Sendable {
    public enum Address: Sendable {
        /// A socket in the file system that only its owner may open. At most 107 bytes long.
        case socket(path: String)
        /// TCP on 127.0.0.1; 0 lets the system choose. Anyone on this machine may call.
        case loopback(port: Int)
    }

    /// A longer body is refused: the limit of the Kubernetes API server.
    static let bodyLimit = 3 << 20

    let responder: any Responder
    let logger: Logger

    public init(responder: any Responder, logger: Logger) {
        self.responder = responder
        self.logger = logger
    }

    /// Listens and answers until the task is cancelled.
    ///
    /// `onListening` is told once connections are accepted; its argument is the TCP port, or nil for a socket.
    public func run(at address: Address, onListening: @Sendable (Int?) async -> Void = { _ in }) async throws {
        let listening = try await bind(address)
        defer { OwnerSocket.remove(address) }
        await onListening(listening.channel.localAddress?.port)
        try await withThrowingDiscardingTaskGroup { group in
            try await listening.executeThenClose { connections in
                for try await connection in connections {
                    group.addTask { await serve(connection) }
                }
            }
            group.cancelAll()
        }
    }

    private func bind(_ address: Address) async throws -> NIOAsyncChannel<EventLoopFuture<Connection>, Never> {
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
        switch address {
        case .socket(let path):
            let descriptor = try OwnerSocket.bind(at: path)
            return try await bootstrap.bind(descriptor) { channel in setUp(channel) }
        case .loopback(let port):
            return try await bootstrap.serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: "127.0.0.1", port: port) { channel in setUp(channel) }
        }
    }

    // MARK: One connection

    typealias HTTPChannel = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    /// What the first request on a connection made of it.
    enum Connection: Sendable {
        /// With the request that asked for an upgrade and is answered as a usual one instead, if that came first:
        /// the upgrade handler swallows such a request.
        case http(HTTPChannel, refused: HTTPRequestHead?)
        case webSocket(NIOAsyncChannel<WebSocketFrame, WebSocketFrame>, WebSocketAnswer)
    }

    private func setUp(_ channel: any Channel) -> EventLoopFuture<EventLoopFuture<Connection>> {
        let user = Peer.user(of: channel)
        let answer = NIOLoopBoundBox<WebSocketAnswer?>(nil, eventLoop: channel.eventLoop)
        let refused = NIOLoopBoundBox<HTTPRequestHead?>(nil, eventLoop: channel.eventLoop)
        let upgrader = NIOTypedWebSocketServerUpgrader<Connection>(
            maxFrameSize: WebSocket.messageLimit,
            shouldUpgrade: { channel, head in
                user.flatMap { name in
                    channel.eventLoop.makeFutureWithTask {
                        await responder.webSocket(for: Call(head, user: name, body: []))
                    }
                }.map { chosen in
                    answer.value = chosen
                    refused.value = chosen == nil ? head : nil
                    return chosen.map { ["Sec-WebSocket-Protocol": $0.subprotocol] }
                }
            },
            upgradePipelineHandler: { channel, _ in
                channel.eventLoop.makeCompletedFuture {
                    guard let chosen = answer.value else { throw ChannelError.inappropriateOperationForState }
                    return .webSocket(try NIOAsyncChannel(wrappingChannelSynchronously: channel), chosen)
                }
            }
        )
        return channel.eventLoop.makeCompletedFuture {
            var configuration = NIOUpgradableHTTPServerPipelineConfiguration<Connection>(
                upgradeConfiguration: .init(upgraders: [upgrader]) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        .http(
                            try NIOAsyncChannel(
                                wrappingChannelSynchronously: channel,
                                configuration: .init(isOutboundHalfClosureEnabled: true)
                            ),
                            refused: refused.value
                        )
                    }
                }
            )
            // Requests are taken one after the other below.
            configuration.enablePipelining = false
            let pipeline = channel.pipeline.syncOperations
            let connection = try pipeline.configureUpgradableHTTPServerPipeline(configuration: configuration)
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(UpgradeFilter(), position: .after(decoder))
            return connection
        }
    }

    /// The caller closes once it has seen the end: were it closed from here, a caller that is still switching protocols
    /// could lose what was sent. One that doesn't close is not waited for long.
    private func waitForClose(of channel: any Channel) async throws {
        guard !Task.isCancelled else { return }
        let limit = channel.eventLoop.scheduleTask(in: .seconds(5)) { channel.close(promise: nil) }
        defer { limit.cancel() }
        try await channel.closeFuture.get()
    }

    private func serve(_ connection: EventLoopFuture<Connection>) async {
        do {
            switch try await connection.get() {
            case .http(let channel, let refused):
                try await HTTPConnection(channel: channel, responder: responder, refused: refused).run()
            case .webSocket(let channel, let answer):
                try await channel.executeThenClose { inbound, outbound in
                    let socket = WebSocket(inbound: inbound, outbound: outbound)
                    try await answer.run(socket)
                    try await socket.close(.normalClosure)
                    try await waitForClose(of: channel.channel)
                }
            }
        } catch {
            // The caller went away, or spoke no HTTP: nobody is left to be told.
            logger.debug("connection ended: \(error)")
        }
    }
}
