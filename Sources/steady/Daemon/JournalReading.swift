import Journaling
import Synchronization

/// Tells how far the reading of the journal has come, when a start takes so long that people begin to wonder.
final class JournalReading: Sendable {
    private struct State {
        var nextWord: ContinuousClock.Instant?
    }

    /// Starts that are over by then need no words.
    static let patience = Duration.seconds(1)
    private static let pause = Duration.seconds(5)

    private let state: Mutex<State>
    private let now: @Sendable () -> ContinuousClock.Instant
    private let tell: @Sendable (String) -> Void

    init(
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        tell: @escaping @Sendable (String) -> Void
    ) {
        self.now = now
        self.tell = tell
        state = Mutex(State(nextWord: now() + Self.patience))
    }

    /// The start is over: whoever reads the journal now is another.
    func end() { state.withLock { $0.nextWord = nil } }

    func note(_ file: String, offset: UInt64, size: UInt64) {
        let time = now()
        let isDue = state.withLock { state in
            guard let due = state.nextWord, time >= due else { return false }
            state.nextWord = time + Self.pause
            return true
        }
        if isDue { tell("reading the journal: \(file), \(Self.megabytes(offset)) of \(Self.megabytes(size)) MB") }
    }

    private static func megabytes(_ bytes: UInt64) -> String { "\(bytes / 1_000_000).\(bytes / 100_000 % 10)" }
}

/// A disk whose reads are noted, and which is another disk in all else.
struct NotedDisk: Disk {
    private let disk: any Disk
    private let reading: JournalReading

    init(_ disk: any Disk, _ reading: JournalReading) {
        self.disk = disk
        self.reading = reading
    }

    func list() throws(JournalError) -> [String] { try disk.list() }

    func open(_ name: String) throws(JournalError) -> any DiskFile {
        NotedFile(try disk.open(name), name, reading)
    }

    func create(_ name: String) throws(JournalError) -> any DiskFile { try disk.create(name) }
    func rename(_ name: String, to newName: String) throws(JournalError) { try disk.rename(name, to: newName) }
    func remove(_ name: String) throws(JournalError) { try disk.remove(name) }
    func syncDirectory() throws(JournalError) { try disk.syncDirectory() }
    func lock(_ name: String) throws(JournalError) -> any DiskLock { try disk.lock(name) }
}

private final class NotedFile: DiskFile {
    private let file: any DiskFile
    private let name: String
    private let reading: JournalReading

    init(_ file: any DiskFile, _ name: String, _ reading: JournalReading) {
        self.file = file
        self.name = name
        self.reading = reading
    }

    func size() throws(JournalError) -> UInt64 { try file.size() }

    func read(at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer) throws(JournalError) -> Int {
        let count = try file.read(at: offset, into: buffer)
        reading.note(name, offset: offset + UInt64(count), size: try file.size())
        return count
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(JournalError) -> Int {
        try file.write(bytes, at: offset)
    }

    func truncate(to size: UInt64) throws(JournalError) { try file.truncate(to: size) }
    func sync() throws(JournalError) { try file.sync() }
    func discardCache() { file.discardCache() }
}
