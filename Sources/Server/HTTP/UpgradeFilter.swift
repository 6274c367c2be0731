internal import NIOCore
internal import NIOHTTP1

/// Takes out of a connection's first request the wish for a protocol that is not spoken here.
///
/// The call is then answered as if it had not been said, as RFC 9110 has it; NIO would give it no answer at all.
final class UpgradeFilter: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        let wanted = head.headers[canonicalForm: "upgrade"]
        if !wanted.contains(where: { $0.lowercased() == "websocket" }) { head.headers.remove(name: "upgrade") }
        context.fireChannelRead(wrapInboundOut(.head(head)))
        // What follows may be another protocol, of which this handler could make nothing.
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }
}
