import Driving
import Synchronization

/// Has work that blocks done by a thread of its own, so that nothing else waits for it.
func onThread<Value: Sendable>(_ name: String, _ body: @escaping @Sendable () -> Value) async -> Value {
    let worker = Mutex<Worker?>(nil)
    let value = await withCheckedContinuation { continuation in
        worker.withLock { $0 = Worker(named: name) { continuation.resume(returning: body()) } }
    }
    worker.withLock { $0 }?.join()
    return value
}
