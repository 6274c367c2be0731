import Cluster
import Controllers
import Model
import Server
import Testing
import YAML

/// Deletions and rehearsals of writes, put to a real control plane.
@Suite struct DeletingTests {
    private static let configMaps = "/api/v1/namespaces/default/configmaps"
    private static let replicaSets = "/apis/apps/v1/namespaces/default/replicasets"

    private func makeConfigMaps(_ names: String..., on driver: ControlPlaneDriver) async throws {
        for name in names {
            let body = #"{"metadata":{"name":"\#(name)","labels":{"n":"\#(name)"}}}"#
            let made = try await answer(server(driver), "POST", Self.configMaps, body: body)
            #expect(made.status == 201)
        }
    }

    private func remaining(_ driver: ControlPlaneDriver) async throws -> [String] {
        names(try await answer(server(driver), "GET", Self.configMaps).value)
    }

    @Test func `what is deleted is gone, and its uid is told`() async throws {
        try await withLiveCluster { driver in
            try await makeConfigMaps("a", on: driver)
            let made = try await answer(server(driver), "GET", Self.configMaps + "/a").value

            let deleted = try await answer(server(driver), "DELETE", Self.configMaps + "/a")
            let missing = try await answer(server(driver), "DELETE", Self.configMaps + "/a")

            #expect(deleted.status == 200)
            #expect(deleted.value["status"] == "Success")
            #expect(deleted.value["details"]?["uid"] == made["metadata"]?["uid"])
            #expect(missing.status == 404)
        }
    }

    @Test func `a collection is deleted by its labels, in one namespace`() async throws {
        try await withLiveCluster { driver in
            try await makeConfigMaps("a", "b", on: driver)

            let deleted = try await answer(server(driver), "DELETE", Self.configMaps + "?labelSelector=n%3Da")
            let everywhere = try await answer(server(driver), "DELETE", "/api/v1/configmaps")

            #expect(names(deleted.value) == ["a"])
            #expect(everywhere.status == 405)
            #expect(try await remaining(driver) == ["b"])
        }
    }

    @Test(arguments: [
        (configMaps + "/a?dryRun=All", ""),
        (configMaps + "/a", #"{"propagationPolicy":"Background","dryRun":["All"]}"#),
        (configMaps + "?dryRun=All", ""),
        (configMaps, #"{"dryRun":["All"]}"#),
    ])
    func `a rehearsed deletion deletes nothing, wherever it says so`(target: String, body: String) async throws {
        try await withLiveCluster { driver in
            try await makeConfigMaps("a", on: driver)

            let deleted = try await answer(server(driver), "DELETE", target, body: body)

            #expect(deleted.status == 200)
            #expect(try await remaining(driver) == ["a"])
        }
    }

    @Test(arguments: [
        ("DELETE", configMaps + "/a?dryRun=Bogus", "", 422),
        ("DELETE", configMaps + "/a", #"{"dryRun":["All","Bogus"]}"#, 422),
        ("DELETE", configMaps + "/a", #"{"dryRun":"All"}"#, 400),
        ("DELETE", configMaps + "?dryRun=", "", 422),
        ("PUT", configMaps + "/a?dryRun=Bogus", #"{"metadata":{"name":"a"},"data":{"x":"1"}}"#, 422),
        ("PATCH", configMaps + "/a?dryRun=Bogus", #"{"data":{"x":"1"}}"#, 422),
        ("POST", configMaps + "?dryRun=Bogus", #"{"metadata":{"name":"b"}}"#, 422),
        ("PATCH", replicaSets + "/r/scale?dryRun=Bogus", #"{"spec":{"replicas":0}}"#, 422),
        ("POST", "/steady/v1/prune?dryRun=Bogus", "", 422),
    ])
    func `a misspelt rehearsal is not carried out`(method: String, target: String, body: String, status: Int)
        async throws
    {
        try await withLiveCluster { driver in
            try await makeConfigMaps("a", on: driver)
            let revision = driver.state.revision

            let type = method == "PATCH" ? "application/merge-patch+json" : nil
            let refused = try await answer(server(driver), method, target, contentType: type, body: body)

            #expect(refused.status == status)
            #expect(driver.state.revision == revision)
        }
    }

    @Test(arguments: [
        ("?gracePeriodSeconds=abc", "", #"strconv.ParseInt: parsing "abc": invalid syntax"#),
        (
            "", #"{"gracePeriodSeconds":"5"}"#,
            "DeleteOptions in version \"v1\" cannot be handled as a DeleteOptions: json: cannot unmarshal string into "
                + "Go struct field DeleteOptions.gracePeriodSeconds of type int64"
        ),
    ])
    func `a grace period that is no number is refused`(query: String, body: String, message: String) async throws {
        try await withLiveCluster { driver in
            try await makeConfigMaps("a", on: driver)

            let refused = try await answer(server(driver), "DELETE", Self.configMaps + "/a" + query, body: body)

            #expect(refused.status == 400)
            #expect(refused.value["message"] == .string(message))
            #expect(try await remaining(driver) == ["a"])
        }
    }
}
