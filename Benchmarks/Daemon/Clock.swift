import Glibc
import Synchronization

/// Set by Ctrl-C and SIGTERM: every wait then ends with an error, so that what runs is taken down.
private let interrupted = Atomic(false)

enum Clock {
    typealias Nanoseconds = Int64

    static func now() -> Nanoseconds {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    static func sleep(milliseconds: Int) throws {
        usleep(UInt32(milliseconds) * 1000)
        try checkInterruption()
    }

    /// Looks again every few milliseconds. For what is waited for between measurements, not for what is measured.
    static func wait(_ what: String, seconds: Int = 60, every milliseconds: Int = 20, until isDone: () throws -> Bool)
        throws
    {
        let deadline = now() + Int64(seconds) * 1_000_000_000
        while try !isDone() {
            guard now() < deadline else { throw BenchmarkError("waited \(seconds) s in vain: \(what)") }
            try sleep(milliseconds: milliseconds)
        }
    }

    static func catchInterruptions() {
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { _ in interrupted.store(true, ordering: .relaxed) } }
        signal(SIGPIPE, SIG_IGN)
    }

    static func checkInterruption() throws {
        if interrupted.load(ordering: .relaxed) { throw BenchmarkError("interrupted") }
    }
}

/// Waits until a descriptor can be read, at most until `deadline`.
func waitReadable(_ descriptor: Int32, until deadline: Clock.Nanoseconds, _ what: String) throws {
    while true {
        try Clock.checkInterruption()
        let left = (deadline - Clock.now()) / 1_000_000
        guard left > 0 else { throw BenchmarkError("waited in vain: \(what)") }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&entry, 1, Int32(min(left, 500))) > 0 { return }
    }
}
