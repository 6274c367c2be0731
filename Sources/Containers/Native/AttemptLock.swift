import Driving
import Glibc

/// The lock of an attempt, held by its shim for as long as it lives. Whoever gets it knows that the shim is dead.
struct AttemptLock {
    private let file: Int32

    /// `nil` where the shim lives, or the directory is gone.
    ///
    /// `seconds` waits for a shim that is about to end; `whileWaiting` is called before each further try.
    init?(_ directory: String, seconds: Int = 0, whileWaiting: () -> Void = {}) {
        file = open("\(directory)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        let deadline = SystemClock.steady() + Int64(seconds) * 1_000_000_000
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard SystemClock.steady() < deadline else {
                close(file)
                return nil
            }
            whileWaiting()
            usleep(500)
        }
    }

    func release() { close(file) }
}
