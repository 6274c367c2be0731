internal import CLinux
internal import Glibc

/// A thread of one's own, for work that blocks.
public final class Worker: Sendable {
    private let thread: UInt

    /// Starts a thread that runs `body` once.
    ///
    /// - Parameter name: as `top -H` shows it; at most 15 bytes of it.
    public init(named name: String, _ body: @escaping @Sendable () -> Void) {
        let start = Unmanaged.passRetained(Start(name, body))
        var thread = pthread_t()
        let result = pthread_create(&thread, nil, { Worker.run($0) }, start.toOpaque())
        // Without memory for a thread there is no daemon: nothing that input could cause.
        precondition(result == 0, "starting a thread for \(name): \(String(cString: strerror(result)))")
        self.thread = UInt(thread)
    }

    /// Waits until the thread has ended. To be called once, from another thread.
    public func join() {
        pthread_join(pthread_t(thread), nil)
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
