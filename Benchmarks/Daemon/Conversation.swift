import Glibc

/// One HTTP request to the daemon over its unix socket, and the answer as it comes.
final class Conversation {
    private let descriptor: Int32
    private var received: [UInt8] = []
    private let path: String

    /// - Parameter isLast: whether the daemon is to close the connection behind its answer.
    init(socket path: String, get target: String, isLast: Bool = false) throws {
        self.path = target
        descriptor = try check(
            Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0),
            "make a socket"
        )
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw BenchmarkError("\(path) is too long for a socket")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        try check(result, "connect to \(path)")
        let head =
            "GET \(target) HTTP/1.1\r\nHost: steady\r\nAccept: application/json\r\n"
            + (isLast ? "Connection: close\r\n\r\n" : "\r\n")
        let request = Array(head.utf8)
        guard write(descriptor, request, request.count) == request.count else {
            throw BenchmarkError.system("ask for \(target)")
        }
    }

    deinit { close(descriptor) }

    /// Reads until the answer holds these bytes, forgets everything up to them, and returns when that was.
    @discardableResult
    func wait(for text: String, seconds: Int = 60) throws -> Clock.Nanoseconds {
        let wanted = Array(text.utf8)
        let deadline = Clock.now() + Int64(seconds) * 1_000_000_000
        while true {
            if let end = end(of: wanted) {
                received.removeFirst(end)
                return Clock.now()
            }
            // What may be the begin of the text stays.
            received.removeFirst(max(0, received.count - wanted.count))
            guard try receive(deadline, text) > 0 else { throw BenchmarkError("\(path) ended before it said \(text)") }
        }
    }

    /// How often these bytes stand in the whole answer. The request must have been the last one.
    func count(of text: String, seconds: Int = 30) throws -> Int {
        let deadline = Clock.now() + Int64(seconds) * 1_000_000_000
        while try receive(deadline, "all of it") > 0 {}
        let wanted = Array(text.utf8)
        var count = 0
        while let end = end(of: wanted) {
            received.removeFirst(end)
            count += 1
        }
        return count
    }

    /// Reads what has come without waiting for more than a moment, and forgets it.
    func drain(quietMilliseconds: Int64 = 300) throws {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&entry, 1, Int32(quietMilliseconds)) > 0 {
            guard try receive(.max, "the rest") > 0 else { throw BenchmarkError("\(path) ended") }
        }
        received.removeAll()
    }

    /// Returns how many bytes have come; 0 at the end.
    private func receive(_ deadline: Clock.Nanoseconds, _ what: String) throws -> Int {
        if deadline != .max { try waitReadable(descriptor, until: deadline, "\(path) is to say \(what)") }
        let count = withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 8) { buffer in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 { received.append(contentsOf: buffer[0..<count]) }
            return count
        }
        guard count >= 0 else { throw BenchmarkError.system("read \(path)") }
        return count
    }

    /// Behind the first of these bytes; nil where they are not.
    private func end(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first, received.count >= wanted.count else { return nil }
        return received.withUnsafeBytes { bytes in
            let starts = 0...(bytes.count - wanted.count)
            let found = starts.first { start in
                bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
            }
            return found.map { $0 + wanted.count }
        }
    }
}
