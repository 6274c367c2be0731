import GitOps
import Testing

@Suite struct TreePathTests {
    @Test func `a name with a newline is printed on one line`() {
        #expect(TreePath("a\nb\tc.yaml").description == "a\\nb\\tc.yaml")
    }

    @Test func `bytes that are no text are printed as hexadecimal numbers`() {
        #expect(TreePath(bytes: [0x61, 0xFF, 0x07]).description == "a\\xff\\x07")
    }

    @Test func `a backslash is doubled so that no two names read alike`() {
        #expect(TreePath("a\\nb").description == "a\\\\nb")
    }

    @Test func `marks that turn the direction of text are shown`() {
        #expect(TreePath("web\u{202E}lmay.yaml").description == "web\\u{202e}lmay.yaml")
    }

    @Test func `a path lies within its directory and not within one whose name it begins with`() {
        #expect(TreePath("a/b.yaml").isWithin(TreePath("a")))
        #expect(TreePath("a").isWithin(TreePath("a")))
        #expect(TreePath("a").isWithin(.root))
        #expect(!TreePath("ab/c.yaml").isWithin(TreePath("a")))
    }

    @Test func `a path knows its name and its directory`() {
        let path = TreePath("a/b/c.yaml")

        #expect(Array(path.name) == Array("c.yaml".utf8))
        #expect(path.parent == TreePath("a/b"))
        #expect(TreePath("c.yaml").parent == .root)
        #expect(TreePath.root.appending(Array("x".utf8)) == TreePath("x"))
    }
}
