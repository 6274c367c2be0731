import Cluster
import Testing

@Suite struct OriginTests {
    @Test(arguments: [
        (Origin(path: "web.yaml", line: 3), "web.yaml:3"),
        (Origin(path: "web.yaml", line: 3, commit: "4f2a1c9", author: "Ada L <a@b.c>"), "web.yaml:3 (4f2a1c9, Ada L)"),
        (Origin(path: "web.yaml", commit: "4f2a1c9", author: "<a@b.c>"), "web.yaml (4f2a1c9, <a@b.c>)"),
        (Origin(path: "web.yaml", commit: "4f2a1c9"), "web.yaml (4f2a1c9)"),
        (Origin(call: "scale", user: "root"), "scale by root"),
    ])
    func `is told in a few words`(origin: Origin, words: String) {
        #expect(origin.description == words)
    }
}
