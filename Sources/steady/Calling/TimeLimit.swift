/// Does the work, for so many seconds at most.
///
/// - Parameter late: what to throw when time runs out, asked for then.
func withTimeLimit(
    seconds: Int,
    late: @escaping @Sendable () -> Failure,
    _ work: @escaping @Sendable () async throws -> Void
) async throws {
    try await withThrowingTaskGroup { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            throw late()
        }
        defer { group.cancelAll() }
        try await group.next()
    }
}
