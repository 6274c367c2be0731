internal import CTLS

/// One side of a TLS connection, apart from any socket: enciphered bytes in and out, plain bytes out and in.
///
/// No certificate is verified: a probe asks whether somebody answers, not who. It is used by one thread at a time.
final class TLSSession {
    private let session: OpaquePointer
    /// Owned by the session.
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer
    /// What is to be enciphered once both sides have agreed how.
    private var unsent: [UInt8] = []

    /// Made once, at first use: it reads the machine's configuration of TLS. Sharing it is safe, as OpenSSL counts its
    /// users with a lock.
    nonisolated(unsafe) private static let context: OpaquePointer? = {
        guard let context = SSL_CTX_new(TLS_client_method()) else { return nil }
        SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nil)
        // Weak keys are no worse than no verification.
        SSL_CTX_set_security_level(context, 0)
        return context
    }()

    /// - Parameter name: the server's, for one that has several; nil where it is asked by its address.
    init(serverName name: String?) throws(AgentError) {
        guard let context = Self.context, let session = SSL_new(context) else {
            throw AgentError("tls: \(Self.reason)")
        }
        guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()) else {
            SSL_free(session)
            throw AgentError("tls: \(Self.reason)")
        }
        (self.session, self.incoming, self.outgoing) = (session, incoming, outgoing)
        SSL_set_bio(session, incoming, outgoing)
        SSL_set_connect_state(session)
        if let name { Self.tell(session, serverName: name) }
    }

    deinit { SSL_free(session) }

    /// `SSL_set_tlsext_host_name`, which is a macro.
    private static func tell(_ session: OpaquePointer, serverName: String) {
        var name = Array(serverName.utf8CString)
        SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), &name)
    }

    /// Takes bytes that came from the other side, and returns what they say; nil once the other side has closed.
    func receive(_ bytes: ArraySlice<UInt8>) throws(AgentError) -> [UInt8]? {
        if !bytes.isEmpty {
            bytes.withUnsafeBytes { _ = BIO_write(incoming, $0.baseAddress, Int32(clamping: $0.count)) }
        }
        guard try advance() else { return [] }
        var plain: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            ERR_clear_error()
            let count = SSL_read(session, &buffer, Int32(buffer.count))
            if count > 0 {
                plain += buffer[..<Int(count)]
            } else if SSL_get_error(session, count) == SSL_ERROR_ZERO_RETURN {
                return plain.isEmpty ? nil : plain
            } else {
                try check(count)
                return plain
            }
        }
    }

    /// Says something to the other side.
    func send(_ bytes: [UInt8]) throws(AgentError) {
        unsent += bytes
        _ = try advance()
    }

    /// Enciphered bytes that are to be brought to the other side.
    func takeOutput() -> [UInt8] {
        let length = BIO_ctrl_pending(outgoing)
        guard length > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: length)
        let count = BIO_read(outgoing, &bytes, Int32(clamping: length))
        return Array(bytes.prefix(Int(max(count, 0))))
    }

    /// Goes on with the handshake, and behind it with what waits for it. Whether the handshake is done.
    private func advance() throws(AgentError) -> Bool {
        ERR_clear_error()
        let result = SSL_do_handshake(session)
        guard result == 1 else {
            try check(result)
            return false
        }
        guard !unsent.isEmpty else { return true }
        // A connection in memory takes all of it.
        ERR_clear_error()
        let count = unsent.withUnsafeBytes { SSL_write(session, $0.baseAddress, Int32(clamping: $0.count)) }
        if count <= 0 { try check(count) }
        unsent = []
        return true
    }

    /// Waiting for more is no mistake.
    private func check(_ result: Int32) throws(AgentError) {
        switch SSL_get_error(session, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return
        default: throw AgentError("tls: \(Self.reason)")
        }
    }

    /// OpenSSL's words for what went wrong last.
    private static var reason: String {
        let code = ERR_get_error()
        guard code != 0, let words = ERR_reason_error_string(code) else { return "the connection failed" }
        return String(cString: words)
    }
}
