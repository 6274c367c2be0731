internal import CLinux
internal import Glibc
internal import Synchronization

/// A thread of one's own, for work that blocks. One that nobody joins goes by itself when its work is done.
public final class Worker: Sendable {
    private let thread: Mutex<UInt?>

    /// Starts a thread that runs `body` once. It takes no signals: those are for the main thread.
    ///
    /// - Parameter name: as `top -H` shows it; at most 15 bytes of it.
    /// - Throws: where the machine has no more threads; `body` has not run then, and never will.
    public init(named name: String, _ body: @escaping @Sendable () -> Void) throws(DrivingError) {
        let start = Unmanaged.passRetained(Start(name, body))
        var thread = pthread_t()
        let result = Self.withoutSignals {
            pthread_create(&thread, nil, { Worker.run($0) }, start.toOpaque())
        }
        guard result == 0 else {
            start.release()
            throw DrivingError("start a thread for \(name): \(String(cString: strerror(result)).lowercased())")
        }
        self.thread = Mutex(UInt(thread))
    }

    deinit {
        if let thread = thread.withLock({ $0 }) { pthread_detach(pthread_t(thread)) }
    }

    /// Waits until the thread has ended. From another thread; a second call returns at once.
    public func join() {
        guard let thread = thread.withLock({ $0.take() }) else { return }
        pthread_join(pthread_t(thread), nil)
    }

    /// A thread inherits what its maker blocks.
    private static func withoutSignals<Result>(_ body: () -> Result) -> Result {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return body()
    }

    private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let argument else { return nil }
        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        clinux_thread_set_name(start.name)
        start.body()
        return nil
    }

    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(_ name: String, _ body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }
}
