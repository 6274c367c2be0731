internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// The daemon at the other end of a Unix socket, spoken to in HTTP/1.1: one connection for each call.
public struct Daemon: Sendable {
    /// Where to connect; at most 107 bytes.
    let socket: String
    /// What the user knows the socket as, where that differs.
    let name: String

    public init(socket: String, name: String? = nil) {
        self.socket = socket
        self.name = name ?? socket
    }

    /// The whole answer, whatever its status.
    public func send(_ request: HTTPRequest) async throws -> (head: HTTPResponseHead, body: [UInt8]) {
        try await stream(request) { head, body in
            var bytes: [UInt8] = []
            for try await chunk in body {
                bytes += chunk
            }
            return (head, bytes)
        }
    }

    /// Hands over the answer's head, and its body as it comes. The connection ends with `body`, read or not.
    public func stream<Result: Sendable>(
        _ request: HTTPRequest,
        _ body: @Sendable (HTTPResponseHead, ResponseBody) async throws -> Result
    ) async throws -> Result {
        let channel = try await connect { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHTTPClientHandlers()
                return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                    wrappingChannelSynchronously: channel
                )
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(contentsOf: request.parts)
            var parts = inbound.makeAsyncIterator()
            while let part = try await parts.next() {
                guard case .head(let head) = part, head.status != .continue else { continue }
                return try await body(HTTPResponseHead(head), ResponseBody(parts: parts))
            }
            throw DaemonError.broken(
                action: "\(request.method) \(request.target) at \(name)",
                reason: "the daemon closed the connection without an answer"
            )
        }
    }

    func connect<Channel: Sendable>(
        _ setUp: @escaping @Sendable (any NIOCore.Channel) -> EventLoopFuture<Channel>
    ) async throws -> Channel {
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: socket, channelInitializer: setUp)
        } catch let error as IOError {
            switch error.errnoCode {
            case 13: throw DaemonError.permissionDenied(socket: name)
            case 2: throw DaemonError.noDaemon(socket: name, reason: "there is no such socket")
            case 111: throw DaemonError.noDaemon(socket: name, reason: "connection refused, its daemon has gone")
            default: throw DaemonError.noDaemon(socket: name, reason: "\(error)")
            }
        } catch let error as SocketAddressError {
            throw DaemonError.noDaemon(socket: name, reason: "no valid socket path (\(error))")
        }
    }
}

/// The bytes of an answer's body, in the pieces in which they come. To be read once.
public struct ResponseBody: AsyncSequence {
    public typealias Element = [UInt8]
    let parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator

    public func makeAsyncIterator() -> Iterator {
        Iterator(parts: parts)
    }

    public struct Iterator: AsyncIteratorProtocol {
        var parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator

        public mutating func next() async throws -> [UInt8]? {
            while let part = try await parts.next() {
                switch part {
                case .head: continue
                case .body(let buffer): return Array(buffer.readableBytesView)
                case .end: return nil
                }
            }
            return nil
        }
    }

    /// The body cut at its newlines; the last piece may lack one.
    public var lines: Lines { Lines(body: self) }

    public struct Lines: AsyncSequence {
        public typealias Element = [UInt8]
        let body: ResponseBody

        public func makeAsyncIterator() -> Iterator {
            Iterator(body: body.makeAsyncIterator())
        }

        public struct Iterator: AsyncIteratorProtocol {
            var body: ResponseBody.Iterator
            private var buffered: ArraySlice<UInt8> = []
            private var searched = 0

            init(body: ResponseBody.Iterator) {
                self.body = body
            }

            public mutating func next() async throws -> [UInt8]? {
                while true {
                    if let end = buffered.dropFirst(searched).firstIndex(of: UInt8(ascii: "\n")) {
                        let line = Array(buffered[..<end])
                        buffered = buffered[(end + 1)...]
                        searched = 0
                        return line
                    }
                    searched = buffered.count
                    guard let more = try await body.next() else {
                        guard !buffered.isEmpty else { return nil }
                        defer { buffered = [] }
                        return Array(buffered)
                    }
                    buffered = ArraySlice(Array(buffered) + more)
                }
            }
        }
    }
}

extension HTTPResponseHead {
    init(_ head: NIOHTTP1.HTTPResponseHead) {
        self.init(status: Int(head.status.code), headers: head.headers.map { ($0.name, $0.value) })
    }
}

extension HTTPRequest {
    fileprivate var parts: [HTTPClientRequestPart] {
        var fields = HTTPHeaders(headers.map { ($0.name, $0.value) })
        fields.add(name: "Host", value: "steady")
        fields.add(name: "Connection", value: "close")
        if !fields.contains(name: "Accept") {
            fields.add(name: "Accept", value: "application/json")
        }
        if !body.isEmpty || method != "GET" {
            fields.add(name: "Content-Length", value: String(body.count))
        }
        let head = HTTPRequestHead(version: .http1_1, method: .init(rawValue: method), uri: target, headers: fields)
        return [.head(head), .body(.byteBuffer(ByteBuffer(bytes: body))), .end(nil)]
    }
}
