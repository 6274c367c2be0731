import CTLS
import Glibc
import Testing

@testable import Agent

struct TLSProbeTests {
    private func probe(_ port: UInt16, _ address: String = "127.0.0.1") -> ProbeRequest.Target {
        .http(HTTPProbe(address: address, port: port, path: "/healthz", isSecure: true))
    }

    @Test(arguments: [("200 OK", true), ("503 Not Now", false)])
    func `a server is asked through TLS, whoever has signed its certificate`(status: String, passes: Bool) throws {
        let identity = try TLSIdentity()
        let server = try LoopbackServer { identity.serve($0, "HTTP/1.1 \(status)\r\n\r\nwell") }
        defer { server.stop() }

        let outcome = try outcome(probe(server.port))

        #expect(outcome == (passes ? .success : .failure("HTTP probe failed with statuscode: 503")))
        #expect(server.request.hasPrefix("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
    }

    @Test func `a long answer through TLS is one answer`() throws {
        let identity = try TLSIdentity()
        let answer = "HTTP/1.1 200 OK\r\nX-Long: \(String(repeating: "x", count: 12_000))\r\n\r\n"
        let server = try LoopbackServer { identity.serve($0, answer) }
        defer { server.stop() }

        #expect(try outcome(probe(server.port)) == .success)
    }

    @Test func `a server that speaks plain HTTP is told from one that speaks TLS`() throws {
        let server = try LoopbackServer(answer: "HTTP/1.1 400 Bad Request\r\n\r\n")
        defer { server.stop() }

        #expect(
            try outcome(probe(server.port))
                == .failure(
                    "Get \"https://127.0.0.1:\(server.port)/healthz\": http: server gave HTTP response to HTTPS client"
                )
        )
    }

    @Test func `what is no TLS fails with OpenSSL's words, and silence when the time is up`() throws {
        let noise = try LoopbackServer(answer: "SSH-2.0-OpenSSH_9.2\r\n")
        let silence = try LoopbackServer(answer: [String]?.none)
        defer {
            noise.stop()
            silence.stop()
        }

        let subject = "Get \"https://127.0.0.1:\(noise.port)/healthz\""
        #expect(try outcome(probe(noise.port)) == .failure("\(subject): tls: wrong version number"))
        guard case .failure(let message) = try outcome(probe(silence.port), timeout: .milliseconds(50)) else {
            Issue.record("silence passed")
            return
        }
        #expect(message.contains("no answer within"))
    }
}

/// A key, and a certificate that it has signed itself.
private final class TLSIdentity: Sendable {
    /// Connections are made from it one at a time.
    nonisolated(unsafe) private let context: OpaquePointer

    init() throws {
        // What goes on writing to somebody who has gone is told so, and lives.
        signal(SIGPIPE, SIG_IGN)
        context = try #require(SSL_CTX_new(TLS_server_method()))
        let key = try Self.key()
        let certificate = try Self.certificate(of: key)
        try #require(SSL_CTX_use_certificate(context, certificate) == 1)
        try #require(SSL_CTX_use_PrivateKey(context, key) == 1)
        X509_free(certificate)
        EVP_PKEY_free(key)
    }

    deinit { SSL_CTX_free(context) }

    private static func key() throws -> OpaquePointer {
        let maker = try #require(EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil))
        defer { EVP_PKEY_CTX_free(maker) }
        var key: OpaquePointer?
        try #require(EVP_PKEY_keygen_init(maker) == 1 && EVP_PKEY_keygen(maker, &key) == 1)
        return try #require(key)
    }

    private static func certificate(of key: OpaquePointer) throws -> OpaquePointer {
        let certificate = try #require(X509_new())
        X509_set_version(certificate, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1)
        X509_gmtime_adj(X509_getm_notBefore(certificate), 0)
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600)
        let name = X509_get_subject_name(certificate)
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, Array("nobody".utf8), -1, -1, 0)
        X509_set_issuer_name(certificate, name)
        X509_set_pubkey(certificate, key)
        try #require(X509_sign(certificate, key, nil) > 0)
        return certificate
    }

    /// Takes one request and answers it.
    func serve(_ peer: Int32, _ answer: String) -> String {
        guard let session = SSL_new(context) else { return "" }
        defer { SSL_free(session) }
        SSL_set_fd(session, peer)
        guard SSL_accept(session) == 1 else { return "" }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = SSL_read(session, &buffer, Int32(buffer.count))
        let bytes = Array(answer.utf8)
        SSL_write(session, bytes, Int32(bytes.count))
        SSL_shutdown(session)
        return String(decoding: buffer.prefix(Int(max(count, 0))), as: UTF8.self)
    }
}
