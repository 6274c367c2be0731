internal import NIOCore
internal import NIOHTTP1
internal import NIOWebSocket

/// The client's end of an open WebSocket.
public struct ClientWebSocket: Sendable {
    let inbound: NIOAsyncChannelInboundStream<WebSocketFrame>
    let outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>

    /// Hands over each binary message until the other side closes. Called once.
    public func receive(_ body: @Sendable ([UInt8]) async throws -> Void) async throws {
        var joined: [UInt8] = []
        for try await frame in inbound {
            switch frame.opcode {
            case .binary, .text, .continuation:
                joined += frame.unmaskedData.readableBytesView
                guard frame.fin else { continue }
                try await body(joined)
                joined = []
            case .ping:
                try await outbound.write(masked(.pong, Array(frame.unmaskedData.readableBytesView)))
            case .connectionClose:
                return
            default:
                continue
            }
        }
    }

    public func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(masked(.binary, bytes))
    }

    /// Clients mask what they send: RFC 6455, section 5.3.
    private func masked(_ opcode: WebSocketOpcode, _ bytes: [UInt8]) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: ByteBuffer(bytes: bytes))
    }
}

extension Daemon {
    /// What came of asking for a WebSocket.
    public enum Upgrade<Result: Sendable>: Sendable {
        case upgraded(Result)
        /// The daemon answered as to a usual request: a status and its words.
        case refused(head: HTTPResponseHead, body: [UInt8])
    }

    private enum Upgraded: Sendable {
        case webSocket(NIOAsyncChannel<WebSocketFrame, WebSocketFrame>)
        case http(NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>)
    }

    /// Opens a WebSocket with one subprotocol, for as long as `body` runs.
    public func webSocket<Result: Sendable>(
        _ target: String,
        subprotocol: String,
        _ body: @Sendable (ClientWebSocket) async throws -> Result
    ) async throws -> Upgrade<Result> {
        let negotiated = try await connect { channel in
            channel.eventLoop.makeCompletedFuture {
                try setUpUpgrade(channel, target: target, subprotocol: subprotocol)
            }
        }
        switch try await negotiated.get() {
        case .webSocket(let channel):
            return .upgraded(
                try await channel.executeThenClose { inbound, outbound in
                    try await body(ClientWebSocket(inbound: inbound, outbound: outbound))
                }
            )
        case .http(let channel):
            return try await channel.executeThenClose { inbound, _ in
                var head = HTTPResponseHead(status: 0, headers: [])
                var bytes: [UInt8] = []
                reading: for try await part in inbound {
                    switch part {
                    case .head(let received): head = HTTPResponseHead(received)
                    case .body(let buffer): bytes += buffer.readableBytesView
                    case .end: break reading
                    }
                }
                return .refused(head: head, body: bytes)
            }
        }
    }

    private func setUpUpgrade(
        _ channel: any Channel,
        target: String,
        subprotocol: String
    ) throws -> EventLoopFuture<Upgraded> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Upgraded>(maxFrameSize: 4 << 20) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                .webSocket(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
            }
        }
        let head = HTTPRequestHead(
            version: .http1_1,
            method: .GET,
            uri: target,
            headers: ["Host": "steady", "Content-Length": "0", "Sec-WebSocket-Protocol": subprotocol]
        )
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(
            upgradeConfiguration: .init(upgradeRequestHead: head, upgraders: [upgrader]) { channel in
                channel.eventLoop.makeCompletedFuture {
                    .http(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
                }
            }
        )
        // The daemon's first frames may come in one piece with its consent.
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: configuration)
    }
}
