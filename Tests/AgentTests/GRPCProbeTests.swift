import CHTTP2
import Glibc
import Testing

@testable import Agent

struct GRPCProbeTests {
    private func target(_ port: UInt16, _ service: String = "") -> ProbeRequest.Target {
        .grpc(address: "127.0.0.1", port: port, service: service)
    }

    private func server(_ answer: GRPCReply) throws -> LoopbackServer {
        try LoopbackServer { peer in GRPCServer(answer).serve(peer) }
    }

    @Test(arguments: ["", "shop.Basket", String(repeating: "long", count: 50)])
    func `a server that serves passes, and is told which service is meant`(service: String) throws {
        let server = try server(.status(1))
        defer { server.stop() }

        #expect(try outcome(target(server.port, service)) == .success)
        #expect(server.request == "POST /grpc.health.v1.Health/Check application/grpc service=\(service)")
    }

    @Test(arguments: [(UInt8(0), "UNKNOWN"), (2, "NOT_SERVING"), (3, "SERVICE_UNKNOWN"), (7, "7")])
    func `one that does not serve fails`(status: UInt8, name: String) throws {
        let server = try server(.status(status))
        defer { server.stop() }

        #expect(
            try outcome(target(server.port)) == .failure("service unhealthy (responded with \"\(name)\")")
        )
    }

    @Test(arguments: [
        (
            "12", "unknown%20service",
            "error: this server does not implement the grpc health protocol (grpc.health.v1.Health): unknown service"
        ),
        ("5", "no such", "error: health rpc probe failed: code = NotFound: no such"),
        ("99", "", "error: health rpc probe failed: code = 99: "),
    ])
    func `an error of gRPC is told in its words`(code: String, message: String, expected: String) throws {
        let server = try server(.error(code, message))
        defer { server.stop() }

        #expect(try outcome(target(server.port)) == .failure(expected))
    }

    @Test func `a server of plain HTTP fails, and so does nobody at all`() throws {
        let server = try LoopbackServer(answer: "HTTP/1.1 400 Bad Request\r\n\r\n")
        let subject = "error: failed to connect service at \"127.0.0.1:\(server.port)\""

        guard case .failure(let message) = try outcome(target(server.port)) else {
            Issue.record("HTTP/1 passed")
            return
        }
        #expect(message.hasPrefix("\(subject): "))
        server.stop()
        #expect(try outcome(target(server.port)) == .failure("\(subject): connection refused"))
    }

    @Test func `silence fails when the time is up`() throws {
        let server = try LoopbackServer(answer: [String]?.none)
        defer { server.stop() }

        let outcome = try outcome(target(server.port), timeout: .milliseconds(50))

        #expect(outcome == .failure("timeout: health rpc did not complete within 0.05 seconds"))
    }
}

enum GRPCReply: Sendable {
    /// A `HealthCheckResponse` with that status.
    case status(UInt8)
    /// An error of gRPC: code and message.
    case error(String, String)
}

/// Answers one call as a gRPC server would.
private final class GRPCServer {
    private let answer: GRPCReply
    private var session: OpaquePointer?
    private var words: [String: String] = [:]
    private var body: [UInt8] = []

    init(_ answer: GRPCReply) { self.answer = answer }

    deinit { nghttp2_session_del(session) }

    func serve(_ peer: Int32) -> String {
        var callbacks: OpaquePointer?
        nghttp2_session_callbacks_new(&callbacks)
        defer { nghttp2_session_callbacks_del(callbacks) }
        Self.set(callbacks)
        nghttp2_session_server_new(&session, callbacks, Unmanaged.passUnretained(self).toOpaque())
        nghttp2_submit_settings(session, 0, nil, 0)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            var piece: UnsafePointer<UInt8>?
            var count = nghttp2_session_mem_send(session, &piece)
            while count > 0 {
                send(peer, piece, count, Int32(MSG_NOSIGNAL))
                count = nghttp2_session_mem_send(session, &piece)
            }
            let received = recv(peer, &buffer, buffer.count, 0)
            guard received > 0, nghttp2_session_mem_recv(session, buffer, received) >= 0 else { break }
        }
        let names = [":method", ":path", "content-type"].compactMap { words[$0] }
        return "\(names.joined(separator: " ")) service=\(service)"
    }

    /// Field 1, behind the frame.
    private var service: String {
        let message = body.dropFirst(5)
        guard message.first == 0x0A else { return "" }
        return String(decoding: message.dropFirst(message.count > 130 ? 3 : 2), as: UTF8.self)
    }

    private func reply(_ stream: Int32) {
        switch answer {
        case .error(let code, let message):
            let fields = [
                (":status", "200"), ("content-type", "application/grpc"), ("grpc-status", code),
                ("grpc-message", message),
            ]
            Self.with(fields) { _ = nghttp2_submit_response(session, stream, $0.baseAddress, $0.count, nil) }
        case .status:
            var body = nghttp2_data_provider()
            body.read_callback = { session, stream, buffer, _, flags, _, context in
                guard let buffer, let flags, let context,
                    case .status(let status) = GRPCServer.of(context).answer
                else { return 0 }
                let message: [UInt8] = status == 0 ? [0, 0, 0, 0, 0] : [0, 0, 0, 0, 2, 0x08, status]
                buffer.update(from: message, count: message.count)
                flags.pointee |= UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue | NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue)
                GRPCServer.with([("grpc-status", "0")]) {
                    _ = nghttp2_submit_trailer(session, stream, $0.baseAddress, $0.count)
                }
                return message.count
            }
            Self.with([(":status", "200"), ("content-type", "application/grpc")]) {
                _ = nghttp2_submit_response(session, stream, $0.baseAddress, $0.count, &body)
            }
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer) -> GRPCServer {
        Unmanaged<GRPCServer>.fromOpaque(context).takeUnretainedValue()
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
            GRPCServer.of(context).words[header] = String(
                decoding: UnsafeBufferPointer(start: value, count: length),
                as: UTF8.self
            )
            return 0
        }
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) { _, _, _, bytes, length, context in
            if let context { GRPCServer.of(context).body += UnsafeBufferPointer(start: bytes, count: length) }
            return 0
        }
        nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, context in
            guard let header = frame?.pointee.hd, let context else { return 0 }
            let isEnd = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
            if isEnd { GRPCServer.of(context).reply(header.stream_id) }
            return 0
        }
    }

    private static func with(_ fields: [(String, String)], _ body: (UnsafeMutableBufferPointer<nghttp2_nv>) -> Void) {
        let texts = fields.map { (strdup($0.0), strdup($0.1)) }
        defer {
            for (name, value) in texts {
                free(name)
                free(value)
            }
        }
        var list = zip(fields, texts).map { field, text in
            nghttp2_nv(
                name: UnsafeMutableRawPointer(text.0)?.assumingMemoryBound(to: UInt8.self),
                value: UnsafeMutableRawPointer(text.1)?.assumingMemoryBound(to: UInt8.self),
                namelen: field.0.utf8.count,
                valuelen: field.1.utf8.count,
                flags: 0
            )
        }
        list.withUnsafeMutableBufferPointer { body($0) }
    }
}
