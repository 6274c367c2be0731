import Glibc

/// A commit, as an object's origin names it.
public struct GitCommit: Sendable, Hashable {
    /// The full hash in hexadecimal.
    public var hash: String
    /// `Name <address>`.
    public var author: String

    public init(hash: String, author: String) {
        self.hash = hash
        self.author = author
    }
}

/// Which commit last touched each file of a directory, and which files differ from it.
///
/// git is asked once for all files, three or four short processes; as the user to whom the repository belongs, since a
/// repository's configuration can name programs to run, and without hooks, monitors, system and user configuration.
struct GitHistory: Sendable, Hashable {
    private(set) var head: GitCommit?
    /// By path beneath the watched directory.
    private var commits: [[UInt8]: GitCommit] = [:]
    private var uncommitted: Set<[UInt8]> = []

    /// The commit that a file's content comes from; nil when it was changed since, or was never committed.
    func commit(of path: TreePath) -> GitCommit? {
        uncommitted.contains(path.bytes) ? nil : commits[path.bytes]
    }

    /// A file was seen to change without git having moved.
    mutating func noteUncommitted(_ path: TreePath) {
        uncommitted.insert(path.bytes)
    }

    /// Reads what git knows of the files in a directory.
    ///
    /// - Parameter previous: what was known before; where the new head follows on its, only newer commits are read.
    /// - Returns: nil when git is missing, refuses, or takes too long.
    static func read(_ directory: String, in repository: GitRepository, previous: GitHistory?) -> GitHistory? {
        let git = Git(directory: directory, repository: repository)
        guard let prefix = git.prefix(), let uncommitted = git.uncommitted(prefix: prefix) else { return nil }
        var history = GitHistory()
        history.uncommitted = uncommitted
        history.head = git.head()
        guard let head = history.head else { return history }
        let old = previous?.head
        if let previous, let old, old == head || git.follows(head, old) {
            history.commits = previous.commits
            if old != head { history.commits.merge(git.lastTouches(since: old)) { $1 } }
        } else {
            history.commits = git.lastTouches(since: nil)
        }
        return history
    }
}

/// The questions that are put to git.
private struct Git {
    let directory: String
    let repository: GitRepository

    /// The path of the directory in the work tree, with a slash at its end unless it is empty.
    func prefix() -> [UInt8]? {
        guard let outcome = run("rev-parse", "--show-prefix") else { return nil }
        return outcome.output.last == UInt8(ascii: "\n") ? outcome.output.dropLast() : outcome.output
    }

    func head() -> GitCommit? {
        guard let outcome = run("log", "-1", "--no-show-signature", "--format=%H%x00%an <%ae>") else { return nil }
        return Self.commit(outcome.output.split(separator: UInt8(ascii: "\n")).first ?? [])
    }

    func follows(_ new: GitCommit, _ old: GitCommit) -> Bool {
        run("merge-base", "--is-ancestor", old.hash, new.hash) != nil
    }

    func uncommitted(prefix: [UInt8]) -> Set<[UInt8]>? {
        guard
            let outcome = run(
                "status",
                "--porcelain=v1",
                "-z",
                "--no-renames",
                "--untracked-files=all",
                "--ignore-submodules=all",
                "--",
                "."
            )
        else { return nil }
        // Each entry is `XY path`, from the top of the work tree.
        return Set(
            outcome.output.split(separator: 0).compactMap { entry in
                let path = entry.dropFirst(3)
                return path.starts(with: prefix) ? Array(path.dropFirst(prefix.count)) : nil
            }
        )
    }

    /// The newest commit that touched each file.
    func lastTouches(since old: GitCommit?) -> [[UInt8]: GitCommit] {
        let range = old.map { ["\($0.hash)..HEAD"] } ?? []
        let arguments =
            ["log", "-z", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-renames", "--name-only"]
            + ["--relative", "--format=%x01%H%x00%an <%ae>"] + range + ["--", "."]
        guard let outcome = run(arguments, timeout: .seconds(2), allowingCut: true) else { return [:] }
        var touches: [[UInt8]: GitCommit] = [:]
        for record in outcome.output.split(separator: 1) {
            var fields = record.split(separator: 0)
            if outcome.isCut, record.endIndex == outcome.output.endIndex { _ = fields.popLast() }
            guard fields.count >= 2, let commit = Self.commit(hash: fields[0], author: fields[1]) else { continue }
            for field in fields.dropFirst(2) {
                let path = Array(field.first == UInt8(ascii: "\n") ? field.dropFirst() : field)
                if touches[path] == nil { touches[path] = commit }
            }
        }
        return touches
    }

    private static func commit(_ line: ArraySlice<UInt8>) -> GitCommit? {
        let fields = line.split(separator: 0)
        return fields.count == 2 ? commit(hash: fields[0], author: fields[1]) : nil
    }

    private static func commit(hash: ArraySlice<UInt8>, author: ArraySlice<UInt8>) -> GitCommit? {
        let isHash = hash.count >= 40 && hash.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
        guard isHash else { return nil }
        return GitCommit(
            hash: String(decoding: hash, as: UTF8.self),
            author: TreePath(bytes: Array(author)).description
        )
    }

    private func run(_ arguments: String...) -> Command.Outcome? {
        run(arguments, timeout: .seconds(5), allowingCut: false)
    }

    private func run(_ arguments: [String], timeout: Duration, allowingCut: Bool) -> Command.Outcome? {
        let settings = ["core.fsmonitor=false", "core.hooksPath=/dev/null"]
        let git = ["git", "--no-pager", "--no-optional-locks", "-C", directory] + settings.flatMap { ["-c", $0] }
        let whole = asOwner + git + arguments
        let command = Command(
            program: whole[0],
            arguments: Array(whole.dropFirst()),
            environment: Self.environment,
            timeout: timeout,
            outputLimit: 16 << 20
        )
        // No git, or none that answers: the objects go without a commit, nothing else depends on it.
        guard let outcome = try? command.run() else { return nil }
        return outcome.succeeded || (allowingCut && outcome.isCut) ? outcome : nil
    }

    /// Root becomes the repository's owner first; anybody else runs git as themselves, and git itself refuses another
    /// user's repository.
    private var asOwner: [String] {
        guard geteuid() == 0, repository.owner != 0 else { return [] }
        return [
            "setpriv", "--reuid=\(repository.owner)", "--regid=\(repository.group)", "--clear-groups",
            "--inh-caps=-all", "--no-new-privs", "--",
        ]
    }

    private static let environment = [
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C", "HOME=/nonexistent",
        "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
        "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1",
    ]
}
