internal import CHTTP2
internal import Glibc

/// A call of `grpc.health.v1.Health/Check` over HTTP/2, apart from any socket: bytes in and out, a verdict in the end.
///
/// Words for failures: Kubernetes' own prober. It is used by one thread at a time.
final class GRPCDialogue {
    private var session: OpaquePointer?
    /// What is left of the request's body.
    private var request: ArraySlice<UInt8>
    private var answer = GRPCAnswer()

    /// - Parameters:
    ///   - authority: the server, as `address:port`.
    ///   - service: as the server knows it; "" for the server as a whole.
    init(authority: String, service: String) throws(AgentError) {
        request = Self.frame(service)[...]
        var callbacks: OpaquePointer?
        guard nghttp2_session_callbacks_new(&callbacks) == 0 else { throw AgentError("grpc: out of memory") }
        defer { nghttp2_session_callbacks_del(callbacks) }
        Self.set(callbacks)
        let own = Unmanaged.passUnretained(self).toOpaque()
        guard nghttp2_session_client_new(&session, callbacks, own) == 0 else { throw AgentError("grpc: out of memory") }
        let settings = nghttp2_submit_settings(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), nil, 0)
        let stream = Self.submit(session, authority)
        guard settings == 0, stream >= 0 else { throw AgentError("grpc: the request can't be made") }
    }

    deinit { nghttp2_session_del(session) }

    /// What is to be brought to the server.
    func takeOutput() throws(AgentError) -> [UInt8] {
        var output: [UInt8] = []
        while true {
            var piece: UnsafePointer<UInt8>?
            let count = nghttp2_session_mem_send(session, &piece)
            guard count >= 0 else { throw Self.error(Int32(count)) }
            guard count > 0, let piece else { return output }
            output += UnsafeBufferPointer(start: piece, count: count)
        }
    }

    /// Takes what came from the server. What it comes to; nil as long as more is needed.
    func take(_ bytes: ArraySlice<UInt8>) throws(AgentError) -> ProbeOutcome? {
        let count = bytes.withUnsafeBufferPointer { nghttp2_session_mem_recv(session, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw Self.error(Int32(count)) }
        return answer.outcome
    }

    private static func error(_ code: Int32) -> AgentError {
        AgentError(String(cString: nghttp2_strerror(code)).lowercased())
    }

    // MARK: The request

    private static func submit(_ session: OpaquePointer?, _ authority: String) -> Int32 {
        let fields = [
            (":method", "POST"), (":scheme", "http"), (":path", "/grpc.health.v1.Health/Check"),
            (":authority", authority), ("te", "trailers"), ("content-type", "application/grpc"),
            ("user-agent", "kube-probe/1.36"),
        ]
        var text: [UInt8] = []
        var ranges: [(name: Range<Int>, value: Range<Int>)] = []
        for (name, value) in fields {
            let start = text.count
            text += name.utf8
            let middle = text.count
            text += value.utf8
            ranges.append((start..<middle, middle..<text.count))
        }
        var body = nghttp2_data_provider()
        body.read_callback = { _, _, buffer, length, flags, _, context in
            guard let buffer, let flags, let context else { return 0 }
            return GRPCDialogue.of(context).fill(buffer, length, flags)
        }
        return text.withUnsafeMutableBufferPointer { text in
            let list = ranges.map { range in
                nghttp2_nv(
                    name: text.baseAddress?.advanced(by: range.name.lowerBound),
                    value: text.baseAddress?.advanced(by: range.value.lowerBound),
                    namelen: range.name.count,
                    valuelen: range.value.count,
                    flags: UInt8(NGHTTP2_NV_FLAG_NONE.rawValue)
                )
            }
            return nghttp2_submit_request(session, nil, list, list.count, &body, nil)
        }
    }

    /// A message of gRPC: not compressed, its length, and `HealthCheckRequest` with the service as field 1.
    private static func frame(_ service: String) -> [UInt8] {
        let name = Array(service.utf8)
        var message: [UInt8] = []
        if !name.isEmpty {
            message.append(0x0A)
            var length = name.count
            while length >= 0x80 {
                message.append(UInt8(length & 0x7F) | 0x80)
                length >>= 7
            }
            message.append(UInt8(length))
            message += name
        }
        let count = UInt32(message.count).bigEndian
        return [0] + withUnsafeBytes(of: count) { Array($0) } + message
    }

    private func fill(_ buffer: UnsafeMutablePointer<UInt8>, _ length: Int, _ flags: UnsafeMutablePointer<UInt32>)
        -> Int
    {
        let piece = request.prefix(length)
        request = request.dropFirst(piece.count)
        piece.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { buffer.update(from: start, count: source.count) }
        }
        if request.isEmpty { flags.pointee |= UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue) }
        return piece.count
    }

    // MARK: The answer

    private static func of(_ context: UnsafeMutableRawPointer) -> GRPCDialogue {
        Unmanaged<GRPCDialogue>.fromOpaque(context).takeUnretainedValue()
    }

    private static func set(_ callbacks: OpaquePointer?) {
        nghttp2_session_callbacks_set_on_header_callback(callbacks) {
            _,
            _,
            name,
            nameLength,
            value,
            length,
            _,
            context in
            guard let name, let value, let context else { return 0 }
            let header = String(decoding: UnsafeBufferPointer(start: name, count: nameLength), as: UTF8.self)
            let text = String(decoding: UnsafeBufferPointer(start: value, count: length), as: UTF8.self)
            GRPCDialogue.of(context).answer.take(header, text)
            return 0
        }
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) { _, _, _, bytes, length, context in
            guard let bytes, let context else { return 0 }
            GRPCDialogue.of(context).answer.take(UnsafeBufferPointer(start: bytes, count: length))
            return 0
        }
        nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { _, _, code, context in
            if let context { GRPCDialogue.of(context).answer.end(code) }
            return 0
        }
    }
}
