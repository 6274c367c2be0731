import Cluster
import Model
import Server
import Testing
import YAML

@Suite struct OpenAPITests {
    private func get(_ target: String, accept: String = "application/json") async throws -> (status: Int, value: Value)
    {
        try await answer(server(FakeCluster()), "GET", target, accept: accept)
    }

    @Test func `each group's document says that fields are validated here`() async throws {
        let index = try await get("/openapi/v3").value
        let apps = try await get("/openapi/v3/apis/apps/v1").value

        let patch = apps["paths"]?["/apis/apps/v1/namespaces/{namespace}/deployments/{name}"]?["patch"]
        let address = index["paths"]?["apis/apps/v1"]?["serverRelativeURL"]?.string
        #expect(address?.hasPrefix("/openapi/v3/apis/apps/v1?hash=") == true)
        #expect(patch?["parameters"]?.array?.contains { $0["name"] == "fieldValidation" } == true)
        #expect(patch?["x-kubernetes-group-version-kind"]?["kind"] == "Deployment")
        #expect(try await get("/openapi/v3/apis/nope/v1").status == 404)
    }

    @Test func `fields have their types, texts, defaults and ways of merging`() async throws {
        let schemas = try await get("/openapi/v3/apis/apps/v1").value["components"]?["schemas"]

        let deployment = schemas?["io.k8s.api.apps.v1.Deployment"]
        let spec = schemas?["io.k8s.api.apps.v1.DeploymentSpec"]?["properties"]
        let containers = schemas?["io.k8s.api.core.v1.PodSpec"]?["properties"]?["containers"]
        #expect(deployment?["x-kubernetes-group-version-kind"]?.array?.first?["kind"] == "Deployment")
        #expect(
            deployment?["properties"]?["spec"]?["allOf"]
                == [["$ref": "#/components/schemas/io.k8s.api.apps.v1.DeploymentSpec"]]
        )
        #expect(spec?["replicas"]?["type"] == "integer")
        #expect(spec?["replicas"]?["default"] == 1)
        #expect(spec?["replicas"]?["description"]?.string?.isEmpty == false)
        #expect(
            containers?["items"]?["allOf"]?.array?.first?["$ref"] == "#/components/schemas/io.k8s.api.core.v1.Container"
        )
        #expect(containers?["x-kubernetes-list-map-keys"] == ["name"])
        #expect(containers?["x-kubernetes-patch-merge-key"] == "name")
        #expect(containers?["x-kubernetes-patch-strategy"] == "merge")
    }

    @Test(arguments: ["/openapi/v2", "/openapi/v3/api/v1", "/openapi/v3/apis/apps/v1", "/openapi/v3/apis/marathon/v2"])
    func `every type that is referred to is described`(target: String) async throws {
        let document = try await get(target).value
        let schemas = document["definitions"] ?? document["components"]?["schemas"]

        let references = Set(references(in: document))
        #expect(!references.isEmpty)
        for reference in references.sorted() {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            #expect(schemas?[name] != nil, "\(reference)")
        }
    }

    private func references(in value: Value) -> [String] {
        if let elements = value.array { return elements.flatMap(references) }
        return (value.object?.keys ?? []).flatMap { key -> [String] in
            guard let inner = value[key] else { return [] }
            if key == "$ref", let text = inner.string { return [text] }
            return references(in: inner)
        }
    }

    @Test func `one document holds all kinds for clients that read version 2`() async throws {
        let document = try await get("/openapi/v2").value
        let protobuf = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf"

        #expect(document["swagger"] == "2.0")
        #expect(document["definitions"]?["io.k8s.api.core.v1.Pod"] != nil)
        #expect(document["definitions"]?["dev.steady.marathon.v2.App"] != nil)
        #expect(try await get("/openapi/v2", accept: protobuf).status == 406)
    }

    @Test(arguments: ["/openapi/v2", "/openapi/v3", "/openapi/v3/api/v1", "/api", "/apis"])
    func `who has a document already is told that it still holds`(target: String) async throws {
        var call = Call(method: "GET", target: target)
        let first = await server(FakeCluster()).reply(to: call)
        let tag = first.headers.first { $0.name == "ETag" }?.value

        call.ifNoneMatch = tag.map { "\"other\", \($0)" }
        let second = await server(FakeCluster()).reply(to: call)
        call.ifNoneMatch = "\"other\""
        let third = await server(FakeCluster()).reply(to: call)

        #expect([first.status, second.status, third.status] == [200, 304, 200])
        guard case .bytes(let bytes) = second.body else {
            Issue.record("a stream was answered")
            return
        }
        #expect(bytes.isEmpty)
    }
}
