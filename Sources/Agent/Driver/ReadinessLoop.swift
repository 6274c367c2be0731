internal import CLinux
internal import Driving
internal import Glibc
internal import Synchronization

/// Lets async code wait for descriptors, without holding a thread for each.
final class ReadinessLoop: Sendable {
    private struct Waiter {
        var files: [Int32]
        var continuation: CheckedContinuation<Int32?, Never>
    }

    private struct State {
        var waiters: [UInt64: Waiter] = [:]
        /// At most one waits for a descriptor.
        var waiterOfFile: [Int32: UInt64] = [:]
        var last: UInt64 = 0
        var isStopped = false
    }

    private let state = Mutex(State())
    private let epoll: Int32
    private let bell: Int32
    private let worker = Mutex<Worker?>(nil)

    init() throws {
        epoll = try check(clinux_epoll_create(), "make a watch for sessions")
        bell = try check(clinux_eventfd(), "make a bell for sessions")
        clinux_epoll_set(epoll, bell, UInt32(CLINUX_READABLE))
        let (epoll, bell) = (epoll, bell)
        let started = try Worker(named: "sessions") { [weak self] in Self.run(epoll, bell) { self?.ready($0) } }
        worker.withLock { $0 = started }
    }

    /// Ends the thread. Those that wait are told that nothing came.
    func stop() {
        let waiters = state.withLock { state in
            state.isStopped = true
            defer { (state.waiters, state.waiterOfFile) = ([:], [:]) }
            return state.waiters
        }
        for waiter in waiters.values { waiter.continuation.resume(returning: nil) }
        var one: UInt64 = 1
        write(bell, &one, 8)
        worker.withLock { $0 }?.join()
        close(epoll)
        close(bell)
    }

    /// Waits until one of the descriptors can be read; returns it, or nil when nobody shall wait any longer.
    func readable(_ files: [Int32]) async -> Int32? { await wait(for: files, UInt32(CLINUX_READABLE)) }

    /// Waits until the descriptor takes more. False when nobody shall wait any longer.
    func writable(_ file: Int32) async -> Bool { await wait(for: [file], UInt32(CLINUX_WRITABLE)) != nil }

    /// Ends the waiting for a descriptor, before it is closed.
    func forget(_ file: Int32) {
        if let id = state.withLock({ $0.waiterOfFile[file] }) { end(id, nil) }
    }

    private func wait(for files: [Int32], _ events: UInt32) async -> Int32? {
        let id = state.withLock { state in
            state.last += 1
            return state.last
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isTaken = state.withLock { state in
                    guard !state.isStopped, !Task.isCancelled else { return false }
                    state.waiters[id] = Waiter(files: files, continuation: continuation)
                    for file in files { state.waiterOfFile[file] = id }
                    return true
                }
                guard isTaken else { return continuation.resume(returning: nil) }
                for file in files where clinux_epoll_set(epoll, file, events) != 0 { end(id, nil) }
            }
        } onCancel: {
            end(id, nil)
        }
    }

    private func ready(_ file: Int32) {
        if let id = state.withLock({ $0.waiterOfFile[file] }) {
            end(id, file)
        } else {
            clinux_epoll_remove(epoll, file)
        }
    }

    private func end(_ id: UInt64, _ file: Int32?) {
        let waiter = state.withLock { state -> Waiter? in
            guard let waiter = state.waiters.removeValue(forKey: id) else { return nil }
            for file in waiter.files {
                state.waiterOfFile[file] = nil
                clinux_epoll_remove(epoll, file)
            }
            return waiter
        }
        waiter?.continuation.resume(returning: file)
    }

    private static func run(_ epoll: Int32, _ bell: Int32, _ ready: (Int32) -> Void) {
        var events = [clinux_ready](repeating: clinux_ready(), count: 64)
        while true {
            let count = Int(clinux_epoll_wait(epoll, &events, Int32(events.count), -1))
            for event in events.prefix(max(count, 0)) {
                if event.fd == bell { return }
                ready(event.fd)
            }
        }
    }
}
