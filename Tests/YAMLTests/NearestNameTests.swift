import Testing
import YAML

struct NearestNameTests {
    private let fields = [
        "containers", "initContainers", "imagePullPolicy", "image", "name", "ports", "env", "envFrom",
    ]

    @Test(arguments: [
        ("container", "containers"), ("contianers", "containers"), ("imagepullpolicy", "imagePullPolicy"),
        ("Image", "image"),
        ("prots", "ports"), ("nmae", "name"), ("envfrom", "envFrom"), ("evn", "env"),
    ])
    func `a slip of the pen finds its name`(written: String, meant: String) {
        #expect(NearestName.nearest(to: written, among: fields) == meant)
    }

    @Test(arguments: ["", "x", "replicas", "volumes", String(repeating: "name", count: 1000)])
    func `what resembles nothing finds nothing`(written: String) {
        #expect(NearestName.nearest(to: written, among: fields) == nil)
    }

    @Test func `of equally near names the first by alphabet is taken`() {
        #expect(NearestName.nearest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
        #expect(NearestName.nearest(to: "cat", among: []) == nil)
    }
}
