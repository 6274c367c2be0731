/// What a server has answered to a health check, as far as it has come, and what that means.
struct GRPCAnswer {
    private var status = ""
    private var code = ""
    private var message = ""
    private var body: [UInt8] = []
    /// Set when the stream is closed: 0, or why the server gave it up.
    private var end: UInt32?

    /// A health response takes some ten bytes; of what is longer nothing is kept.
    private static let longestBody = 4096

    mutating func take(_ header: String, _ text: String) {
        switch header {
        case ":status": status = text
        case "grpc-status": code = text
        case "grpc-message": message = text
        default: break
        }
    }

    mutating func take(_ piece: UnsafeBufferPointer<UInt8>) {
        if body.count + piece.count <= Self.longestBody { body += piece }
    }

    mutating func end(_ code: UInt32) { end = code }

    /// Nil as long as more is to come.
    var outcome: ProbeOutcome? {
        guard let end else { return nil }
        guard !code.isEmpty else {
            let why = end == 0 ? "unexpected HTTP status code received from server: \(status)" : "stream error \(end)"
            return .failure("error: health rpc probe failed: \(why)")
        }
        switch code {
        case "0": return served
        case "12":
            return .failure(
                "error: this server does not implement the grpc health protocol (grpc.health.v1.Health): \(words)"
            )
        default: return .failure("error: health rpc probe failed: code = \(name): \(words)")
        }
    }

    /// Field 1 of `HealthCheckResponse`, behind the five bytes of gRPC's frame.
    private var served: ProbeOutcome {
        var rest = body.dropFirst(5)
        var status: UInt8 = 0
        while let tag = rest.popFirst(), let value = rest.popFirst() {
            if tag == 0x08 { status = value }
        }
        if status == 1 { return .success }
        let names = ["UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"]
        let name = names.indices.contains(Int(status)) ? names[Int(status)] : "\(status)"
        return .failure("service unhealthy (responded with \"\(name)\")")
    }

    /// gRPC escapes what is no printable ASCII, as `%20`.
    private var words: String {
        var bytes: [UInt8] = []
        var rest = Array(message.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private var name: String {
        let names = [
            "OK", "Canceled", "Unknown", "InvalidArgument", "DeadlineExceeded", "NotFound", "AlreadyExists",
            "PermissionDenied", "ResourceExhausted", "FailedPrecondition", "Aborted", "OutOfRange", "Unimplemented",
            "Internal", "Unavailable", "DataLoss", "Unauthenticated",
        ]
        guard let number = Int(code), names.indices.contains(number) else { return code }
        return names[number]
    }
}
