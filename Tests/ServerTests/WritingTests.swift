import Cluster
import Controllers
import Model
import Server
import Testing
import YAML

/// Writes through the API to a real control plane.
@Suite struct WritingTests {
    private static let deployments = "/apis/apps/v1/namespaces/default/deployments"
    private static let configMaps = "/api/v1/namespaces/default/configmaps"
    private static let web = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"replicas":2,
        "selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
        "spec":{"containers":[{"name":"c","command":["sleep","1"]}]}}}}
        """

    private func configMap(_ name: String, _ data: String = "{}") -> String {
        #"{"metadata":{"name":"\#(name)"},"data":\#(data)}"#
    }

    @Test func `what is created has defaults, an identity and an owner of its fields`() async throws {
        try await withLiveCluster { driver in
            let (status, value) = try await answer(server(driver), "POST", Self.deployments, body: Self.web)

            #expect(status == 201)
            #expect(value["spec"]?["strategy"]?["type"] == "RollingUpdate")
            #expect(value["metadata"]?["uid"]?.string?.isEmpty == false)
            #expect(value["metadata"]?["managedFields"]?.array?.first?["manager"] == "tester")
            let again = try await answer(server(driver), "POST", Self.deployments, body: Self.web)
            #expect(again.status == 409)
            #expect(again.value["reason"] == "AlreadyExists")
        }
    }

    @Test func `unknown fields are refused, warned of or ignored as the caller says`() async throws {
        try await withLiveCluster { driver in
            let body = #"{"metadata":{"name":"a","nme":"x"},"dta":{}}"#
            let strict = try await answer(
                server(driver),
                "POST",
                Self.configMaps + "?fieldValidation=Strict",
                body: body
            )
            let reply = await server(driver).reply(
                to: Call(method: "POST", target: Self.configMaps + "?dryRun=All", body: Array(body.utf8))
            )

            #expect(strict.status == 400)
            #expect(
                strict.value["message"]
                    == "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: unknown field \"metadata.nme\", unknown field \"dta\""
            )
            #expect(reply.status == 201)
            #expect(
                reply.headers.map(\.value) == [
                    #"299 - "unknown field \"metadata.nme\"""#, #"299 - "unknown field \"dta\"""#,
                ]
            )
            #expect(driver.state.object(ObjectKey(.configMap, namespace: "default", name: "a")) == nil)
        }
    }

    @Test(arguments: [
        ("{not json", "application/json", 400, "the object provided is unrecognized (must be of type ConfigMap)"),
        (#"{"kind":"Pod"}"#, "application/json", 400, "the kind in the data (Pod) does not match"),
        (#"{"apiVersion":"v2"}"#, "application/json", 400, "the API version in the data (v2) does not match"),
        ("k8s\0", "application/vnd.kubernetes.protobuf", 415, "the body of the request was in an unknown format"),
        (
            #"{"metadata":{"name":"a","namespace":"other"}}"#, "application/json", 400,
            "the namespace of the provided object does not match the namespace sent on the request"
        ),
    ])
    func `bodies that do not fit are refused`(body: String, type: String, status: Int, message: String) async throws {
        try await withLiveCluster { driver in
            let answer = try await answer(server(driver), "POST", Self.configMaps, contentType: type, body: body)

            #expect(answer.status == status)
            #expect(answer.value["message"]?.string?.hasPrefix(message) == true)
        }
    }

    @Test(arguments: [("POST", "", "CreateOptions"), ("PUT", "/a", "UpdateOptions")])
    func `a field validation that nobody knows is refused, and the options named`(
        method: String,
        name: String,
        options: String
    ) async throws {
        let target = Self.configMaps + name + "?fieldValidation=Sometimes"
        let refused = try await answer(server(FakeCluster()), method, target, body: configMap("a"))

        #expect(refused.status == 422)
        #expect(
            refused.value["message"]
                == .string(
                    "\(options).meta.k8s.io \"\" is invalid: fieldValidation: Unsupported value: \"Sometimes\": "
                        + "supported values: \"Ignore\", \"Strict\", \"Warn\""
                )
        )
    }

    @Test func `YAML is read, too`() async throws {
        try await withLiveCluster { driver in
            let answer = try await answer(
                server(driver),
                "POST",
                Self.configMaps,
                contentType: "application/yaml",
                body: "metadata: {name: a}\ndata: {x: no}\n"
            )

            #expect(answer.status == 201)
            #expect(answer.value["data"] == ["x": "no"])
        }
    }

    @Test func `patches of each sort change what they say`() async throws {
        try await withLiveCluster { driver in
            let target = Self.configMaps + "/a"
            _ = try await answer(server(driver), "POST", Self.configMaps, body: configMap("a", #"{"x":"1"}"#))
            for (type, body) in [
                ("application/merge-patch+json", #"{"data":{"y":"2"}}"#),
                ("application/strategic-merge-patch+json", #"{"data":{"z":"3"}}"#),
                ("application/json-patch+json", #"[{"op":"remove","path":"/data/x"}]"#),
            ] {
                let patched = try await answer(server(driver), "PATCH", target, contentType: type, body: body)
                #expect(patched.status == 200)
            }
            let unknown = try await answer(server(driver), "PATCH", target, contentType: "text/plain", body: "x")

            let value = try await answer(server(driver), "GET", target).value
            #expect(value["data"] == ["y": "2", "z": "3"])
            #expect(unknown.status == 415)
        }
    }

    @Test func `an apply makes, changes and leaves alone`() async throws {
        try await withLiveCluster { driver in
            let type = "application/apply-patch+yaml"
            let target = Self.configMaps + "/a?fieldManager=m"
            func apply(_ data: String) async throws -> (status: Int, value: Value) {
                let body = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: \(data)\n"
                return try await answer(server(driver), "PATCH", target, contentType: type, body: body)
            }

            let made = try await apply("{x: '1', y: '2'}")
            let same = try await apply("{x: '1', y: '2'}")
            let less = try await apply("{x: '1'}")
            let nameless = try await answer(
                server(driver),
                "PATCH",
                Self.configMaps + "/a",
                contentType: type,
                body: "apiVersion: v1\nkind: ConfigMap\n"
            )

            #expect(made.status == 201)
            #expect(same.status == 200)
            #expect(same.value["metadata"]?["resourceVersion"] == made.value["metadata"]?["resourceVersion"])
            #expect(less.value["data"] == ["x": "1"])
            #expect(nameless.status == 422)
        }
    }

    @Test func `a dry run tells what would be and changes nothing`() async throws {
        try await withLiveCluster { driver in
            let made = try await answer(server(driver), "POST", Self.configMaps, body: configMap("a")).value

            let dry = try await answer(
                server(driver),
                "PATCH",
                Self.configMaps + "/a?dryRun=All",
                contentType: "application/merge-patch+json",
                body: #"{"data":{"x":"1"}}"#
            )
            let bogus = try await answer(
                server(driver),
                "POST",
                Self.configMaps + "?dryRun=Some",
                body: configMap("b")
            )

            #expect(dry.value["data"] == ["x": "1"])
            #expect(dry.value["metadata"]?["resourceVersion"] == made["metadata"]?["resourceVersion"])
            #expect(try await answer(server(driver), "GET", Self.configMaps + "/a").value["data"] == nil)
            #expect(bogus.status == 422)
        }
    }

    @Test func `scale is a part of a deployment`() async throws {
        try await withLiveCluster { driver in
            _ = try await answer(server(driver), "POST", Self.deployments, body: Self.web)
            let target = Self.deployments + "/web/scale"

            let before = try await answer(server(driver), "GET", target).value
            let after = try await answer(
                server(driver),
                "PATCH",
                target,
                contentType: "application/merge-patch+json",
                body: #"{"spec":{"replicas":5}}"#
            )

            #expect(before["kind"] == "Scale")
            #expect(before["spec"]?["replicas"] == 2)
            #expect(before["status"]?["selector"] == "app=web")
            #expect(after.status == 200)
            #expect(after.value["spec"]?["replicas"] == 5)
            let deployment = try await answer(server(driver), "GET", Self.deployments + "/web").value
            #expect(deployment["spec"]?["replicas"] == 5)
        }
    }

    @Test(arguments: [
        ("3000000000", "spec.replicas: Invalid value: 3000000000: must be from 0 to 2147483647"),
        ("-1", "spec.replicas: Invalid value: -1: must be from 0 to 2147483647"),
        ("\"many\"", "spec.replicas is missing or no number"),
    ])
    func `a scale that no deployment can have is refused`(replicas: String, words: String) async throws {
        let refused = try await answer(
            server(FakeCluster()),
            "PATCH",
            Self.deployments + "/web/scale",
            contentType: "application/merge-patch+json",
            body: #"{"spec":{"replicas":\#(replicas)}}"#
        )

        #expect(refused.status == 400)
        #expect(refused.value["message"]?.string?.hasSuffix(words) == true)
    }

    @Test(arguments: [
        ("POST", "/api/v1/namespaces/default/configmaps/a", 405),
        ("PUT", "/api/v1/namespaces/default/configmaps", 405),
        ("POST", "/api/v1/configmaps", 405),
        ("POST", "/version", 405),
        ("BREW", "/api/v1/pods", 405),
        ("DELETE", "/apis/apps/v1/namespaces/default/deployments/a/status", 405),
        ("POST", "/api/v1/namespaces/default/pods/a/log", 405),
        ("GET", "/api/v1/namespaces/default/configmaps/a/scale", 404),
        ("PUT", "/api/v1/namespaces/default/configmaps/a/status", 404),
        ("GET", "/api/v1/namespaces/default/configmaps/a/log", 404),
        ("GET", "/api/v1/nodes/a/exec", 404),
        ("GET", "/api/v1/namespaces/default/pods/a/portforward", 404),
    ])
    func `parts that a kind lacks are not found, methods that a path lacks not allowed`(
        method: String,
        target: String,
        status: Int
    ) async throws {
        let found = try await answer(server(FakeCluster()), method, target)

        #expect(found.status == status)
    }

    @Test func `a stale version is a conflict`() async throws {
        try await withLiveCluster { driver in
            let made = try await answer(server(driver), "POST", Self.configMaps, body: configMap("a")).value
            let version = made["metadata"]?["resourceVersion"]?.string ?? ""
            let body = #"{"metadata":{"name":"a","resourceVersion":"\#(version)"},"data":{"x":"1"}}"#

            let first = try await answer(server(driver), "PUT", Self.configMaps + "/a", body: body)
            let second = try await answer(server(driver), "PUT", Self.configMaps + "/a", body: body)
            let misnamed = try await answer(server(driver), "PUT", Self.configMaps + "/a", body: configMap("b"))

            #expect(first.status == 200)
            #expect(second.status == 409)
            #expect(second.value["reason"] == "Conflict")
            #expect(
                misnamed.value["message"]
                    == "the name of the object (b) does not match the name on the URL (a)"
            )
        }
    }
}
