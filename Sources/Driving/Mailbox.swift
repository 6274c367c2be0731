internal import Glibc

/// Messages for a thread that handles them in turns: any thread puts them in, one takes all that wait together.
///
/// It blocks the receiving thread, so that one must be its own and not of the cooperative pool.
public final class Mailbox<Message: Sendable>: @unchecked Sendable {
    // Every access to `waiting` and `isClosed` holds `mutex`; that makes the class safe to share.
    private var waiting: [Message] = []
    private var isClosed = false
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    public init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // A wait must not end early or late because somebody sets the wall clock.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(arrival, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(arrival)
        pthread_mutex_destroy(mutex)
        arrival.deallocate()
        mutex.deallocate()
    }

    /// Puts a message in. After `close` it is dropped, and false is returned.
    @discardableResult
    public func send(_ message: Message) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !isClosed else { return false }
        waiting.append(message)
        if waiting.count == 1 { pthread_cond_signal(arrival) }
        return true
    }

    /// Takes out all messages, waiting for the first one.
    ///
    /// - Parameter timeout: how long to wait at most; nil waits as long as it takes.
    /// - Returns: nothing when the time passed; nil when the box is closed and empty.
    public func receive(timeout: Duration?) -> [Message]? {
        var deadline = timespec()
        if let timeout {
            clock_gettime(CLOCK_MONOTONIC, &deadline)
            deadline.advance(by: timeout)
        }
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while waiting.isEmpty, !isClosed {
            let result =
                timeout == nil
                ? pthread_cond_wait(arrival, mutex) : pthread_cond_timedwait(arrival, mutex, &deadline)
            if result == ETIMEDOUT { break }
        }
        if waiting.isEmpty, isClosed { return nil }
        defer { waiting.removeAll(keepingCapacity: waiting.capacity < 4096) }
        return waiting
    }

    /// Lets the receiver take what waits and then tells it that this is all.
    public func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_broadcast(arrival)
        pthread_mutex_unlock(mutex)
    }
}

extension timespec {
    fileprivate mutating func advance(by duration: Duration) {
        let (seconds, attoseconds) = max(duration, .zero).components
        // A year is as good as for ever, and can't overflow.
        tv_sec += Int(min(seconds, 31_536_000))
        tv_nsec += Int(attoseconds / 1_000_000_000)
        if tv_nsec >= 1_000_000_000 {
            tv_nsec -= 1_000_000_000
            tv_sec += 1
        }
    }
}
