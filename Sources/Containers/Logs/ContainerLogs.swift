import CLinux
import Glibc

/// What to read of a log.
public struct LogQuery: Sendable, Hashable {
    /// Only so many lines from the end; `nil` for all that are kept.
    public var tailLines: Int?
    /// Only lines of this moment or later.
    public var since: Nanoseconds?
    /// Waits for more lines until the container ends.
    public var follows: Bool

    public init(tailLines: Int? = nil, since: Nanoseconds? = nil, follows: Bool = false) {
        self.tailLines = tailLines
        self.since = since
        self.follows = follows
    }
}

/// Reads the output of containers. On a thread of its own: files are read and watched there.
public final class ContainerLogs: @unchecked Sendable {
    // Unchecked: everything mutable is touched on the loop's thread only.

    typealias Waiter = CheckedContinuation<[LogLine]?, Never>

    private let layout: StateLayout
    private let loop: EventLoop
    private var inotify: Int32 = -1
    private var cursors: [UInt64: LogCursor] = [:]
    private var waiters: [UInt64: Waiter] = [:]
    private var watches: [Int32: Set<UInt64>] = [:]
    private var watched: [UInt64: [Int32]] = [:]
    private var last: UInt64 = 0
    private var isStopped = false

    public init(layout: StateLayout) throws(ContainersError) {
        self.layout = layout
        loop = try EventLoop()
    }

    /// Ends the thread. Lines that somebody waits for end too.
    public func stop() {
        loop.post { [self] in
            isStopped = true
            for id in waiters.keys.sorted() { end(id) }
            if inotify >= 0 { loop.drop(inotify) }
        }
        loop.stop()
    }

    /// The lines of one life of a container. An attempt that isn't there has none.
    public func lines(of attempt: AttemptID, _ query: LogQuery = LogQuery()) -> LogLines {
        LogLines(logs: self, attempt: attempt, query: query)
    }

    /// The lives of a container whose logs are kept, the oldest first.
    public func attempts(of container: ContainerID) async -> [AttemptID] {
        await withCheckedContinuation { continuation in
            let isTaken = loop.post { [layout] in
                continuation.resume(returning: layout.traces(of: container))
            }
            if !isTaken { continuation.resume(returning: []) }
        }
    }

    // MARK: For the iterators

    /// Nil after `stop`.
    func open(_ attempt: AttemptID, _ query: LogQuery) async -> UInt64? {
        await withCheckedContinuation { continuation in
            let isTaken = loop.post { [self] in
                last += 1
                cursors[last] = LogCursor(attempt, layout, query: query)
                continuation.resume(returning: last)
            }
            if !isTaken { continuation.resume(returning: nil) }
        }
    }

    func next(_ id: UInt64) async -> [LogLine]? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isTaken = loop.post { [self] in serve(id, waiter) }
                if !isTaken { waiter.resume(returning: nil) }
            }
        } onCancel: {
            loop.post { [self] in end(id) }
        }
    }

    func close(_ id: UInt64) { loop.post { [self] in end(id) } }

    private func serve(_ id: UInt64, _ waiter: Waiter) {
        guard !isStopped, let cursor = cursors[id] else { return waiter.resume(returning: nil) }
        // Watched before reading, so that what comes in between is not missed.
        if cursor.follows { watch(id, cursor) }
        let lines = cursor.read()
        if !lines.isEmpty { return waiter.resume(returning: lines) }
        if !cursor.hasEnded && watched[id] != nil {
            waiters[id] = waiter
        } else {
            waiter.resume(returning: nil)
            end(id)
        }
    }

    private func end(_ id: UInt64) {
        cursors[id] = nil
        waiters.removeValue(forKey: id)?.resume(returning: nil)
        for watch in watched.removeValue(forKey: id) ?? [] {
            watches[watch]?.remove(id)
            guard watches[watch]?.isEmpty == true else { continue }
            watches[watch] = nil
            inotify_rm_watch(inotify, watch)
        }
    }

    private func watch(_ id: UInt64, _ cursor: LogCursor) {
        guard watched[id] == nil else { return }
        if inotify < 0 {
            inotify = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard inotify >= 0 else { return }
            loop.watch(inotify) { [weak self] in self?.look() }
        }
        let events =
            UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE) | UInt32(IN_DELETE_SELF)
        let added = cursor.directories.map { inotify_add_watch(inotify, $0, events) }.filter { $0 >= 0 }
        // Where the attempt isn't written down any more, there is nothing to wait for.
        guard added.count == cursor.directories.count else {
            for watch in added where watches[watch] == nil { inotify_rm_watch(inotify, watch) }
            return
        }
        watched[id] = added
        for watch in added { watches[watch, default: []].insert(id) }
    }

    private func look() {
        var bytes = [UInt8](repeating: 0, count: 16384)
        let count = read(inotify, &bytes, bytes.count)
        guard count > 0 else { return }
        var changed: Set<UInt64> = []
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
            let event = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
            // An overflow names nobody: then everybody looks.
            changed.formUnion(event.wd < 0 ? Set(waiters.keys) : watches[event.wd] ?? [])
            offset += MemoryLayout<inotify_event>.size + Int(event.len)
        }
        for id in changed.sorted() {
            if let waiter = waiters.removeValue(forKey: id) { serve(id, waiter) }
        }
    }
}

/// The lines of a log, some at a time.
public struct LogLines: AsyncSequence, Sendable {
    public typealias Element = [LogLine]
    public typealias Failure = Never

    let logs: ContainerLogs
    let attempt: AttemptID
    let query: LogQuery

    public func makeAsyncIterator() -> Iterator { Iterator(lines: self) }

    public final class Iterator: AsyncIteratorProtocol {
        private let lines: LogLines
        private var id: UInt64?

        init(lines: LogLines) {
            self.lines = lines
        }

        deinit {
            if let id { lines.logs.close(id) }
        }

        /// `nil` at the end: of the log, of the container where it is followed, or of the task.
        public func next() async -> [LogLine]? {
            if id == nil { id = await lines.logs.open(lines.attempt, lines.query) }
            guard let id else { return nil }
            return await lines.logs.next(id)
        }
    }
}
