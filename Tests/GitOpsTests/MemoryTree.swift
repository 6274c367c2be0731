@testable import GitOps

/// A tree of files in memory, for faults that a disk won't give on demand.
struct MemoryTree: FileTree {
    private struct File: Sendable {
        var bytes: [UInt8]
        var status: FileStatus
    }

    private(set) var identity = FileIdentity(device: 0, inode: 1)
    /// Paths that can't be listed or read.
    var failures: [TreePath: FileTreeError] = [:]
    private var files: [TreePath: File] = [:]
    private var changes: Int64 = 1

    init(_ files: [String: String] = [:]) {
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { write(text, to: TreePath(path)) }
    }

    /// Each write is a new file to the reader, also when the text is the same.
    mutating func write(_ text: String, to path: TreePath) {
        changes += 1
        let bytes = Array(text.utf8)
        let identity = FileIdentity(device: 0, inode: UInt64(changes))
        files[path] = File(
            bytes: bytes,
            status: FileStatus(
                kind: .file,
                identity: identity,
                size: Int64(bytes.count),
                modified: changes,
                changed: changes
            )
        )
    }

    mutating func remove(_ path: TreePath) {
        files = files.filter { !$0.key.isWithin(path) }
    }

    func entries(of directory: TreePath) throws(FileTreeError) -> [TreeEntry] {
        if let failure = failures[directory] { throw failure }
        var entries: [[UInt8]: FileStatus] = [:]
        for path in files.keys where path.isWithin(directory) && path != directory {
            let name = Array(path.components[directory.components.count])
            entries[name] = try status(of: directory.appending(name))
        }
        return entries.map { TreeEntry(name: $0.key, status: $0.value) }
    }

    func status(of path: TreePath) throws(FileTreeError) -> FileStatus {
        if let file = files[path] { return file.status }
        guard let first = files.keys.filter({ $0.isWithin(path) }).min() else { throw .missing }
        // A directory is known by its first file, told from that file by the device.
        let identity = FileIdentity(
            device: UInt64(path.components.count) + 1,
            inode: files[first]?.status.identity.inode ?? 0
        )
        return FileStatus(kind: .directory, identity: identity, size: 0, modified: 0, changed: 0)
    }

    func destination(of link: TreePath) throws(FileTreeError) -> TreePath {
        link
    }

    func read(_ path: TreePath, limit: Int) throws(FileTreeError) -> (bytes: [UInt8], status: FileStatus) {
        if let failure = failures[path] { throw failure }
        guard let file = files[path] else { throw .missing }
        guard file.bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return (file.bytes, file.status)
    }
}
