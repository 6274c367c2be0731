internal import Glibc
internal import Synchronization

/// A disk in memory that fails and crashes as it is told, always in the same way for the same seed.
///
/// It keeps what is durable apart from what is only written, as a machine does that may lose its power.
public final class MemoryDisk: Disk {
    private let state: Mutex<MemoryDiskState>

    public init() { state = Mutex(MemoryDiskState()) }

    private init(durable contents: [String: [UInt8]]) {
        state = Mutex(MemoryDiskState(durable: contents))
    }

    /// What goes wrong with one operation.
    public enum Fault: Sendable, Equatable {
        /// The operation does nothing and fails with this error number. A sync that fails has made nothing durable,
        /// and what was written since the last one never will be, though later syncs claim so.
        case error(Int32)
        /// A write takes only this many bytes; other operations are not concerned.
        case shortWrite(Int)
        /// The power fails before the operation: it and all later ones fail. Go on with `afterCrash(seed:)`.
        case crash
    }

    /// How many operations that change something (create, write, truncate, sync, rename, remove) were begun.
    public var operationCount: Int { state.withLock { $0.operationCount } }

    /// Lets the operation with this number, counted from 0 as `operationCount` does, go wrong.
    public func inject(_ fault: Fault, atOperation index: Int) {
        state.withLock { $0.faults[index] = fault }
    }

    /// How many bytes all files together may have; nil for no bound. A write beyond takes what fits, then fails with
    /// ENOSPC.
    public var capacity: Int? {
        get { state.withLock { $0.capacity } }
        set { state.withLock { $0.capacity = newValue } }
    }

    /// A file's bytes as a reader sees them now; nil when there is no such file.
    public func contents(of name: String) -> [UInt8]? {
        state.withLock { state in state.names[name].flatMap { state.files[$0]?.bytes } }
    }

    /// Replaces a file's bytes, durably: what a failing device or a careless hand may do.
    public func overwrite(_ name: String, with bytes: [UInt8]) {
        state.withLock { state in
            let file = state.addFile(MemoryFileContent(durable: bytes))
            state.names[name] = file
            state.durableNames[name] = file
        }
    }

    /// A disk of its own with the same files, all of them durable, without lock and faults.
    public func copy() -> MemoryDisk {
        MemoryDisk(durable: state.withLock { state in state.names.compactMapValues { state.files[$0]?.bytes } })
    }

    /// The disk as the machine finds it after its power failed now; this one answers no more.
    ///
    /// Of the changes of names since the last directory sync the first few are kept. Of each file what was synced is
    /// kept; what was written since is lost, or kept up to some byte, or kept in some of its 512-byte sectors with
    /// zeros in place of the others.
    public func afterCrash(seed: UInt64) -> MemoryDisk {
        MemoryDisk(durable: state.withLock { $0.crash(seed: seed) })
    }

    // MARK: Disk

    public func list() throws(JournalError) -> [String] {
        try state.withLock { state throws(JournalError) in
            try state.requirePower("list", "directory")
            return state.names.keys.sorted()
        }
    }

    public func open(_ name: String) throws(JournalError) -> any DiskFile {
        let file = try state.withLock { state throws(JournalError) in
            try state.requirePower("open", name)
            guard let file = state.names[name] else { throw JournalError.disk(ENOENT, "open", name) }
            return file
        }
        return MemoryFile(self, name, file)
    }

    public func create(_ name: String) throws(JournalError) -> any DiskFile {
        let file = try state.withLock { state throws(JournalError) in
            _ = try state.begin("create", name)
            let file = state.addFile(MemoryFileContent(durable: []))
            state.change(.set(name, file))
            return file
        }
        return MemoryFile(self, name, file)
    }

    public func rename(_ name: String, to newName: String) throws(JournalError) {
        try state.withLock { state throws(JournalError) in
            _ = try state.begin("rename to \(newName)", name)
            guard let file = state.names[name] else { throw JournalError.disk(ENOENT, "rename to \(newName)", name) }
            state.change(.move(name, newName, file))
        }
    }

    public func remove(_ name: String) throws(JournalError) {
        try state.withLock { state throws(JournalError) in
            _ = try state.begin("remove", name)
            guard state.names[name] != nil else { throw JournalError.disk(ENOENT, "remove", name) }
            state.change(.remove(name))
        }
    }

    public func syncDirectory() throws(JournalError) {
        try state.withLock { state throws(JournalError) in
            _ = try state.begin("sync", "directory")
            state.durableNames = state.names
            state.pendingNames = []
            state.dropUnreachableFiles()
        }
    }

    public func lock(_ name: String) throws(JournalError) -> any DiskLock {
        let holder = try state.withLock { state throws(JournalError) in
            try state.requirePower("lock", name)
            guard state.lockHolder == nil else {
                throw JournalError(.inUse, "lock \(name): another part of this process has the journal open")
            }
            let holder = state.nextNumber()
            state.lockHolder = holder
            return holder
        }
        return MemoryLock(self, holder)
    }

    fileprivate func unlock(_ holder: Int) {
        state.withLock { if $0.lockHolder == holder { $0.lockHolder = nil } }
    }

    fileprivate func count(opened file: Int, by change: Int) {
        state.withLock { state in
            state.openings[file, default: 0] += change
            if state.openings[file] == 0 { state.openings[file] = nil }
            state.dropUnreachableFiles()
        }
    }

    fileprivate func with<Answer: Sendable>(
        _ body: (inout MemoryDiskState) throws(JournalError) -> Answer
    ) throws(JournalError) -> Answer {
        try state.withLock { state throws(JournalError) in try body(&state) }
    }
}

/// An open file: the name is what it was opened as and serves messages, the number is what it is.
private final class MemoryFile: DiskFile {
    private let disk: MemoryDisk
    private let name: String
    private let file: Int

    init(_ disk: MemoryDisk, _ name: String, _ file: Int) {
        self.disk = disk
        self.name = name
        self.file = file
        disk.count(opened: file, by: 1)
    }

    deinit { disk.count(opened: file, by: -1) }

    func size() throws(JournalError) -> UInt64 {
        try disk.with { state throws(JournalError) in
            try state.requirePower("look at", name)
            return UInt64(state.files[file]?.bytes.count ?? 0)
        }
    }

    func read(at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer) throws(JournalError) -> Int {
        try disk.with { state throws(JournalError) in
            try state.requirePower("read", name)
            guard let bytes = state.files[file]?.bytes, offset < bytes.count else { return 0 }
            return bytes[Int(offset)...].prefix(buffer.count).withUnsafeBytes { piece in
                buffer.copyMemory(from: piece)
                return piece.count
            }
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(JournalError) -> Int {
        try disk.with { state throws(JournalError) in
            var taken = bytes[...]
            if case .shortWrite(let count) = try state.begin("write", name) { taken = taken.prefix(count) }
            if let room = state.room {
                guard room > 0 || taken.isEmpty else { throw JournalError.disk(ENOSPC, "write", name) }
                taken = taken.prefix(room)
            }
            state.files[file]?.write(UnsafeRawBufferPointer(rebasing: taken), at: Int(offset))
            return taken.count
        }
    }

    func truncate(to size: UInt64) throws(JournalError) {
        try disk.with { state throws(JournalError) in
            _ = try state.begin("truncate", name)
            state.files[file]?.truncate(to: Int(size))
        }
    }

    func sync() throws(JournalError) {
        try disk.with { state throws(JournalError) in
            do throws(JournalError) {
                _ = try state.begin("sync", name)
                state.files[file]?.sync()
            } catch {
                state.files[file]?.failToSync()
                throw error
            }
        }
    }

    func discardCache() {
        _ = try? disk.with { state in state.files[file]?.discardCache() }  // The body throws nothing.
    }
}

private final class MemoryLock: DiskLock {
    private let disk: MemoryDisk
    private let holder: Int

    init(_ disk: MemoryDisk, _ holder: Int) {
        self.disk = disk
        self.holder = holder
    }

    deinit { release() }
    func release() { disk.unlock(holder) }
}
