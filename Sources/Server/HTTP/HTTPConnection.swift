internal import NIOCore
internal import NIOHTTP1

/// The requests of one connection, one after the other.
struct HTTPConnection {
    let channel: Listener.HTTPChannel
    let responder: any Responder

    /// A request without a body that was read already, to be answered first.
    let refused: HTTPRequestHead?

    func run() async throws {
        let user = try await Peer.user(of: channel.channel).get()
        try await channel.executeThenClose { inbound, outbound in
            var parts = inbound.makeAsyncIterator()
            var goesOn = true
            if let refused {
                let call = Call(refused, user: user, body: [])
                goesOn = try await answer(call, head: refused, to: outbound, &parts)
            }
            while goesOn, let head = try await nextHead(&parts) {
                if head.headers["expect"].contains(where: { $0.lowercased() == "100-continue" }) {
                    try await outbound.write(.head(HTTPResponseHead(version: head.version, status: .continue)))
                }
                guard let body = try await collectBody(&parts) else {
                    try await write(.tooLarge, to: outbound, head: head, keepsAlive: false)
                    break
                }
                goesOn = try await answer(Call(head, user: user, body: body), head: head, to: outbound, &parts)
            }
            // The caller closes once it has read all: closed from here, what still waits to be sent would be lost.
            outbound.finish()
            while try await parts.next() != nil {}
        }
    }

    /// Says whether another request may follow on the connection.
    private func answer(
        _ call: Call,
        head: HTTPRequestHead,
        to outbound: Outbound,
        _ parts: inout Parts
    ) async throws -> Bool {
        let reply = await responder.reply(to: call)
        switch reply.body {
        case .bytes:
            try await write(reply, to: outbound, head: head, keepsAlive: head.isKeepAlive)
            reply.afterwards?()
            return head.isKeepAlive
        case .stream(let produce):
            try await outbound.write(.head(reply.head(for: head, length: nil, keepsAlive: false)))
            try await stream(produce, to: outbound, until: &parts)
            return false
        }
    }

    private typealias Parts = NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator
    private typealias Outbound = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

    private func nextHead(_ parts: inout Parts) async throws -> HTTPRequestHead? {
        while let part = try await parts.next() {
            if case .head(let head) = part { return head }
        }
        return nil
    }

    /// Nil when it is longer than the limit; the rest is then left unread.
    private func collectBody(_ parts: inout Parts) async throws -> [UInt8]? {
        var body: [UInt8] = []
        while let part = try await parts.next() {
            switch part {
            case .body(let buffer):
                guard body.count + buffer.readableBytes <= Listener.bodyLimit else { return nil }
                body.append(contentsOf: buffer.readableBytesView)
            case .end:
                return body
            case .head:
                return body
            }
        }
        throw ChannelError.eof
    }

    private func write(_ reply: Reply, to outbound: Outbound, head: HTTPRequestHead, keepsAlive: Bool) async throws {
        guard case .bytes(let bytes) = reply.body else { return }
        let responseHead = reply.head(for: head, length: bytes.count, keepsAlive: keepsAlive)
        guard head.method != .HEAD else {
            return try await outbound.write(contentsOf: [.head(responseHead), .end(nil)])
        }
        try await outbound.write(
            contentsOf: [.head(responseHead), .body(.byteBuffer(ByteBuffer(bytes: bytes))), .end(nil)]
        )
    }

    /// Writes until the producer is done or the caller has gone, whichever comes first.
    private func stream(
        _ produce: @escaping @Sendable (any ByteSink) async throws -> Void,
        to outbound: Outbound,
        until parts: inout Parts
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // The end of the output, after the last byte of it: the caller closes, and the loop below ends.
                defer { outbound.finish() }
                try await produce(ChunkSink(outbound: outbound))
                try await outbound.write(.end(nil))
            }
            while try await parts.next() != nil {}
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}

/// A streamed body, one chunk for each write.
private struct ChunkSink: ByteSink {
    let outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

    func write(_ bytes: [UInt8]) async throws {
        guard !bytes.isEmpty else { return }
        try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: bytes))))
    }
}

extension Call {
    init(_ head: HTTPRequestHead, user: String, body: [UInt8]) {
        self.init(
            method: head.method.rawValue,
            target: head.uri,
            accept: head.headers.first(name: "accept"),
            contentType: head.headers.first(name: "content-type"),
            userAgent: head.headers.first(name: "user-agent"),
            user: user,
            body: body
        )
        ifNoneMatch = head.headers.first(name: "if-none-match")
        webSocketProtocols = head.headers[canonicalForm: "sec-websocket-protocol"].map(String.init)
    }
}

extension Reply {
    fileprivate static let tooLarge = Reply.text(
        "the body is longer than \(Listener.bodyLimit) bytes\n",
        status: 413
    )

    fileprivate func head(for request: HTTPRequestHead, length: Int?, keepsAlive: Bool) -> HTTPResponseHead {
        var fields = HTTPHeaders(headers.map { ($0.name, $0.value) })
        fields.replaceOrAdd(name: "Content-Type", value: contentType)
        if !fields.contains(name: "Cache-Control") {
            fields.add(name: "Cache-Control", value: "no-cache, private")
        }
        if let length {
            fields.add(name: "Content-Length", value: String(length))
        } else {
            fields.add(name: "Transfer-Encoding", value: "chunked")
        }
        if !keepsAlive {
            fields.add(name: "Connection", value: "close")
        }
        return HTTPResponseHead(version: request.version, status: .init(statusCode: status), headers: fields)
    }
}
