internal import Controllers
internal import YAML

extension APIError {
    /// The error as the `Status` object that Kubernetes' clients read.
    func status() -> [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.beginObject()
        writeHead(to: &writer, status: "Failure")
        writer.key("message")
        writer.string(message)
        writer.key("reason")
        writer.string(reason)
        if hasDetails {
            writer.key("details")
            writeDetails(to: &writer)
        }
        writer.key("code")
        writer.int(Int64(code))
        writer.endObject()
        return writer.bytes
    }

    func reply() -> Reply {
        var reply = Reply(status: code, body: .bytes(status()))
        if let retryAfterSeconds {
            reply.headers.append((name: "Retry-After", value: String(retryAfterSeconds)))
        }
        return reply
    }

    private var hasDetails: Bool {
        name != nil || group != nil || kind != nil || uid != nil || !causes.isEmpty || retryAfterSeconds != nil
            || [405, 406, 415].contains(code)
    }

    private func writeDetails(to writer: inout JSONWriter) {
        writer.beginObject()
        for (key, value) in [("name", name), ("group", group), ("kind", kind), ("uid", uid)] {
            guard let value, !value.isEmpty else { continue }
            writer.key(key)
            writer.string(value)
        }
        if !causes.isEmpty {
            writer.key("causes")
            writer.beginArray()
            for cause in causes { cause.write(to: &writer) }
            writer.endArray()
        }
        if let retryAfterSeconds {
            writer.key("retryAfterSeconds")
            writer.int(Int64(retryAfterSeconds))
        }
        writer.endObject()
    }
}

extension APIError.Cause {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for (key, value) in [("reason", reason), ("message", message), ("field", field)] where !value.isEmpty {
            writer.key(key)
            writer.string(value)
        }
        writer.endObject()
    }
}

/// The head that every `Status` object has.
func writeHead(to writer: inout JSONWriter, status: String) {
    writer.key("kind")
    writer.string("Status")
    writer.key("apiVersion")
    writer.string("v1")
    writer.key("metadata")
    writer.beginObject()
    writer.endObject()
    writer.key("status")
    writer.string(status)
}

/// What the transport's rules forbid, in the API server's words.
extension APIError {
    static let methodNotAllowed = APIError(
        code: 405,
        reason: "MethodNotAllowed",
        message: "the server does not allow this method on the requested resource"
    )

    static let notAcceptable = APIError(
        code: 406,
        reason: "NotAcceptable",
        message: "406: Not Acceptable\n\nAvailable representations: application/json"
    )

    static func unsupportedMediaType(_ accepted: [String]) -> APIError {
        APIError(
            code: 415,
            reason: "UnsupportedMediaType",
            message: "the body of the request was in an unknown format - accepted media types include: "
                + accepted.joined(separator: ", ")
        )
    }

    static func optionInvalid(_ options: String, field: String, _ problem: String, reason: String) -> APIError {
        APIError(
            code: 422,
            reason: "Invalid",
            message: "\(options).meta.k8s.io \"\" is invalid: \(field): \(problem)",
            group: "meta.k8s.io",
            kind: options,
            causes: [Cause(reason: reason, message: problem, field: field)]
        )
    }

    static func expired(_ message: String) -> APIError {
        APIError(code: 410, reason: "Expired", message: message)
    }

    static func futureRevision(_ wanted: UInt64, current: UInt64) -> APIError {
        APIError(
            code: 504,
            reason: "Timeout",
            message: "Timeout: Too large resource version: \(wanted), current: \(current)",
            causes: [Cause(reason: "ResourceVersionTooLarge", message: "Too large resource version", field: "")],
            retryAfterSeconds: 1
        )
    }
}
