import CLinux
import Glibc

/// Wakes the watch's thread with a word of what is wanted.
final class ControlPipe: Sendable {
    enum Message: UInt8, Sendable {
        case look = 1
        case stop = 2
        /// A question to git has its answer.
        case answered = 3
    }

    let descriptor: Int32
    private let writing: Int32

    init() throws(FileTreeError) {
        var ends: [Int32] = [-1, -1]
        guard clinux_pipe(&ends) == 0 else { throw FileTreeError(errno: errno, "pipe") }
        descriptor = ends[0]
        writing = ends[1]
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(descriptor)
        close(writing)
    }

    func send(_ message: Message) {
        var byte = message.rawValue
        while write(writing, &byte, 1) < 0, errno == EINTR {}
    }

    /// All that was sent and not yet received; never waits.
    func receive() -> [Message] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = max(0, read(descriptor, &bytes, bytes.count))
        return bytes.prefix(count).compactMap(Message.init(rawValue:))
    }
}
