/// One HTTP request, free of the library that read it: what the deciding parts of the server work on.
public struct Call: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
        case options = "OPTIONS"
    }

    /// Nil for a method that no path here knows.
    public var method: Method?
    /// The path's segments between slashes, percent-decoded. Empty ones are kept, so that `/api//v1` is not `/api/v1`.
    public var segments: [String]
    public var query: Query
    public var accept: String?
    public var contentType: String?
    public var userAgent: String?
    public var ifNoneMatch: String?
    /// What the caller would speak over a WebSocket, the preferred first.
    public var webSocketProtocols: [String]
    /// Who called: the name of the account at the other end of the socket.
    public var user: String
    public var body: [UInt8]

    /// `target` is what stands in the request line: a path, and perhaps `?` and a query.
    public init(
        method: String,
        target: String,
        accept: String? = nil,
        contentType: String? = nil,
        userAgent: String? = nil,
        user: String = "",
        body: [UInt8] = []
    ) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = Method(rawValue: method)
        segments = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map { PercentEncoding.decode($0, plusIsSpace: false) }
        query = Query(parts.count > 1 ? parts[1] : "")
        self.accept = accept
        self.contentType = contentType
        self.userAgent = userAgent
        self.user = user
        self.body = body
        webSocketProtocols = []
    }
}

/// The parameters behind the `?`, in the order given; a name may stand there more than once.
public struct Query: Sendable, Hashable {
    public struct Parameter: Sendable, Hashable {
        public var name: String
        public var value: String
    }
    public private(set) var parameters: [Parameter]

    public init(_ text: Substring) {
        parameters = text.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Parameter(
                name: PercentEncoding.decode(halves[0], plusIsSpace: true),
                value: halves.count > 1 ? PercentEncoding.decode(halves[1], plusIsSpace: true) : ""
            )
        }
    }

    /// The first value given for a name, as the API server takes it.
    public subscript(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    public func all(_ name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    /// True for `name`, `name=true`, `name=1` and `name=t`, as Go reads a boolean.
    public func isTrue(_ name: String) -> Bool {
        guard let value = self[name] else { return false }
        return ["", "1", "t", "T", "true", "TRUE", "True"].contains(value)
    }
}

enum PercentEncoding {
    /// Invalid escapes stay as they are written; invalid UTF-8 becomes U+FFFD.
    static func decode(_ text: Substring, plusIsSpace: Bool) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "%")) || plusIsSpace && bytes.contains(UInt8(ascii: "+")) else {
            return String(text)
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexadecimal(bytes[index + 1]),
                let low = hexadecimal(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
