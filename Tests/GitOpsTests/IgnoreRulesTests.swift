import Testing

@testable import GitOps

@Suite struct IgnoreRulesTests {
    /// The answers are those of `git check-ignore`.
    @Test(arguments: [
        ("*.json", "a.json", true),
        ("*.json", "deep/down/a.json", true),
        ("*.json", "a.yaml", false),
        ("/a.yaml", "a.yaml", true),
        ("/a.yaml", "sub/a.yaml", false),
        ("sub/a.yaml", "sub/a.yaml", true),
        ("sub/a.yaml", "other/sub/a.yaml", false),
        ("build/", "build/a.yaml", true),
        ("build/", "sub/build/a.yaml", true),
        ("build/", "build", false),
        ("**/old/*.yaml", "x/y/old/a.yaml", true),
        ("**/old/*.yaml", "old/a.yaml", true),
        ("sub/**", "sub/x/a.yaml", true),
        ("sub/**/a.yaml", "sub/a.yaml", true),
        ("sub/**/a.yaml", "sub/x/y/a.yaml", true),
        ("sub/*/a.yaml", "sub/x/y/a.yaml", false),
        ("draft-?.yaml", "draft-1.yaml", true),
        ("draft-?.yaml", "draft-ü.yaml", true),
        ("draft-?.yaml", "draft-12.yaml", false),
        ("[a-c].yaml", "b.yaml", true),
        ("[!a-c].yaml", "b.yaml", false),
        ("[!a-c].yaml", "d.yaml", true),
        ("[]].yaml", "].yaml", true),
        ("[a", "[a", true),
        ("\\#x.yaml", "#x.yaml", true),
        ("\\!x.yaml", "!x.yaml", true),
        ("# a comment", "# a comment", false),
        ("", "a.yaml", false),
        ("a.yaml   ", "a.yaml", true),
        ("a.yaml\r", "a.yaml", true),
        ("*.yaml\n!keep.yaml", "keep.yaml", false),
        ("!keep.yaml\n*.yaml", "keep.yaml", true),
        ("sub\n!sub/a.yaml", "sub/a.yaml", true),
    ])
    func `a pattern means what it means to git`(lines: String, path: String, isIgnored: Bool) {
        var rules = IgnoreRules()

        rules.add(Array(lines.utf8), in: .root)

        #expect(rules.ignoresAnywhere(TreePath(path)) == isIgnored)
    }

    @Test func `the file in the deeper directory has the last word`() {
        var rules = IgnoreRules()
        rules.add(Array("*.json".utf8), in: .root)
        rules.add(Array("!*.json\n/x.yaml".utf8), in: TreePath("sub"))

        #expect(rules.ignoresAnywhere(TreePath("a.json")))
        #expect(!rules.ignoresAnywhere(TreePath("sub/a.json")))
        #expect(rules.ignoresAnywhere(TreePath("sub/x.yaml")))
        #expect(!rules.ignoresAnywhere(TreePath("sub/deep/x.yaml")))
    }

    @Test func `a pattern full of stars is decided at once`() {
        var rules = IgnoreRules()
        rules.add(
            Array((String(repeating: "*a", count: 60) + "b/" + String(repeating: "**/x/", count: 60)).utf8),
            in: .root
        )
        let path = TreePath(String(repeating: "a", count: 250) + String(repeating: "/x", count: 1000))

        #expect(!rules.ignores(path, isDirectory: false))
    }
}
