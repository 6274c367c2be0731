public import Model
import YAML

/// What is known of a directory's files, and how that becomes the next set.
///
/// A value: the tree that it looks at is handed in each time, and so is the time. First ``update(_:_:now:entering:)``,
/// then ``take()``.
public struct DirectoryReading: Sendable {
    /// A manifest as large as this was not written as one: an API server takes objects of 1.5 MB at most.
    public static let sizeLimit = 16 << 20

    private let root: String
    private let parse: ManifestParser
    private var files: [TreePath: FileRecord] = [:]
    /// The files with which something is wrong.
    private var troubled: Set<TreePath> = []
    private var index: StatementIndex
    private(set) var scan = DirectoryScan()
    private(set) var history: GitHistory?
    /// Whether files changed since the history was read, so that their commits are a guess.
    private(set) var hasGuessedCommits = false
    private var editedSinceQuestion: Set<TreePath> = []
    /// False when links were turned (`..data`) while they were followed, again and again: what was read may be half of
    /// the old and half of the new. It is to be read once more before it is taken.
    private(set) var isSteady = true
    /// Something to be said of the watch itself.
    var remark: Problem?
    private var identity: FileIdentity?
    private var state = RootState.readable
    private var number: UInt64 = 0
    private var last: Summary?

    /// What makes a set worth delivering beside changed statements.
    private struct Summary: Sendable, Equatable {
        var state: RootState
        var kept: [TreePath]
        var undecided: [TreePath]
        var problems: [Problem]
    }

    /// - Parameter holders: where each object was stated before this reading began, by the origin's path.
    public init(root: String, holders: [ObjectKey: String] = [:], parse: @escaping ManifestParser) {
        self.root = root
        self.parse = parse
        index = StatementIndex(holders: holders)
    }

    /// Looks at what may have changed.
    ///
    /// - Parameters:
    ///   - tree: the directory as it can be opened now, or why it can't.
    ///   - notices: where to look; all is looked at when the directory is another one than before.
    ///   - now: nanoseconds since 1970.
    ///   - entering: called with each directory before it is listed.
    public mutating func update(
        _ tree: Result<any FileTree, FileTreeError>,
        _ notices: Notices,
        now: Int64,
        entering: (TreePath) -> Void = { _ in }
    ) {
        isSteady = true
        switch tree {
        case .failure(.missing):
            state = .missing
            identity = nil
        case .failure(let error):
            state = .unreadable("\(error)")
            identity = nil
        case .success(let tree):
            let isOther = identity != tree.identity
            state = .readable
            identity = tree.identity
            let needsWalk = isOther || notices.everything || (!scan.links.isEmpty && !notices.paths.isEmpty)
            if needsWalk || !look(at: notices.paths, in: tree, notices, now: now) {
                walk(tree, notices, now: now, entering: entering)
            }
        }
    }

    /// What the directory states after the updates; nil when that is what the last set said.
    public mutating func take() -> DirectorySet? {
        let (changed, withdrawn) = index.settle(undecided: undecided)
        let summary = summary()
        guard summary != last || !changed.isEmpty || !withdrawn.isEmpty else { return nil }
        last = summary
        number += 1
        return DirectorySet(
            root: root,
            number: number,
            state: state,
            objects: index.inForce,
            changed: changed,
            withdrawn: withdrawn,
            kept: summary.kept,
            undecided: summary.undecided,
            problems: summary.problems,
            head: history?.head
        )
    }

    /// Every manifest that there is.
    var paths: Set<[UInt8]> { Set(files.keys.map(\.bytes)) }

    /// From now on it is noted which files change: an answer of git says nothing of what changed after the question.
    mutating func beginAttribution() {
        editedSinceQuestion = []
    }

    /// Gives each statement the commit that its file comes from.
    mutating func attribute(to answer: GitHistory?) {
        history = answer
        for path in editedSinceQuestion { history?.noteUncommitted(path) }
        hasGuessedCommits = history != nil && !editedSinceQuestion.isEmpty
        for (path, record) in files {
            let commit = history?.commit(of: path)
            if commit == record.commit { continue }
            files[path]?.commit = commit
            index.replace(record.statements, by: record.statements, in: path, commit: commit)
        }
    }
}

extension DirectoryReading {
    private mutating func walk(
        _ tree: any FileTree,
        _ notices: Notices,
        now: Int64,
        entering: (TreePath) -> Void
    ) {
        for _ in 0..<5 {
            scan = DirectoryScan(tree, entering: entering)
            for path in files.keys where scan.files[path] == nil && !isUnknown(path) { forget(path) }
            for (path, file) in scan.files { refresh(path, file, in: tree, notices, now: now) }
            isSteady = scan.isCurrent(in: tree)
            if isSteady { return }
        }
    }

    /// - Returns: false when only a walk through the whole tree can tell.
    private mutating func look(
        at paths: Set<TreePath>,
        in tree: any FileTree,
        _ notices: Notices,
        now: Int64
    ) -> Bool {
        for path in paths.sorted() where !isUnknown(path) && !scan.rules.ignoresAnywhere(path) {
            do {
                let status = try tree.status(of: path)
                scan.notes[path] = nil
                switch status.kind {
                case .file:
                    let file = DirectoryScan.File(status: status, source: path)
                    scan.files[path] = file
                    files[path]?.isTrusted = false
                    refresh(path, file, in: tree, notices, now: now)
                case .link, .directory: return false
                case .fifo, .socket, .device:
                    scan.files[path] = nil
                    scan.notes[path] = .warning("is a \(status.kind.rawValue), not a file: left out")
                    forget(path)
                }
            } catch FileTreeError.missing {
                scan.files[path] = nil
                scan.notes[path] = nil
                forget(path)
            } catch {
                return false
            }
        }
        return true
    }

    private func isUnknown(_ path: TreePath) -> Bool {
        scan.unknown.contains { path.isWithin($0) }
    }

    private mutating func forget(_ path: TreePath) {
        guard let record = files.removeValue(forKey: path) else { return }
        troubled.remove(path)
        index.replace(record.statements, by: [], in: path, commit: nil)
    }

    private mutating func refresh(
        _ path: TreePath,
        _ file: DirectoryScan.File,
        in tree: any FileTree,
        _ notices: Notices,
        now: Int64
    ) {
        if let known = files[path], known.isTrusted, known.status == file.status { return }
        if notices.beingWritten.contains(path) { return }
        do {
            let (bytes, status) = try tree.read(file.source, limit: Self.sizeLimit)
            note(bytes, status, of: path, now: now)
        } catch {
            if error == .missing { return forget(path) }
            var record = files[path] ?? FileRecord()
            record.status = nil
            record.isTrusted = false
            record.digest = nil
            record.isGood = false
            record.problems = [Problem(file: path.description, message: error.ofManifest)]
            keep(record, of: path)
        }
    }

    private mutating func note(_ bytes: [UInt8], _ status: FileStatus, of path: TreePath, now: Int64) {
        var record = files[path] ?? FileRecord()
        let digest = ContentDigest(bytes)
        record.status = status
        record.isTrusted = status.isSettled(at: now)
        if record.digest != digest {
            record.digest = digest
            editedSinceQuestion.insert(path)
            if history != nil {
                history?.noteUncommitted(path)
                hasGuessedCommits = true
            }
            let content = parse(bytes, path.description)
            record.problems = content.problems
            record.isGood = content.isUsable
            if content.isUsable {
                record.wasGood = true
                record.commit = history?.commit(of: path)
                index.replace(record.statements, by: content.statements, in: path, commit: record.commit)
                record.statements = content.statements
            }
        }
        keep(record, of: path)
    }

    private mutating func keep(_ record: FileRecord, of path: TreePath) {
        files[path] = record
        if record.isGood, record.problems.isEmpty {
            troubled.remove(path)
        } else {
            troubled.insert(path)
        }
    }

    private func summary() -> Summary {
        let troubles = troubled.sorted().compactMap { path in files[path].map { (path: path, record: $0) } }
        let broken = troubles.filter { !$0.record.isGood }
        var problems = troubles.flatMap(\.record.problems)
        if let remark { problems.append(remark) }
        problems += index.duplicates.values.joined()
        problems += scan.notes.map { path, note in
            Problem(file: path.description, message: note.message, severity: note.isError ? .error : .warning)
        }
        problems.sort { left, right in
            (left.file ?? "", left.position ?? .start, left.message)
                < (right.file ?? "", right.position ?? .start, right.message)
        }
        return Summary(
            state: state,
            kept: broken.filter(\.record.wasGood).map(\.path),
            undecided: undecided,
            problems: problems
        )
    }

    /// Files that were never understood, and directories that can't be listed.
    private var undecided: [TreePath] {
        (troubled.filter { files[$0].map { !$0.isGood && !$0.wasGood } ?? false } + scan.unknown).sorted()
    }
}

extension Position {
    fileprivate static let start = Position(line: 0, column: 0)
}
