import Dispatch
import Driving
import Glibc

/// Standard input, read by a thread of its own, no further ahead than a few pieces.
final class StandardInput: Sendable {
    let chunks: AsyncStream<[UInt8]>
    /// Begins at zero and is raised: libdispatch stops a program that drops a semaphore below where it began.
    private let room = DispatchSemaphore(value: 0)

    init() throws {
        for _ in 0..<8 { room.signal() }
        // As many as the semaphore lets in, so that none is dropped.
        let (chunks, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(9))
        self.chunks = chunks
        let room = room
        _ = try Worker(named: "stdin") {
            while true {
                room.wait()
                let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 15) { buffer, count in
                    repeat {
                        count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
                    } while count < 0 && errno == EINTR
                    count = max(count, 0)
                }
                guard !chunk.isEmpty else { return continuation.finish() }
                continuation.yield(chunk)
            }
        }
    }

    func allowMore() {
        room.signal()
    }
}
