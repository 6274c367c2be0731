import Testing

@testable import GitOps

@Suite struct RootTrailTests {
    let directory = TemporaryDirectory()

    private func steps(_ name: String) -> [String] {
        RootTrail(to: directory.absolute(name)).steps.map { step in
            String((step.directory + " " + step.name).dropFirst(directory.path.count))
        }
    }

    @Test func `a plain path depends on its last name`() {
        directory.makeDirectory("a")
        directory.makeDirectory("a/b")

        #expect(steps("a/b") == ["/a b"])
    }

    @Test func `a path depends on every link on its way`() {
        directory.makeDirectory("releases")
        directory.makeDirectory("releases/2")
        directory.makeDirectory("releases/2/manifests")
        directory.link("current", to: "releases/2")
        directory.link("now", to: directory.absolute("current"))

        #expect(steps("now/manifests") == [" now", " current", "/releases/2 manifests"])
    }

    @Test func `a missing path depends on the first name that is missing`() {
        directory.makeDirectory("a")

        #expect(steps("a/b/c/d") == ["/a b"])
    }

    @Test func `links that lead in a circle end the search`() {
        directory.link("x", to: "x")

        #expect(steps("x").count <= 41)
    }
}
