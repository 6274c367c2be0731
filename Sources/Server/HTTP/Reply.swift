/// What the server answers to a call.
public struct Reply: Sendable {
    public enum Body: Sendable {
        case bytes([UInt8])
        /// Written piece by piece while the caller listens; the task is cancelled when the caller has gone.
        case stream(@Sendable (any ByteSink) async throws -> Void)
    }

    public var status: Int
    public var contentType: String
    /// Further headers, in order: names and values.
    public var headers: [(name: String, value: String)] = []
    public var body: Body
    /// Done once the answer is on its way; not for streams.
    public var afterwards: (@Sendable () -> Void)?

    public init(status: Int = 200, contentType: String = "application/json", body: Body) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    public static func text(_ text: String, status: Int = 200) -> Reply {
        Reply(status: status, contentType: "text/plain; charset=utf-8", body: .bytes(Array(text.utf8)))
    }

    /// For a path that nothing stands behind, in the API server's words.
    static let unknownPath = Reply.text("404 page not found\n", status: 404)

    /// Adds what kubectl prints as `Warning: …`, one header each.
    public mutating func warn(_ warnings: [String]) {
        for warning in warnings {
            headers.append((name: "Warning", value: "299 - \(quoted(warning))"))
        }
    }

    /// A quoted string of RFC 9110; what may not stand in a header becomes a space.
    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7f: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Where a streamed answer goes.
public protocol ByteSink: Sendable {
    /// Returns when the bytes are on their way; waits while the caller is slow to read.
    func write(_ bytes: [UInt8]) async throws
}
