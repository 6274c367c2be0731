import Model
import Testing
import YAML

@testable import GitOps

@Suite final class DirectoryReadingTests {
    private var reading = DirectoryReading(root: "manifests", parse: ManifestContent.parse)
    private var tree = MemoryTree(["web.yaml": manifest("web"), "db.yaml": manifest("db")])

    /// Looks at the whole tree, at a time at which every file has long been settled.
    private func read() -> DirectorySet? {
        look(.everything)
    }

    private func look(_ notices: Notices) -> DirectorySet? {
        reading.update(.success(tree), notices, now: 1_000_000_000_000)
        return reading.take()
    }

    @Test func `the first set states everything, in the order of the files`() throws {
        let set = try #require(read())

        #expect(set.number == 1)
        #expect(set.state == .readable)
        #expect(set.texts == ["web": "1", "db": "1"])
        #expect(set.changedNames == ["db", "web"])
        #expect(set.changed.map(\.origin.description) == ["db.yaml:1", "web.yaml:1"])
        #expect(set.problems.isEmpty)
    }

    @Test func `a set is only made when something differs`() {
        _ = read()
        tree.write(manifest("web"), to: TreePath("web.yaml"))

        #expect(read() == nil)
    }

    @Test func `an edit, a new file and one that is gone make one set`() throws {
        _ = read()
        tree.write(manifest("web", "2"), to: TreePath("web.yaml"))
        tree.write(manifest("queue"), to: TreePath("sub/queue.yaml"))
        tree.remove(TreePath("db.yaml"))

        let set = try #require(read())

        #expect(set.texts == ["web": "2", "queue": "1"])
        #expect(set.changedNames == ["queue", "web"])
        #expect(set.withdrawnNames == ["db"])
    }

    @Test func `a notice of a path is enough to see its change`() throws {
        _ = read()
        tree.write(manifest("web", "2"), to: TreePath("web.yaml"))
        tree.write(manifest("db", "2"), to: TreePath("db.yaml"))

        let set = try #require(look(Notices(paths: [TreePath("web.yaml")])))

        #expect(set.texts == ["web": "2", "db": "1"])
    }

    @Test func `an object that moves to another file is not withdrawn`() throws {
        _ = read()
        tree.remove(TreePath("web.yaml"))
        tree.write(manifest("db") + "---\n" + manifest("web"), to: TreePath("db.yaml"))

        let set = try #require(read())

        #expect(set.withdrawn.isEmpty)
        #expect(set.changed.map(\.origin.description) == ["db.yaml:8"])
    }

    @Test func `a file that doesn't parse keeps its last good objects in force`() throws {
        _ = read()
        tree.write(manifest("web", "2") + "---\nkind: [", to: TreePath("web.yaml"))
        tree.write(manifest("db", "2"), to: TreePath("db.yaml"))

        let set = try #require(read())

        #expect(set.texts == ["web": "1", "db": "2"])
        #expect(set.kept == [TreePath("web.yaml")])
        #expect(set.undecided.isEmpty)
        #expect(set.problems.count == 1)
        #expect(set.problems.first?.description.hasPrefix("web.yaml:") == true)

        tree.write(manifest("web", "3"), to: TreePath("web.yaml"))
        let mended = try #require(read())

        #expect(mended.texts == ["web": "3", "db": "2"])
        #expect(mended.kept.isEmpty)
        #expect(mended.problems.isEmpty)
    }

    @Test func `a file with an unknown field takes effect in no part`() throws {
        _ = read()
        tree.write(manifest("web", "2") + "---\n" + manifest("new") + "dta: {}\n", to: TreePath("web.yaml"))

        let set = try #require(read())

        #expect(set.texts == ["web": "1", "db": "1"])
        #expect(set.problems.first?.description == "web.yaml:14:1: dta: unknown field \"dta\", did you mean \"data\"?")
    }

    @Test func `a kind that Steady lacks leaves the rest of the file in force`() throws {
        _ = read()
        tree.write(
            "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: x}\n---\n" + manifest("web", "2"),
            to: TreePath("web.yaml")
        )

        let set = try #require(read())

        #expect(set.texts == ["web": "2", "db": "1"])
        #expect(set.problems.count == 1)
    }

    @Test func `a file that was never good is undecided: what came from it must not be pruned`() throws {
        tree.write("kind: [", to: TreePath("web.yaml"))

        let set = try #require(read())

        #expect(set.undecided == [TreePath("web.yaml")])
        #expect(!set.decides(onOrigin: "web.yaml"))
        #expect(set.decides(onOrigin: "db.yaml"))
    }

    @Test func `a file that can't be read keeps its last good objects in force`() throws {
        _ = read()
        tree.failures[TreePath("web.yaml")] = .failed(operation: "open", reason: "permission denied")
        tree.write(manifest("web", "2"), to: TreePath("web.yaml"))

        let set = try #require(read())

        #expect(set.texts == ["web": "1", "db": "1"])
        #expect(
            set.problems.map(\.description) == ["web.yaml: this file can't be read: open: permission denied"]
        )
    }

    @Test func `a file that is too large says why and keeps its last good objects in force`() throws {
        _ = read()
        tree.write(String(repeating: "#", count: (16 << 20) + 1), to: TreePath("web.yaml"))

        let set = try #require(read())

        #expect(set.texts["web"] == "1")
        #expect(
            set.problems.map(\.description)
                == ["web.yaml: larger than 16 MiB, far more than any object may have: left unread"]
        )
    }

    @Test func `a directory that can't be listed keeps all that it stated`() throws {
        tree.write(manifest("queue"), to: TreePath("sub/queue.yaml"))
        _ = read()
        tree.failures[TreePath("sub")] = .failed(operation: "open", reason: "permission denied")

        let set = try #require(read())

        #expect(set.texts.keys.sorted() == ["db", "queue", "web"])
        #expect(set.undecided == [TreePath("sub")])
        #expect(!set.decides(onOrigin: "sub/other.yaml"))
    }

    @Test func `a root that is gone states what it stated, and says that it is gone`() throws {
        _ = read()
        reading.update(.failure(.missing), Notices(), now: 0)

        let taken = reading.take()
        let gone = try #require(taken)

        #expect(gone.state == .missing)
        #expect(gone.texts.keys.sorted() == ["db", "web"])
        #expect(!gone.decides(onOrigin: "old.yaml"))

        let back = try #require(read())
        #expect(back.state == .readable)
        #expect(back.changed.isEmpty)
    }

    @Test func `a copy that comes later takes nothing, until what it copies is gone`() throws {
        _ = read()
        tree.write("# a copy\n" + manifest("web", "other"), to: TreePath("a/copy.yaml"))

        let set = try #require(read())

        #expect(set.texts == ["db": "1", "web": "1"])
        #expect(set.changed.isEmpty)
        #expect(
            set.problems.map(\.description)
                == ["a/copy.yaml:2:1: configmaps/default/web is stated twice: what web.yaml:1 says counts"]
        )

        tree.write("not: [closed", to: TreePath("web.yaml"))
        #expect(try #require(read()).texts["web"] == "1")

        tree.remove(TreePath("web.yaml"))
        let moved = try #require(read())
        #expect(moved.texts == ["db": "1", "web": "other"])
        #expect(moved.withdrawn.isEmpty && moved.problems.isEmpty)
    }

    @Test func `what an earlier daemon took from a file stays that file's`() throws {
        tree.write(manifest("web", "other"), to: TreePath("a/copy.yaml"))
        let web = ObjectKey(.configMap, namespace: "default", name: "web")
        reading = DirectoryReading(root: "manifests", holders: [web: "web.yaml"], parse: ManifestContent.parse)

        let set = try #require(read())

        #expect(set.texts == ["db": "1", "web": "1"])
        #expect(set.problems.map(\.file) == ["a/copy.yaml"])
    }

    @Test func `a copy takes nothing from a file that can't be understood after a restart`() throws {
        tree.write("not: [closed", to: TreePath("web.yaml"))
        tree.write(manifest("web", "other"), to: TreePath("a/copy.yaml"))
        let web = ObjectKey(.configMap, namespace: "default", name: "web")
        reading = DirectoryReading(root: "manifests", holders: [web: "web.yaml"], parse: ManifestContent.parse)

        let set = try #require(read())

        #expect(set.texts == ["db": "1"])
        #expect(!set.decides(onOrigin: "web.yaml"))
        let told = "web is stated by web.yaml, too, which can't be read now"
        #expect(set.problems.contains { $0.description.contains(told) })

        tree.write(manifest("queue"), to: TreePath("web.yaml"))
        #expect(try #require(read()).texts == ["db": "1", "queue": "1", "web": "other"])
    }

    @Test func `of two new statements of one object the first by path counts, and both places are named`() throws {
        tree.write(manifest("db") + "---\n" + manifest("web", "other"), to: TreePath("a/copy.yaml"))

        let set = try #require(read())

        #expect(set.texts == ["db": "1", "web": "other"])
        #expect(
            set.problems.map(\.description) == [
                "db.yaml:1:1: configmaps/default/db is stated twice: what a/copy.yaml:1 says counts",
                "web.yaml:1:1: configmaps/default/web is stated twice: what a/copy.yaml:8 says counts",
            ]
        )

        tree.remove(TreePath("a/copy.yaml"))
        let resolved = try #require(read())

        #expect(resolved.texts == ["db": "1", "web": "1"])
        #expect(resolved.withdrawn.isEmpty)
        #expect(resolved.problems.isEmpty)
    }

    @Test func `an object without a name is refused`() throws {
        tree.write("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  generateName: web-\n", to: TreePath("web.yaml"))

        let set = try #require(read())

        #expect(
            set.problems.map(\.description) == [
                "web.yaml:4:3: metadata.name: Required value: in a directory each object is known by its name"
            ]
        )
    }

    @Test func `lists and Marathon's own definitions state objects too`() throws {
        tree.write("{\"id\": \"/jobs/clock\", \"cmd\": \"date\"}", to: TreePath("clock.json"))
        tree.write(
            "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Namespace\n  metadata: {name: web}\n",
            to: TreePath("web.yaml")
        )

        let set = try #require(read())

        #expect(
            set.changed.map { "\($0.key) \($0.origin)" } == [
                "apps.marathon/default/jobs-clock clock.json:1", "configmaps/default/db db.yaml:1",
                "namespaces/web web.yaml:4",
            ]
        )
    }

    @Test func `a file that is being written is left alone until it is closed`() throws {
        _ = read()
        tree.write("apiVersion: v1\n", to: TreePath("web.yaml"))
        var notices = Notices.everything
        notices.beingWritten = [TreePath("web.yaml")]
        #expect(look(notices) == nil)

        tree.write(manifest("web", "2"), to: TreePath("web.yaml"))

        #expect(read()?.texts["web"] == "2")
    }

    @Test func `what .steadyignore comes to name is withdrawn`() throws {
        _ = read()
        tree.write("web.*\n", to: TreePath(".steadyignore"))

        #expect(read()?.withdrawnNames == ["web"])

        tree.write(manifest("web", "2"), to: TreePath("web.yaml"))
        #expect(look(Notices(paths: [TreePath("web.yaml")])) == nil)
    }

    @Test func `a second write within one tick of the file system's clock is seen`() throws {
        let directory = TemporaryDirectory()
        directory.write(manifest("web", "1"), to: "web.yaml")
        let status = try directory.tree().status(of: TreePath("web.yaml"))

        #expect(!status.isSettled(at: status.changed + 10_000_000))
        #expect(status.isSettled(at: status.changed + 200_000_000))
    }
}
