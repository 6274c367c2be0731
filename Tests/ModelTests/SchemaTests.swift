import Glibc
import Model
import Testing

@testable import ModelGenerator

@Suite struct SchemaTests {
    @Test func `the table knows what merging and publishing want to know`() throws {
        let ports = try #require(Schema["Container"]?.field("ports"))
        #expect(ports.listType == .map)
        #expect(ports.keys == ["containerPort", "protocol"])
        #expect(ports.mergeKey == "containerPort")
        #expect(ports.structure?.package == "io.k8s.api.core.v1")

        let probe = try #require(Schema["Probe"]?.field("httpGet"))
        #expect((probe.within, probe.number) == (1, 2))
        #expect(Schema.of(.deployment).field("spec")?.structure?.field("replicas")?.defaultText == "1")
        #expect(Schema["LabelSelector"]?.isAtomic == true)
        #expect(Schema.values(of: "RestartPolicy") == ["Always", "OnFailure", "Never"])
    }

    @Test func `every field has a description`() {
        for type in Schema.types.values.sorted(by: { $0.name < $1.name }) {
            #expect(!type.description.isEmpty, "\(type.name)")
            for field in type.fields { #expect(!field.description.isEmpty, "\(type.name).\(field.name)") }
        }
    }

    @Test func `the generated files are what the schema files say`() throws {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        let sources = try Directory(root + "/Sources/Model/Schema").contents(suffix: ".yaml")
        let generator = Generator(sources: sources)
        let present = try Directory(root + "/Sources/Model/Generated").contents(suffix: ".swift")

        #expect(generator.problems == [])
        #expect(generator.files.keys.sorted() == present.keys.sorted())
        for (name, text) in generator.files {
            #expect(present[name] == Array(text.utf8), "\(name) is stale: run make generate")
        }
    }

    @Test func `a kind is found by any of its names`() {
        #expect(["po", "pod", "pods", "Pod"].map { Kind(userText: $0) } == [.pod, .pod, .pod, .pod])
        #expect(Kind(userText: "deployments.apps") == .deployment)
        #expect(Kind(userText: "deployment.apps") == .deployment)
        #expect(Kind(userText: "deploy") == .deployment)
        #expect(Kind(userText: "jobs") == nil)
    }
}
