public import Model
public import YAML

/// Calls to the daemon's API, with its answers read.
public struct APIClient: Sendable {
    public let daemon: Daemon
    /// How the client calls itself to the daemon.
    let userAgent: String

    public init(_ daemon: Daemon, userAgent: String) {
        self.daemon = daemon
        self.userAgent = userAgent
    }

    /// An answer that is not a refusal.
    public struct Answer: Sendable {
        public var value: Value
        public var status: Int
        /// What the daemon warns of.
        public var warnings: [String]
    }

    /// Sends a call and reads its answer. A refusal is thrown as `Refusal`.
    public func call(
        _ method: String,
        _ target: String,
        contentType: String = "application/json",
        accept: String = "application/json",
        body: [UInt8] = []
    ) async throws -> Answer {
        var headers = [(name: "Accept", value: accept), (name: "User-Agent", value: userAgent)]
        if !body.isEmpty { headers.append((name: "Content-Type", value: contentType)) }
        let (head, bytes) = try await daemon.send(HTTPRequest(method, target, headers: headers, body: body))
        guard head.isSuccess else { throw Refusal(status: head.status, body: bytes) }
        let value = bytes.isEmpty ? Value.null : try parse(bytes, of: "\(method) \(target)")
        return Answer(value: value, status: head.status, warnings: head.values("Warning").map(Self.warning))
    }

    public func get(_ target: String, accept: String = "application/json") async throws -> Value {
        try await call("GET", target, accept: accept).value
    }

    /// Hands over an answer's bytes as they come, once the daemon has agreed.
    public func stream(
        _ target: String,
        accept: String = "application/json",
        _ body: @Sendable (ResponseBody) async throws -> Void
    ) async throws {
        let request = HTTPRequest(
            "GET",
            target,
            headers: [(name: "Accept", value: accept), (name: "User-Agent", value: userAgent)]
        )
        try await daemon.stream(request) { head, chunks in
            guard head.isSuccess else {
                var bytes: [UInt8] = []
                for try await chunk in chunks { bytes += chunk }
                throw Refusal(status: head.status, body: bytes)
            }
            try await body(chunks)
        }
    }

    /// Hands over each event of a watch until it ends. An event of type ERROR is thrown as `Refusal`.
    public func watch(
        _ target: String,
        accept: String = "application/json",
        _ body: @Sendable (WatchEvent) async throws -> Void
    ) async throws {
        try await stream(target, accept: accept) { chunks in
            for try await line in chunks.lines where !line.isEmpty {
                let event = try parse(line, of: "watch of \(target)")
                let object = event["object"] ?? .null
                let type = event["type"]?.string ?? ""
                if type == "ERROR" { throw Refusal(object) }
                try await body(WatchEvent(type: type, object: object))
            }
        }
    }

    private func parse(_ bytes: [UInt8], of call: String) throws -> Value {
        do throws(Problem) {
            return try Value.parse(json: bytes)
        } catch {
            throw DaemonError.broken(action: call, reason: "the daemon's answer is no JSON: \(error)")
        }
    }

    /// The text of `299 - "…"`.
    private static func warning(_ header: String) -> String {
        guard let open = header.firstIndex(of: "\""), header.hasSuffix("\"") else { return header }
        let quoted = header[header.index(after: open)...].dropLast()
        var text = ""
        var isEscaped = false
        for character in quoted {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }
}

/// One event of a watch.
public struct WatchEvent: Sendable {
    /// `ADDED`, `MODIFIED`, `DELETED`, `BOOKMARK`.
    public var type: String
    public var object: Value
}

/// The daemon's no, as Kubernetes words it.
public struct Refusal: Error, Sendable, CustomStringConvertible {
    public var code: Int
    public var reason: String
    public var message: String
    /// Each field or rule that the call ran into.
    public var causes: [(field: String, message: String)]

    init(status: Int, body: [UInt8]) {
        if let value = try? Value.parse(json: body), value["kind"]?.string == "Status" {
            self.init(value)
        } else {
            // Not every path answers in the API's form.
            self.init(
                .object(["code": .int(Int64(status)), "message": .string(String(decoding: body, as: UTF8.self))])
            )
        }
    }

    /// From a `Status` object.
    public init(_ status: Value) {
        code = Int(status["code"]?.int64 ?? 0)
        reason = status["reason"]?.string ?? ""
        message = status["message"]?.string ?? ""
        causes = (status["details"]?["causes"]?.array ?? []).map { cause in
            (field: cause["field"]?.string ?? "", message: cause["message"]?.string ?? "")
        }
    }

    public var isNotFound: Bool { code == 404 }

    /// A watch asked for changes that are no longer kept.
    public var isExpired: Bool { code == 410 }

    /// As kubectl prints it: `Error from server (NotFound): pods "x" not found`.
    public var description: String {
        let text = message.isEmpty ? "HTTP status \(code)" : message
        return reason.isEmpty ? "Error from server: \(text)" : "Error from server (\(reason)): \(text)"
    }
}

/// Where objects stand in the API.
public enum ResourcePath {
    /// `/api/v1/namespaces/default/pods/web`; without a namespace, in all of them.
    public static func target(
        _ kind: Kind,
        namespace: String? = nil,
        name: String? = nil,
        subresource: String? = nil,
        query: [(name: String, value: String)] = []
    ) -> String {
        var segments = kind.group.isEmpty ? ["api", kind.version] : ["apis", kind.group, kind.version]
        if kind.isNamespaced, let namespace { segments += ["namespaces", namespace] }
        segments.append(kind.plural)
        if let name { segments.append(name) }
        if let subresource { segments.append(subresource) }
        return Target.path(segments, query: query)
    }

    public static func target(_ key: ObjectKey, query: [(name: String, value: String)] = []) -> String {
        target(key.kind, namespace: key.namespace, name: key.name, query: query)
    }
}
