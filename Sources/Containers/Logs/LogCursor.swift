import Glibc

/// A place in a log, from which it is read onwards, across rotations. Not thread-safe.
final class LogCursor {
    /// Where something happens when there is more to read, or no more to come.
    let directories: [String]
    let follows: Bool
    private let log: String
    private let status: String
    private let since: String
    private var file: Int32 = -1
    private var rest: [UInt8] = []
    private(set) var hasEnded = false

    private static let newline = UInt8(ascii: "\n")

    init(_ attempt: AttemptID, _ layout: StateLayout, query: LogQuery) {
        directories = [layout.containers(attempt.container.pod), layout.attempt(attempt)]
        log = layout.log(attempt)
        status = "\(layout.attempt(attempt))/status"
        follows = query.follows
        since = query.since.map(LogTimestamp.text) ?? ""
        if let count = query.tailLines {
            let (path, offset) = LogTail.start(of: log, count: count)
            file = open(path, O_RDONLY | O_CLOEXEC)
            lseek(file, off_t(offset), SEEK_SET)
        } else {
            file = open(LogTail.files(of: log)[0], O_RDONLY | O_CLOEXEC)
        }
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// The next lines, about 64 KiB of them; empty where there are none now, or where `hasEnded`.
    func read() -> [LogLine] {
        while !hasEnded {
            // Asked before reading: the shim writes down the end after the last line.
            let isOver = !follows || !isBeingWritten
            let chunk = readChunk()
            if chunk.isEmpty {
                if moveOn() { continue }
                hasEnded = isOver
                return []
            }
            let lines = parse(chunk)
            if !lines.isEmpty { return lines }
        }
        return []
    }

    private var isBeingWritten: Bool { AttemptStatus.read(status).end == nil && Files.exists(status) }

    private func readChunk() -> [UInt8] {
        if file < 0 { file = open(log, O_RDONLY | O_CLOEXEC) }
        guard file >= 0 else { return [] }
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(file, &chunk, chunk.count)
        return count > 0 ? Array(chunk[..<count]) : []
    }

    private func parse(_ chunk: [UInt8]) -> [LogLine] {
        rest += chunk
        guard let last = rest.lastIndex(of: Self.newline) else { return [] }
        let lines = LogTail.parse(rest[...last])
        rest.removeSubrange(...last)
        return since.isEmpty ? lines : lines.filter { $0.timestamp >= since }
    }

    /// At the end of a file: goes on with the next newer one. Returns false where this is the newest.
    private func moveOn() -> Bool {
        var own = stat()
        guard file >= 0, fstat(file, &own) == 0 else { return false }
        let files = LogTail.files(of: log)
        let position = files.firstIndex { path in
            var status = stat()
            return stat(path, &status) == 0 && status.st_ino == own.st_ino && status.st_dev == own.st_dev
        }
        // Rotated away altogether: the oldest that there is comes next.
        let next = position.map { $0 + 1 } ?? 0
        guard next < files.count else { return false }
        // What was written between our last read and the rotation.
        let chunk = readChunk()
        if !chunk.isEmpty {
            lseek(file, -off_t(chunk.count), SEEK_CUR)
            return true
        }
        close(file)
        file = open(files[next], O_RDONLY | O_CLOEXEC)
        return file >= 0
    }
}
