internal import NIOCore
internal import NIOWebSocket

/// One open WebSocket, seen as messages: pings are answered and fragments joined before anyone sees them.
public struct WebSocket: Sendable {
    public enum Message: Sendable, Hashable {
        case binary([UInt8])
        case text(String)
    }

    /// A message longer than this ends the connection.
    static let messageLimit = 4 << 20

    let inbound: NIOAsyncChannelInboundStream<WebSocketFrame>
    let outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>

    /// Hands over each message until the other side closes. Called once.
    public func receive(_ body: @Sendable (Message) async throws -> Void) async throws {
        var joined = ByteBuffer()
        var opcode = WebSocketOpcode.binary
        for try await frame in inbound {
            switch frame.opcode {
            case .binary, .text, .continuation:
                if frame.opcode != .continuation {
                    joined = ByteBuffer()
                    opcode = frame.opcode
                }
                joined.writeImmutableBuffer(frame.unmaskedData)
                guard joined.readableBytes <= Self.messageLimit else {
                    return try await close(.messageTooLarge)
                }
                guard frame.fin else { continue }
                let bytes = Array(joined.readableBytesView)
                try await body(opcode == .text ? .text(String(decoding: bytes, as: UTF8.self)) : .binary(bytes))
                joined = ByteBuffer()
            case .ping:
                try await outbound.write(WebSocketFrame(fin: true, opcode: .pong, data: frame.unmaskedData))
            case .connectionClose:
                return
            default:
                continue
            }
        }
    }

    /// Waits while the other side is slow to read.
    public func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(WebSocketFrame(fin: true, opcode: .binary, data: ByteBuffer(bytes: bytes)))
    }

    func close(_ code: WebSocketErrorCode) async throws {
        var data = ByteBuffer()
        data.write(webSocketErrorCode: code)
        try await outbound.write(WebSocketFrame(fin: true, opcode: .connectionClose, data: data))
        outbound.finish()
    }
}
