import GitOps
import Glibc
import Testing

@Suite struct DirectoryScanTests {
    let directory = TemporaryDirectory()

    private func scan() throws -> DirectoryScan {
        DirectoryScan(try directory.tree())
    }

    private func names(_ scan: DirectoryScan) -> [String] {
        scan.files.keys.sorted().map(\.description)
    }

    @Test func `manifests are found at any depth, and nothing else`() throws {
        directory.makeDirectory("sub")
        directory.makeDirectory("sub/deep")
        directory.makeDirectory("sub.yaml")
        for name in [
            "a.yaml", "b.yml", "c.json", "README.md", "yaml", "sub/d.yaml", "sub/deep/e.yaml", "sub.yaml/f.yaml",
        ] {
            directory.write("x", to: name)
        }

        let scan = try scan()

        #expect(names(scan) == ["a.yaml", "b.yml", "c.json", "sub.yaml/f.yaml", "sub/d.yaml", "sub/deep/e.yaml"])
        #expect(scan.directories.sorted().map(\.description) == [".", "sub", "sub.yaml", "sub/deep"])
        #expect(scan.notes.isEmpty)
    }

    @Test func `hidden names and what .steadyignore names are left out`() throws {
        directory.makeDirectory(".git")
        directory.makeDirectory("charts")
        directory.write("charts/\n*.json\n", to: ".steadyignore")
        for name in [".hidden.yaml", ".git/a.yaml", "charts/b.yaml", "c.json", "d.yaml"] {
            directory.write("x", to: name)
        }

        #expect(names(try scan()) == ["d.yaml"])
    }

    @Test func `a link inside the tree is followed, relative or absolute`() throws {
        directory.makeDirectory(".data")
        directory.write("x", to: ".data/a.txt")
        directory.makeDirectory(".more")
        directory.write("x", to: ".more/b.yaml")
        directory.link("a.yaml", to: ".data/a.txt")
        directory.link("more", to: directory.absolute(".more"))

        let scan = try scan()

        #expect(names(scan) == ["a.yaml", "more/b.yaml"])
        #expect(scan.files[TreePath("a.yaml")]?.source == TreePath(".data/a.txt"))
        #expect(scan.files[TreePath("more/b.yaml")]?.source == TreePath(".more/b.yaml"))
        #expect(scan.directories.contains(TreePath(".data")))
    }

    @Test func `what two paths lead to is read once`() throws {
        directory.makeDirectory("z")
        directory.write("x", to: "z/a.yaml")
        directory.link("a.yaml", to: "z/a.yaml")
        directory.link("current", to: "z")

        let scan = try scan()

        #expect(names(scan) == ["z/a.yaml"])
        #expect(scan.notes.isEmpty)
    }

    @Test func `links that lead in a circle, out of the tree or nowhere are named and not followed`() throws {
        let outside = TemporaryDirectory()
        outside.write("x", to: "secret.yaml")
        directory.makeDirectory("sub")
        directory.write("x", to: "sub/a.yaml")
        directory.link("sub/loop", to: "..")
        directory.link("self.yaml", to: "self.yaml")
        directory.link("out.yaml", to: outside.absolute("secret.yaml"))
        directory.link("up", to: "../" + outside.path.dropFirst("/tmp/".count))
        directory.link("gone.yaml", to: "nowhere.yaml")
        directory.link("README.md", to: "../README.md")

        let scan = try scan()

        #expect(names(scan) == ["sub/a.yaml"])
        #expect(
            scan.notes.mapValues(\.message) == [
                TreePath("sub/loop"): "a symbolic link to ., in which it lies itself: not followed",
                TreePath("self.yaml"): "a symbolic link that leads in a circle: left out",
                TreePath("out.yaml"): "a symbolic link that leads out of the watched directory: left out",
                TreePath("up"): "a symbolic link that leads out of the watched directory: left out",
                TreePath("gone.yaml"): "a symbolic link that leads nowhere: left out",
            ]
        )
    }

    @Test(.timeLimit(.minutes(1)))
    func `a FIFO and a socket with a manifest's name are named and not opened`() throws {
        mkfifo(directory.absolute("pipe.yaml"), 0o644)
        mkfifo(directory.absolute("pipe"), 0o644)

        let scan = try scan()

        #expect(scan.files.isEmpty)
        #expect(scan.notes.mapValues(\.message) == [TreePath("pipe.yaml"): "is a FIFO, not a file: left out"])
        #expect(throws: FileTreeError.notRegular(.fifo)) {
            try directory.tree().read(TreePath("pipe.yaml"), limit: 100)
        }
    }

    @Test func `a name that is no text is a manifest like any other`() throws {
        let name: [UInt8] = Array("x\n".utf8) + [0xFF] + Array(".yaml".utf8)
        let file = open(
            (Array((directory.path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) },
            O_CREAT | O_WRONLY,
            0o644
        )
        close(file)

        #expect(names(try scan()) == ["x\\n\\xff.yaml"])
    }

    @Test func `a directory that can't be listed is unknown, not empty`() {
        var tree = MemoryTree(["a.yaml": "x", "sub/b.yaml": "x"])
        tree.failures[TreePath("sub")] = .failed(operation: "open", reason: "permission denied")

        let scan = DirectoryScan(tree)

        #expect(names(scan) == ["a.yaml"])
        #expect(scan.unknown == [TreePath("sub")])
        #expect(
            scan.notes[TreePath("sub")]?.message
                == "this directory can't be read: open: permission denied; what it stated before stays"
        )
    }

    @Test func `depth and number have bounds`() {
        var bounds = DirectoryScan.Bounds()
        bounds.depth = 2
        bounds.files = 2
        let tree = MemoryTree(["a/b/c/d.yaml": "x", "a/e.yaml": "x", "a/f.yaml": "x", "g.yaml": "x"])

        let scan = DirectoryScan(tree, bounds: bounds)

        #expect(names(scan) == ["a/e.yaml", "a/f.yaml"])
        #expect(scan.unknown == [TreePath("a/b/c")])
        #expect(scan.notes[TreePath("a/b/c")]?.message == "more than 2 directories deep: left unread")
        #expect(scan.notes[.root]?.message == "more than 2 manifests: the rest is left unread")
    }

    @Test func `a path that leads out is refused by the kernel`() throws {
        let outside = TemporaryDirectory()
        outside.write("secret", to: "secret.yaml")
        directory.link("out", to: outside.path)
        let tree = try directory.tree()

        #expect(throws: FileTreeError.leadsOut) { try tree.read(TreePath("out/secret.yaml"), limit: 100) }
        #expect(throws: FileTreeError.leadsOut) { try tree.read(TreePath("../../etc/passwd"), limit: 100_000) }
    }

    @Test func `a file over the limit is refused unread`() throws {
        truncate(directory.absolute("a"), 0)
        directory.write("x", to: "big.yaml")
        truncate(directory.absolute("big.yaml"), 100 << 20)

        #expect(throws: FileTreeError.tooLarge(limit: 16 << 20)) {
            try directory.tree().read(TreePath("big.yaml"), limit: 16 << 20)
        }
    }

    @Test func `a directory whose .steadyignore can't be read is unknown`() throws {
        directory.makeDirectory("sub")
        directory.write("x", to: "sub/a.yaml")
        mkfifo(directory.absolute("sub/.steadyignore"), 0o644)

        let scan = try scan()

        #expect(scan.files.isEmpty)
        #expect(scan.unknown == [TreePath("sub")])
        #expect(
            scan.notes[TreePath("sub")]?.message
                == "this directory can't be read: read .steadyignore: is a FIFO, not a file; what it stated before stays"
        )
    }
}
