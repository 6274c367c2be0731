import Glibc

/// A few threads for calls that block. Work for one key is done in order, one at a time; that for different keys
/// doesn't wait for each other, as far as there are threads.
final class WorkerPool: @unchecked Sendable {
    // Unchecked: everything mutable is touched only between lock and unlock of `mutex`.

    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var waiting: [String: [@Sendable () -> Void]] = [:]
    private var ready: [String] = []
    private var busy: Set<String> = []
    private var isStopped = false
    private var threads: [pthread_t] = []

    init(threads count: Int, name: String) {
        mutex = .allocate(capacity: 1)
        condition = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
        for _ in 0..<count { threads.append(contentsOf: Thread.start { [self] in work() }) }
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Returns at once. Dropped after `stop`.
    func submit(key: String, _ work: @escaping @Sendable () -> Void) {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !isStopped else { return }
        if waiting[key] == nil && !busy.contains(key) { ready.append(key) }
        waiting[key, default: []].append(work)
        pthread_cond_signal(condition)
    }

    /// Ends the threads once they have done what was submitted, and waits for them. Not from one of them.
    func stop() {
        pthread_mutex_lock(mutex)
        isStopped = true
        pthread_cond_broadcast(condition)
        let running = threads
        threads = []
        pthread_mutex_unlock(mutex)
        for thread in running { pthread_join(thread, nil) }
    }

    private func work() {
        pthread_mutex_lock(mutex)
        while true {
            if !ready.isEmpty {
                let key = ready.removeFirst()
                let works = waiting.removeValue(forKey: key) ?? []
                busy.insert(key)
                pthread_mutex_unlock(mutex)
                for work in works { work() }
                pthread_mutex_lock(mutex)
                busy.remove(key)
                if waiting[key] != nil {
                    ready.append(key)
                    pthread_cond_signal(condition)
                }
            } else if isStopped && busy.isEmpty {
                break
            } else {
                pthread_cond_wait(condition, mutex)
            }
        }
        // Another one may wait for the last key to be done.
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }
}

enum Thread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread with every signal blocked, so that signals go to the main thread. Returns one thread to join, or
    /// none when the machine has no more; then `body` has not run.
    static func start(_ body: @escaping @Sendable () -> Void) -> [pthread_t] {
        var thread = pthread_t()
        var all = sigset_t()
        var old = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &old)
        defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
        let context = Unmanaged.passRetained(Body(body))
        let failed = pthread_create(
            &thread,
            nil,
            { raw in
                guard let raw else { return nil }
                Unmanaged<Body>.fromOpaque(raw).takeRetainedValue().run()
                return nil
            },
            context.toOpaque()
        )
        guard failed == 0 else {
            context.release()
            return []
        }
        return [thread]
    }
}
