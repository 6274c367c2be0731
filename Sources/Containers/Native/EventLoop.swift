import CLinux
import Driving
import Glibc
import Synchronization

/// One thread that waits for descriptors, for a time to come, and for work that others post.
///
/// What is watched is touched on the loop's own thread only: `post` is the way there.
final class EventLoop: @unchecked Sendable {
    // Unchecked: `handlers` and `timers` belong to the loop's thread; the mailbox is behind its lock.

    private struct Mailbox {
        var posted: [@Sendable () -> Void] = []
        var isStopped = false
    }

    private let epoll: Int32
    private let bell: Int32
    private let mailbox = Mutex(Mailbox())
    private var handlers: [Int32: () -> Void] = [:]
    private var timers: [UInt64: (at: Nanoseconds, fire: () -> Void)] = [:]
    private var lastTimer: UInt64 = 0
    private let worker = Mutex<Worker?>(nil)

    init() throws(ContainersError) {
        epoll = try Files.check(clinux_epoll_create(), "make an epoll descriptor")
        bell = clinux_eventfd()
        guard bell >= 0 else {
            close(epoll)
            throw Files.failure("make an event descriptor")
        }
        clinux_epoll_set(epoll, bell, UInt32(CLINUX_READABLE))
        do throws(DrivingError) {
            let started = try Worker(named: "containers") { [self] in run() }
            worker.withLock { $0 = started }
        } catch {
            throw ContainersError(.other, error.message)
        }
    }

    deinit {
        close(bell)
        close(epoll)
    }

    /// Has the loop's thread do something, after what was posted before. False after `stop`: then it is dropped.
    @discardableResult
    func post(_ work: @escaping @Sendable () -> Void) -> Bool {
        let (isTaken, wasEmpty) = mailbox.withLock { mailbox in
            guard !mailbox.isStopped else { return (false, false) }
            mailbox.posted.append(work)
            return (true, mailbox.posted.count == 1)
        }
        if wasEmpty { ring() }
        return isTaken
    }

    /// Ends the thread after what is posted, and waits for it. Not from the loop's own thread.
    func stop() {
        mailbox.withLock { $0.isStopped = true }
        ring()
        worker.withLock { $0.take() }?.join()
    }

    /// Calls `handler` whenever the descriptor can be read, or has ended. On the loop's thread.
    func watch(_ file: Int32, _ handler: @escaping () -> Void) {
        handlers[file] = handler
        clinux_epoll_set(epoll, file, UInt32(CLINUX_READABLE))
    }

    /// Stops watching a descriptor that has ended and is not yet to be closed. On the loop's thread.
    func ignore(_ file: Int32) {
        handlers[file] = nil
        clinux_epoll_remove(epoll, file)
    }

    /// Forgets a descriptor and closes it. On the loop's thread.
    func drop(_ file: Int32) {
        handlers[file] = nil
        close(file)  // which ends epoll's interest too: nobody else has a copy
    }

    /// Calls `fire` once, after so long. On the loop's thread.
    @discardableResult
    func after(_ nanoseconds: Nanoseconds, _ fire: @escaping () -> Void) -> UInt64 {
        lastTimer += 1
        timers[lastTimer] = (SystemClock.steady() + nanoseconds, fire)
        return lastTimer
    }

    func cancel(timer: UInt64) { timers[timer] = nil }

    private func ring() {
        var one: UInt64 = 1
        _ = withUnsafeBytes(of: &one) { write(bell, $0.baseAddress, 8) }
    }

    private func run() {
        var ready = [clinux_ready](repeating: clinux_ready(), count: 64)
        while true {
            let count = clinux_epoll_wait(epoll, &ready, Int32(ready.count), milliseconds())
            for entry in ready[..<Int(max(0, count))] where entry.fd != bell {
                // Looked up anew each time: an earlier handler may have dropped it.
                handlers[entry.fd]?()
            }
            var drained: UInt64 = 0
            _ = withUnsafeMutableBytes(of: &drained) { read(bell, $0.baseAddress, 8) }
            fireTimers()
            let (works, isStopped) = mailbox.withLock { mailbox in
                defer { mailbox.posted = [] }
                return (mailbox.posted, mailbox.isStopped)
            }
            for work in works { work() }
            if isStopped { return }
        }
    }

    private func milliseconds() -> Int32 {
        guard let next = timers.values.map(\.at).min() else { return -1 }
        return Int32(clamping: max(0, (next - SystemClock.steady() + 999_999) / 1_000_000))
    }

    private func fireTimers() {
        guard !timers.isEmpty else { return }
        let now = SystemClock.steady()
        for id in timers.filter({ $0.value.at <= now }).keys.sorted() { timers.removeValue(forKey: id)?.fire() }
    }
}
