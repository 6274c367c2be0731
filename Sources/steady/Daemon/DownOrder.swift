import Synchronization

/// A call to take everything down. Whoever called waits for what comes of it; the daemon outlives that answer.
final class DownOrder: Sendable {
    /// What each pod is given to end, in place of what it asks for.
    let gracePeriod: Duration?
    private let answer: CheckedContinuation<Void, any Error>

    init(gracePeriod: Duration?, answer: CheckedContinuation<Void, any Error>) {
        self.gracePeriod = gracePeriod
        self.answer = answer
    }

    /// To be called once.
    func finish(_ result: Result<Void, any Error>) { answer.resume(with: result) }
}

/// Who waits for everything to be taken down: the first who asked, and those who asked again, to give it less time.
final class DownOrders: Sendable {
    private struct State {
        var orders: [DownOrder] = []
        var result: Result<Void, any Error>?
    }

    private let state = Mutex(State())

    /// To be told what comes of it; at once where that is known.
    func add(_ order: DownOrder) {
        let result = state.withLock { state in
            if state.result == nil { state.orders.append(order) }
            return state.result
        }
        if let result { order.finish(result) }
    }

    func finish(_ result: Result<Void, any Error>) {
        let orders = state.withLock { state in
            state.result = result
            return state.orders
        }
        for order in orders { order.finish(result) }
    }
}

/// Something that happens once and can be waited for.
final class Moment: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func come() { continuation.finish() }

    /// Returns when it has come, or after this time. To be called once.
    func wait(atMost limit: Duration) async {
        await withTaskGroup { group in
            group.addTask { for await _ in self.stream {} }
            group.addTask {
                // Cancelled when the moment has come.
                try? await Task.sleep(for: limit)
            }
            await group.next()
            group.cancelAll()
        }
    }
}
