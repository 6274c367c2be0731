import CLinux
import Glibc

/// A conversation with one shim. Not thread-safe: it belongs to the event loop, or to one worker.
struct ShimLink {
    struct Message {
        var type: UInt32
        var id: UInt64 = 0
        var value: Int64 = 0
        var extra: Int64 = 0
        var time: Int64 = 0
        var payload: [UInt8] = []
        /// Owned by whoever receives the message.
        var files: [Int32] = []
    }

    enum Received {
        case message(Message)
        case nothingNow
        /// The shim is dead, or doesn't speak our language.
        case ended
        /// What came is lost: this process has no place for the descriptors in it.
        case noRoom
    }

    let socket: Int32

    /// Two ends of a new conversation.
    static func pair() throws(ContainersError) -> (own: Int32, shim: Int32) {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        try Files.check(socketpair(AF_UNIX, type, 0, &ends), "make a socket for the shim")
        return (ends[0], ends[1])
    }

    /// Finds a shim that runs. `nil` where nobody listens.
    static func connect(to directory: String) -> ShimLink? {
        let folder = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        defer { close(folder) }
        let link = Glibc.socket(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard link >= 0 else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // By descriptor: the whole path can be longer than an address may be.
        withUnsafeMutableBytes(of: &address.sun_path) {
            $0.copyBytes(from: Array("/proc/self/fd/\(folder)/socket".utf8))
        }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(link, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else {
            close(link)
            return nil
        }
        return ShimLink(socket: link)
    }

    /// Returns false where the shim is gone or can't take it now.
    @discardableResult
    func send(_ message: Message) -> Bool {
        var head = shim_message(
            version: UInt32(SHIM_PROTOCOL_VERSION),
            type: message.type,
            id: message.id,
            value: message.value,
            extra: message.extra,
            time: message.time
        )
        let bytes = withUnsafeBytes(of: &head) { Array($0) } + message.payload
        return clinux_send_packet(socket, bytes, bytes.count, message.files, message.files.count) == bytes.count
    }

    func receive() -> Received {
        var files = [Int32](repeating: -1, count: Int(CLINUX_PACKET_FILES))
        var fileCount = 0
        var length = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(SHIM_PACKET_MAX)) { buffer, count in
            length = clinux_receive_packet(socket, buffer.baseAddress, buffer.count, &files, &fileCount)
            count = max(0, length)
        }
        if length < 0 { return errno == EAGAIN ? .nothingNow : errno == EMFILE ? .noRoom : .ended }
        let size = MemoryLayout<shim_message>.size
        let owned = Array(files[..<fileCount])
        guard length >= size else {
            for file in owned { close(file) }
            return .ended
        }
        let head = bytes.withUnsafeBytes { $0.loadUnaligned(as: shim_message.self) }
        guard head.version == UInt32(SHIM_PROTOCOL_VERSION) else {
            for file in owned { close(file) }
            return .ended
        }
        return .message(
            Message(
                type: head.type,
                id: head.id,
                value: head.value,
                extra: head.extra,
                time: head.time,
                payload: Array(bytes[size..<length]),
                files: owned
            )
        )
    }

    /// Waits for one message, at most so long. `nil` at the end of the conversation, or of the time.
    func receive(milliseconds: Int32) -> Message? {
        while true {
            switch receive() {
            case .message(let message): return message
            case .ended, .noRoom: return nil
            case .nothingNow:
                var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
                if poll(&entry, 1, milliseconds) <= 0 { return nil }
            }
        }
    }
}

extension ShimLink.Message {
    init(_ type: shim_message_type, id: UInt64 = 0, value: Int64 = 0, extra: Int64 = 0) {
        self.init(type: type.rawValue, id: id, value: value, extra: extra)
    }

    static func signal(_ number: Int32) -> Self { Self(SHIM_SIGNAL, value: Int64(number)) }

    func `is`(_ wanted: shim_message_type) -> Bool { type == wanted.rawValue }
}
