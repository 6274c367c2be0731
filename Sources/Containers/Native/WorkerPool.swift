import Driving
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
    private var threads: [Worker] = []

    /// - Throws: where the machine has not so many threads left.
    init(threads count: Int, name: String) throws(ContainersError) {
        mutex = .allocate(capacity: 1)
        condition = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
        do throws(DrivingError) {
            for _ in 0..<count { threads.append(try Worker(named: name) { [self] in work() }) }
        } catch {
            stop()
            throw ContainersError(.other, error.message)
        }
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Returns at once. False after `stop`: then it is dropped.
    @discardableResult
    func submit(key: String, _ work: @escaping @Sendable () -> Void) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !isStopped else { return false }
        if waiting[key] == nil && !busy.contains(key) { ready.append(key) }
        waiting[key, default: []].append(work)
        pthread_cond_signal(condition)
        return true
    }

    /// Ends the threads once they have done what was submitted, and waits for them. Not from one of them.
    func stop() {
        pthread_mutex_lock(mutex)
        isStopped = true
        pthread_cond_broadcast(condition)
        let running = threads
        threads = []
        pthread_mutex_unlock(mutex)
        for thread in running { thread.join() }
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
