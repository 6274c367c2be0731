import Client
import Cluster
import Controllers
import Model
import Server
import Testing
import YAML

@Suite struct ReadingTests {
    private let cluster = FakeCluster()

    private func get(_ target: String, accept: String = "application/json") async throws -> (status: Int, value: Value)
    {
        try await answer(server(cluster), "GET", target, accept: accept)
    }

    @Test func `an object is answered whole`() async throws {
        cluster.put(configMap("a", data: ["x": "1"]))

        let (status, value) = try await get("/api/v1/namespaces/g/configmaps/a")

        #expect(status == 200)
        #expect(value["kind"] == "ConfigMap")
        #expect(value["metadata"]?["resourceVersion"] == "1")
        #expect(value["data"] == ["x": "1"])
    }

    @Test func `what is not there is a Status in the API's words`() async throws {
        let (status, value) = try await get("/apis/apps/v1/namespaces/g/deployments/web")

        #expect(status == 404)
        #expect(
            value == [
                "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Failure",
                "message": "deployments.apps \"web\" not found", "reason": "NotFound",
                "details": ["name": "web", "group": "apps", "kind": "deployments"], "code": 404,
            ]
        )
    }

    @Test func `an unknown path is plain text`() async throws {
        let reply = await server(cluster).reply(to: Call(method: "GET", target: "/nope"))

        #expect(reply.status == 404)
        #expect(reply.contentType == "text/plain; charset=utf-8")
    }

    @Test func `lists are of one namespace or of all, and sorted`() async throws {
        for name in ["b", "a"] { cluster.put(configMap(name)) }
        cluster.put(configMap("c", namespace: "h"))

        let one = try await get("/api/v1/namespaces/g/configmaps").value
        let all = try await get("/api/v1/configmaps").value

        #expect(names(one) == ["a", "b"])
        #expect(names(all) == ["a", "b", "c"])
        #expect(one["kind"] == "ConfigMapList")
        #expect(one["metadata"]?["resourceVersion"] == "3")
    }

    @Test func `selectors select`() async throws {
        cluster.put(configMap("a", labels: ["tier": "web"]))
        cluster.put(configMap("b", labels: ["tier": "db"]))

        #expect(names(try await get("/api/v1/configmaps?labelSelector=tier%3Dweb").value) == ["a"])
        #expect(names(try await get("/api/v1/configmaps?fieldSelector=metadata.name!%3Da").value) == ["b"])
    }

    @Test(arguments: [
        ("labelSelector=a%3D%3D%3Db", 400, "unable to parse requirement: found '=', expected: identifier"),
        ("limit=abc", 400, "strconv.ParseInt: parsing \"abc\": invalid syntax"),
        ("resourceVersion=999", 504, "Timeout: Too large resource version: 999, current: 1"),
        ("continue=garbage", 400, "invalid continue token: continue key is not valid"),
        ("fieldSelector=spec.x%3D1", 400, "field label not supported: spec.x"),
        (
            "resourceVersionMatch=Exact", 422,
            "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: "
                + "Forbidden: is forbidden unless resourceVersion is provided"
        ),
    ])
    func `what a list cannot be asked is refused`(query: String, status: Int, message: String) async throws {
        cluster.put(configMap("a"))

        let answer = try await get("/api/v1/configmaps?\(query)")

        #expect(answer.status == status)
        #expect(answer.value["message"] == .string(message))
    }

    @Test func `all pages of a list come from the state of its first`() async throws {
        for name in ["a", "b", "c", "d", "e"] { cluster.put(configMap(name)) }

        let first = try await self.pages(
            server(cluster),
            then: {
                cluster.delete(ObjectKey(.configMap, namespace: "g", name: "d"))
                cluster.put(configMap("aa"))
            }
        )

        #expect(first == [["a", "b"], ["c", "d"], ["e"]])
    }

    private func pages(_ server: APIServer, then change: () -> Void) async throws -> [[String]] {
        var pages: [[String]] = []
        var token: String? = ""
        while let current = token {
            let value = try await answer(server, "GET", "/api/v1/configmaps?limit=2&continue=\(current)").value
            pages.append(names(value))
            if pages.count == 1 {
                #expect(value["metadata"]?["remainingItemCount"] == 3)
                change()
            }
            token = value["metadata"]?["continue"]?.string
        }
        return pages
    }

    @Test func `a table has columns and rows`() async throws {
        cluster.put(configMap("a", data: ["x": "1", "y": "2"]))

        let value = try await get(
            "/api/v1/namespaces/g/configmaps",
            accept: "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"
        ).value

        #expect(value["kind"] == "Table")
        #expect(value["columnDefinitions"]?.array?.map { $0["name"] } == ["Name", "Data", "Age"])
        #expect(value["rows"]?.array?[0]["cells"] == ["a", 2, "<unknown>"])
        #expect(value["rows"]?.array?[0]["object"]?["kind"] == "PartialObjectMetadata")
    }

    @Test func `a form that nobody has is not acceptable`() async throws {
        let answer = try await get("/api/v1/pods", accept: "image/png")

        #expect(answer.status == 406)
        #expect(answer.value["reason"] == "NotAcceptable")
    }

    @Test func `discovery lists what there is`() async throws {
        let core = try await get("/api/v1").value
        let apps = try await get("/apis/apps").value
        let aggregated = try await get(
            "/apis",
            accept: "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
        ).value

        let names = core["resources"]?.array?.compactMap { $0["name"]?.string } ?? []
        #expect(names.contains("pods") && names.contains("pods/log") && names.contains("services"))
        #expect(apps["preferredVersion"]?["groupVersion"] == "apps/v1")
        #expect(aggregated["kind"] == "APIGroupDiscoveryList")
    }

    @Test func `who asks it to go down hears that it did, before the daemon leaves`() async throws {
        let steady = FakeSteady()

        try await withDaemon(server(cluster, steady: steady)) { daemon in
            let body = Array(#"{"gracePeriodSeconds":7}"#.utf8)
            let (head, _) = try await daemon.send(HTTPRequest("POST", "/steady/v1/down", body: body))

            #expect(head.status == 200)
        }
        #expect(steady.downs.all == ["down within 7.0 seconds", "left"])
    }

    @Test func `who asks it to go down hears what could not be removed`() async throws {
        let steady = FakeSteady(trouble: FakeSteady.Refused(description: "pod a: busy"))

        try await withDaemon(server(cluster, steady: steady)) { daemon in
            let (head, body) = try await daemon.send(HTTPRequest("POST", "/steady/v1/down"))

            #expect(head.status == 500)
            #expect(String(decoding: body, as: UTF8.self).contains("pod a: busy"))
        }
        #expect(steady.downs.all == ["down", "left"])
    }

    @Test(arguments: [
        ("{", "the body is no JSON: "),
        ("{}", "items: a list of manifests is expected"),
        (#"{"items":[{"manifest":{"apiVersion":"v2","kind":"Foo"}}]}"#, "Steady has no kind v2 Foo"),
        (#"{"items":[{"manifest":{"apiVersion":"v1","kind":"Pod"}}]}"#, "a Pod without a name can't be planned"),
    ])
    func `a plan that can't be made says why`(body: String, words: String) async throws {
        let refused = try await answer(server(FakeCluster()), "POST", "/steady/v1/plan", body: body)

        #expect(refused.status == 400)
        #expect(refused.value["message"]?.string?.hasPrefix(words) == true)
    }

    @Test func `steady's own paths are answered`() async throws {
        #expect(try await get("/steady/v1/version").value["version"] == "1.2.3")
        #expect(try await get("/steady/v1/why/pods/g/web").value["what"] == "made")
        #expect(try await get("/steady/v1/why/pods/g/other").status == 404)
        #expect(try await get("/steady/v1/nope").status == 404)
        #expect(try await get("/healthz").status == 200)
    }
}

func names(_ list: Value) -> [String] {
    (list["items"]?.array ?? []).compactMap { $0["metadata"]?["name"]?.string }
}

/// What the server answers to a call, as data. Text is a string.
func answer(
    _ server: APIServer,
    _ method: String,
    _ target: String,
    accept: String = "application/json",
    contentType: String? = nil,
    body: String = ""
) async throws -> (status: Int, value: Value) {
    let call = Call(
        method: method,
        target: target,
        accept: accept,
        contentType: contentType,
        userAgent: "tester/1",
        user: "ada",
        body: Array(body.utf8)
    )
    let reply = await server.reply(to: call)
    guard case .bytes(let bytes) = reply.body else {
        Issue.record("a stream was answered")
        return (reply.status, .null)
    }
    let isJSON = reply.contentType.hasPrefix("application/json")
    return (reply.status, isJSON ? try Value.parse(json: bytes) : .string(String(decoding: bytes, as: UTF8.self)))
}
