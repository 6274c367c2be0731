import Glibc
import Model
import Testing

@testable import GitOps

private let hasGit = (try? Command(program: "git", arguments: ["--version"]).run())?.succeeded == true

/// A git work tree of one test, with the manifests in `deploy/`.
private final class WorkTree: Sendable {
    let directory = TemporaryDirectory()

    init() {
        git("init", "-q", "-b", "main")
        directory.makeDirectory("deploy")
    }

    var manifests: String { directory.absolute("deploy") }

    @discardableResult
    func git(_ arguments: String...) -> String {
        let command = Command(
            program: "git",
            arguments: ["-C", directory.path] + arguments,
            environment: [
                "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/nonexistent", "GIT_CONFIG_GLOBAL=/dev/null",
                "GIT_AUTHOR_NAME=Ann", "GIT_AUTHOR_EMAIL=ann@example.com", "GIT_COMMITTER_NAME=Bob",
                "GIT_COMMITTER_EMAIL=bob@example.com",
            ],
            timeout: .seconds(60)
        )
        let outcome = try? command.run()
        return String(decoding: outcome?.output ?? [], as: UTF8.self)
    }

    func write(_ name: String, _ text: String = "1") {
        directory.write(manifest(name, text), to: "deploy/\(name).yaml")
    }

    /// - Returns: the commit's hash.
    @discardableResult
    func commit(_ message: String) -> String {
        git("add", "-A")
        git("commit", "-q", "-m", message)
        return String(git("rev-parse", "HEAD").prefix(40))
    }

    func history(previous: GitHistory? = nil) throws -> GitHistory {
        let repository = try #require(GitRepository(enclosing: manifests))
        return try #require(GitHistory.read(manifests, in: repository, previous: previous))
    }
}

@Suite(.enabled(if: hasGit), .timeLimit(.minutes(2))) struct GitHistoryTests {
    private let tree = WorkTree()

    private func commits(_ history: GitHistory, _ names: String...) -> [String?] {
        names.map { history.commit(of: TreePath("\($0).yaml"))?.hash }
    }

    @Test func `each file has the commit that last touched it, and its author`() throws {
        tree.write("a")
        tree.write("b")
        let first = tree.commit("one")
        tree.write("b", "2")
        let second = tree.commit("two")
        tree.directory.write("x", to: "outside")
        let third = tree.commit("elsewhere")

        let history = try tree.history()

        #expect(commits(history, "a", "b") == [first, second])
        #expect(history.head == GitCommit(hash: third, author: "Ann <ann@example.com>"))
    }

    @Test func `a file that is changed, staged, new or ignored has no commit`() throws {
        for name in ["a", "b", "c"] { tree.write(name) }
        let first = tree.commit("one")
        tree.write("a", "2")
        tree.write("b", "2")
        tree.git("add", "deploy/b.yaml")
        tree.write("new\n")
        tree.write("ignored")
        tree.directory.write("ignored.yaml\n", to: ".gitignore")

        #expect(commits(try tree.history(), "a", "b", "c", "new\n", "ignored") == [nil, nil, first, nil, nil])
    }

    @Test func `what is known is carried on to the commits that follow, and not to those that don't`() throws {
        tree.write("a")
        let first = tree.commit("one")
        var history = try tree.history()
        tree.write("b")
        let second = tree.commit("two")

        history = try tree.history(previous: history)
        #expect(commits(history, "a", "b") == [first, second])

        tree.git("checkout", "-q", "-b", "other", first)
        tree.write("b", "other")
        let third = tree.commit("three")

        history = try tree.history(previous: history)
        #expect(commits(history, "a", "b") == [first, third])
    }

    @Test func `a repository without a commit has none to name`() throws {
        tree.write("a")

        let history = try tree.history()

        #expect(history.head == nil)
        #expect(commits(history, "a") == [nil])
    }

    @Test func `a linked work tree is one too`() throws {
        tree.write("a")
        let first = tree.commit("one")
        tree.git("worktree", "add", "-q", "linked")
        let path = tree.directory.absolute("linked/deploy")

        let repository = try #require(GitRepository(enclosing: path))
        let history = try #require(GitHistory.read(path, in: repository, previous: nil))

        #expect(repository.directory.hasSuffix("/.git/worktrees/linked"))
        #expect(commits(history, "a") == [first])
    }

    @Test func `a directory outside of git belongs to no repository`() {
        #expect(GitRepository(enclosing: TemporaryDirectory().path) == nil)
    }

    @Test func `no hook and no monitor of the repository is run`() throws {
        tree.write("a")
        tree.commit("one")
        let trace = tree.directory.absolute("trace")
        tree.directory.write("#!/bin/sh\necho ran >> \(trace)\n", to: "monitor")
        chmod(tree.directory.absolute("monitor"), 0o755)
        tree.git("config", "core.fsmonitor", tree.directory.absolute("monitor"))
        tree.git("config", "gpg.program", tree.directory.absolute("monitor"))
        tree.git("config", "log.showSignature", "true")
        tree.git("config", "core.pager", tree.directory.absolute("monitor"))
        unlink(trace)

        _ = try tree.history()

        #expect(access(trace, F_OK) != 0)
    }

    @Test(.enabled(if: geteuid() == 0), .enabled(if: access("/usr/bin/setpriv", X_OK) == 0))
    func `root asks git as the repository's owner`() throws {
        tree.write("a")
        let first = tree.commit("one")
        let trace = tree.directory.absolute("trace")
        // A filter is a program that the repository may name; it tells as whom it was run.
        tree.directory.write("deploy/*.yaml filter=spy\n", to: ".gitattributes")
        tree.git("config", "filter.spy.clean", "id -u >> \(trace); cat")
        mkfifo(tree.directory.absolute("unused"), 0o600)
        _ = try Command(
            program: "chown",
            arguments: ["-R", "65534:65534", tree.directory.path],
            environment: ["PATH=/usr/bin:/bin"]
        ).run()

        tree.write("a", "2")
        let history = try tree.history()

        #expect(history.head?.hash == first)
        let traced = try DiskTree(root: tree.directory.path).read(TreePath("trace"), limit: 100).bytes
        #expect(Set(String(decoding: traced, as: UTF8.self).split(separator: "\n")) == ["65534"])
    }
}

@Suite(.enabled(if: hasGit), .timeLimit(.minutes(2))) struct GitWatchTests {
    private let tree = WorkTree()
    /// git gets all the time that it needs, however busy the machine is.
    private let patient: DirectoryWatch.Options = {
        var options = DirectoryWatch.Options()
        options.gitPatience = .seconds(60)
        return options
    }()

    private func origin(_ set: DirectorySet, _ name: String) -> String? {
        set.places[name]?.commit?.hash
    }

    @Test func `the first set names the commits, an edit takes its file's away, a commit names its own`() async throws {
        tree.write("a")
        tree.write("b")
        let first = tree.commit("one")

        try await watching(tree.manifests, options: patient) { watching in
            let set = try await watching.last { $0.texts.count == 2 }
            #expect(set.head?.hash == first)
            #expect(["a", "b"].map { origin(set, $0) } == [first, first])

            tree.write("b", "2")
            let edited = try await watching.last { $0.texts["b"] == "2" }
            #expect(["a", "b"].map { origin(edited, $0) } == [first, nil])

            let second = tree.commit("two")
            let committed = try await watching.last { $0.head?.hash == second }
            #expect(["a", "b"].map { origin(committed, $0) } == [first, second])
            #expect(committed.changedNames == ["b"])
        }
    }

    @Test func `an edit that is taken back has its commit again`() async throws {
        tree.write("a")
        let first = tree.commit("one")

        try await watching(tree.manifests, options: patient) { watching in
            try await watching.last { origin($0, "a") == first }
            tree.write("a", "2")
            try await watching.last { origin($0, "a") == nil }
            tree.write("a", "1")
            try await watching.last { origin($0, "a") == first && $0.texts == ["a": "1"] }
        }
    }

    @Test func `checking out another branch is one set`() async throws {
        for number in 0..<50 { tree.write("map-\(number)") }
        tree.commit("one")
        tree.git("checkout", "-q", "-b", "other")
        for number in 0..<50 { tree.write("map-\(number)", "2") }
        for number in 50..<60 { tree.write("map-\(number)", "2") }
        let second = tree.commit("two")
        tree.git("checkout", "-q", "main")

        try await watching(tree.manifests, options: patient) { watching in
            try await watching.last { $0.texts.count == 50 }
            tree.git("checkout", "-q", "other")

            let set = try await watching.last { $0.texts.count == 60 }
            #expect(watching.sets.count == 2)
            #expect(set.changed.count == 60)
            #expect(set.changed.allSatisfy { $0.text == "2" && $0.origin.commit?.hash == second })
        }
    }

    @Test func `a git that doesn't answer delays no file, and its commits are named when it does`() async throws {
        tree.write("a")
        tree.write("b")
        let first = tree.commit("one")
        // A program that the repository names, which git waits for, which waits for the test.
        let gate = tree.directory.absolute("gate")
        mkfifo(gate, 0o600)
        tree.directory.write("deploy/a.yaml filter=slow\n", to: ".gitattributes")
        tree.git("config", "filter.slow.clean", "cat \(gate) > /dev/null; cat")
        tree.write("a", "2")
        var hasty = DirectoryWatch.Options()
        hasty.gitPatience = .milliseconds(1)

        try await watching(tree.manifests, options: hasty) { watching in
            let set = try await watching.last { $0.texts == ["a": "2", "b": "1"] }
            #expect(origin(set, "b") == nil)
            tree.write("b", "2")
            try await watching.last { $0.texts == ["a": "2", "b": "2"] }
            tree.write("b", "1")
            try await watching.last { $0.texts == ["a": "2", "b": "1"] }

            // A filter that waits at the gate finds a writer, and its end when that is closed; later ones, a file.
            let writer = open(gate, O_RDWR | O_CLOEXEC)
            tree.directory.remove("gate")
            tree.directory.write("", to: "gate")
            close(writer)
            try await watching.last { origin($0, "b") == first && origin($0, "a") == nil }
        }
    }

    @Test func `while git holds its lock nothing is read`() async throws {
        tree.write("a")
        tree.commit("one")

        try await watching(tree.manifests, options: patient) { watching in
            try await watching.last { $0.texts == ["a": "1"] }
            tree.directory.write("", to: ".git/index.lock")
            tree.write("a", "2")
            try await letEditsSettle()
            tree.write("b", "2")
            #expect(watching.sets.count == 1)

            tree.directory.remove(".git/index.lock")
            try await watching.last { $0.texts == ["a": "2", "b": "2"] }
            #expect(watching.sets.count == 2)
        }
    }

    @Test func `a checkout that is under way at the start is waited for`() async throws {
        tree.write("a")
        tree.commit("one")
        tree.directory.write("", to: ".git/index.lock")

        try await watching(tree.manifests, options: patient) { watching in
            try await letEditsSettle()
            #expect(watching.sets.isEmpty)
            tree.write("b")
            tree.directory.remove(".git/index.lock")

            try await watching.last { $0.texts.count == 2 }
            #expect(watching.sets.count == 1)
        }
    }
}
