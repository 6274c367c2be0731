internal import Cluster
internal import Controllers
internal import Model

/// Streams changes to one watcher, in the order in which they happened, each once.
struct Watching: Sendable {
    /// How often a watcher that wants them is told how far it has come, though nothing happened to it.
    static let bookmarkInterval = Duration.seconds(60)
    /// A watch ends after this time, when the watcher names none: it is to come back.
    static let longest = Duration.seconds(45 * 60)

    let cluster: any ClusterAccess
    let route: ObjectsRoute
    let options: ListOptions
    let encoder: @Sendable () -> ObjectEncoder

    func run(_ sink: any ByteSink) async throws {
        let limit = options.timeoutSeconds.map { Duration.seconds($0) } ?? Self.longest
        let deadline = ContinuousClock.now + limit
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await follow(sink, until: deadline)
                } catch let error as APIError {
                    try await sink.write(ObjectEncoder.error(error.status()))
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func follow(_ sink: any ByteSink, until deadline: ContinuousClock.Instant) async throws {
        var isFirst = true
        // Taken before anything is sent: what changes meanwhile is told afterwards, and nothing is missed.
        var reached = try await begin(sink, &isFirst)
        var told = reached
        var nextBookmark = ContinuousClock.now + Self.bookmarkInterval
        while !Task.isCancelled, ContinuousClock.now < deadline {
            let wakeAt = options.allowsBookmarks ? min(deadline, nextBookmark) : deadline
            if let news = try await news(after: reached, until: wakeAt) {
                reached = news.reached
                var bytes: [UInt8] = []
                for change in news.changes {
                    guard let event = try WatchEvent.of(change, in: route, options) else { continue }
                    bytes += encoder().event(event.type, event.object, isFirst: isFirst)
                    isFirst = false
                    told = change.revision
                }
                if !bytes.isEmpty { try await sink.write(bytes) }
            } else if options.allowsBookmarks {
                if reached > told || ContinuousClock.now >= deadline {
                    try await sink.write(encoder().bookmark(at: reached, endsInitialEvents: false, isFirst: isFirst))
                    told = reached
                }
                nextBookmark = ContinuousClock.now + Self.bookmarkInterval
            }
        }
    }

    /// Sends what there is at the beginning, where it is asked for, and gives the revision from which to follow.
    private func begin(_ sink: any ByteSink, _ isFirst: inout Bool) async throws -> UInt64 {
        let state = cluster.state
        // With `sendInitialEvents=false` the watcher only wants what comes.
        if options.sendsInitialEvents == false { return options.resourceVersion ?? state.revision }
        if options.sendsInitialEvents == nil, let version = options.resourceVersion { return version }
        var bytes: [UInt8] = []
        for stored in state.objects(of: route.kind, namespace: route.namespace) {
            guard route.contains(stored.key), try options.matches(stored.object) else { continue }
            bytes += encoder().event(.added, stored.object, isFirst: isFirst)
            isFirst = false
            if bytes.count > 1 << 16 {
                try await sink.write(bytes)
                bytes = []
            }
        }
        if options.sendsInitialEvents == true, options.allowsBookmarks {
            bytes += encoder().bookmark(at: state.revision, endsInitialEvents: true, isFirst: isFirst)
        }
        if !bytes.isEmpty { try await sink.write(bytes) }
        return state.revision
    }

    /// The next changes; nil when none came in time.
    private func news(
        after revision: UInt64,
        until deadline: ContinuousClock.Instant
    ) async throws -> (changes: [Change], reached: UInt64)? {
        try await withThrowingTaskGroup(of: (changes: [Change], reached: UInt64)?.self) { group in
            group.addTask {
                do throws(ChangesExpired) {
                    let news = try await cluster.changes(after: revision)
                    return news.reached == revision ? nil : news
                } catch {
                    throw APIError.expired("too old resource version: \(revision) (\(error.oldest))")
                }
            }
            group.addTask {
                // Cancelled as soon as there is news: then nobody looks at what it returns.
                try? await Task.sleep(until: deadline, clock: .continuous)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
