import Driving

/// Has work that blocks done by a thread of its own, so that nothing else waits for it.
func onThread<Value: Sendable>(_ name: String, _ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        do throws(DrivingError) {
            _ = try Worker(named: name) { continuation.resume(returning: body()) }
        } catch {
            // Better to hold up this thread than to leave the work undone.
            continuation.resume(returning: body())
        }
    }
}
