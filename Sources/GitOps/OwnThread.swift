import Glibc

/// A thread for work that blocks, apart from the pool that all tasks share.
struct OwnThread: @unchecked Sendable {
    // Only handed to pthread_join, which any thread may call.
    private let thread: pthread_t

    private final class Body {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    init(_ run: @escaping @Sendable () -> Void) throws(FileTreeError) {
        let body = Unmanaged.passRetained(Body(run))
        var thread = pthread_t()
        let reason = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            },
            body.toOpaque()
        )
        guard reason == 0 else {
            body.release()
            throw FileTreeError(errno: reason, "start a thread")
        }
        self.thread = thread
    }

    func join() {
        pthread_join(thread, nil)
    }
}
