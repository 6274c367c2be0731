/// Answers calls. The listener knows nothing else of the server.
public protocol Responder: Sendable {
    func reply(to call: Call) async -> Reply
    /// What to do with a call that asks for a WebSocket; nil when it is answered as a usual call instead.
    func webSocket(for call: Call) async -> WebSocketAnswer?
}

/// Accepts a WebSocket: the chosen subprotocol, and what then talks over it.
public struct WebSocketAnswer: Sendable {
    public var subprotocol: String
    public var run: @Sendable (WebSocket) async throws -> Void

    public init(subprotocol: String, run: @escaping @Sendable (WebSocket) async throws -> Void) {
        self.subprotocol = subprotocol
        self.run = run
    }
}
