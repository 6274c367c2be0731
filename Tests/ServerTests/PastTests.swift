import Cluster
import Controllers
import Model
import Server
import Testing
import YAML

@Suite struct PastTests {
    private let cluster = FakeCluster()

    /// What was before a change, and what is.
    private func getPast(_ target: String, method: String = "GET") async throws -> (status: Int, value: Value) {
        cluster.put(configMap("a", data: ["x": "1"]))
        var steady = FakeSteady()
        steady.past[1] = cluster.state
        cluster.put(configMap("a", data: ["x": "2"]))
        cluster.put(configMap("b"))
        return try await answer(server(cluster, steady: steady), method, target)
    }

    @Test(arguments: ["1", "2027-01-15T07:50:00Z", "10%20minutes%20ago", "10+minutes+ago"])
    func `an object is answered as of a moment of the past`(moment: String) async throws {
        let (status, value) = try await getPast("/api/v1/namespaces/g/configmaps/a?at=\(moment)")

        #expect(status == 200)
        #expect(value["data"] == ["x": "1"])
    }

    @Test func `a list is answered as of a moment of the past`() async throws {
        let value = try await getPast("/api/v1/configmaps?at=1&limit=5").value

        #expect(names(value) == ["a"])
        #expect(value["metadata"]?["resourceVersion"] == "1")
    }

    @Test func `a patch is rehearsed on the past, and changes nothing`() async throws {
        try await withLiveCluster { driver in
            let target = "/api/v1/namespaces/default/configmaps/a"
            let query = "?fieldManager=tester&force=true"
            func apply(_ data: String, _ more: String = "", _ steady: FakeSteady = FakeSteady()) async throws
                -> (status: Int, value: Value)
            {
                try await answer(
                    server(driver, steady: steady),
                    "PATCH",
                    target + query + more,
                    contentType: "application/apply-patch+yaml",
                    body: "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: \(data)}"
                )
            }
            var steady = FakeSteady()
            steady.past[1] = driver.state
            _ = try await apply("{x: one}")
            steady.past[2] = driver.state
            _ = try await apply("{x: two, y: two}")
            let revision = driver.state.revision

            let first = try await apply("{x: three}", "&dryRun=All&at=1", steady)
            let second = try await apply("{x: three}", "&dryRun=All&at=2", steady)
            let refused = try await apply("{x: three}", "&at=2", steady)

            #expect(first.status == 201 && first.value["data"] == ["x": "three"])
            #expect(second.status == 200 && second.value["data"] == ["x": "three"])
            #expect(
                second.value["metadata"]?["uid"]
                    == (try await answer(server(driver), "GET", target).value["metadata"]?["uid"])
            )
            #expect(refused.status == 400)
            #expect(driver.state.revision == revision)
        }
    }

    @Test func `what was not there then is not found`() async throws {
        #expect(try await getPast("/api/v1/namespaces/g/configmaps/b?at=1").status == 404)
    }

    @Test(arguments: [
        ("GET", "configmaps/a?at=2", 410), ("GET", "configmaps/a?at=soon", 400),
        ("GET", "configmaps/a?at=4f2a1c9", 400),
        ("GET", "configmaps?at=1&watch=true", 400), ("DELETE", "configmaps/a?at=1", 400),
        ("POST", "configmaps?at=1", 400),
        ("GET", "pods/web/log?at=1", 400),
    ])
    func `what can't be told of the past is refused`(method: String, path: String, status: Int) async throws {
        let answer = try await getPast("/api/v1/namespaces/g/\(path)", method: method)

        #expect(answer.status == status)
        #expect(answer.value["kind"] == "Status")
    }

    @Test func `a moment is named so that it stays the same`() async throws {
        let number = try await getPast("/steady/v1/at?at=1").value
        let time = try await getPast("/steady/v1/at?at=10+minutes+ago").value

        #expect(number["at"] == "1" && number["sequence"] == 1)
        #expect(time["at"] == time["time"] && time["at"] == "2027-01-15T07:50:00.000000Z")
        #expect(try await getPast("/steady/v1/at").status == 400)
    }

    @Test func `an app's versions are told, and one is gone back to`() async throws {
        var app = App()
        app.metadata.name = "clock"
        app.spec.id = "/clock"
        var versions: [AppVersion] = []
        for (index, command) in ["one", "two"].enumerated() {
            app.spec.cmd = command
            app.spec.version = "v\(index)"
            versions.append(AppVersion(version: app.spec.version, sequence: UInt64(index), by: "clock.yaml", app: app))
        }
        var steady = FakeSteady()
        steady.versions = versions
        let server = server(cluster, steady: steady)

        let list = try await answer(server, "GET", "/steady/v1/versions/apps/default/clock").value
        let unknown = try await answer(server, "POST", "/steady/v1/rollback/apps/default/clock?revision=v7")
        _ = try await answer(server, "POST", "/steady/v1/rollback/apps/default/clock")

        #expect(list["items"]?.array?.map { $0["spec"]?["cmd"]?.string } == ["one", "two"])
        #expect(unknown.status == 400)
        #expect(unknown.value["message"]?.string?.contains("had no version v7") == true)
        guard case .restore(_, let restored, _)? = cluster.requests.last?.operation else {
            Issue.record("nothing was gone back to")
            return
        }
        #expect(restored.spec.cmd == "one")
    }

    @Test func `an app's deployment is taken back as a whole, or ended where it stands`() async throws {
        func app(_ command: String, _ version: String, previous: String) -> App {
            App {
                $0.metadata.name = "clock"
                $0.metadata.namespace = "default"
                $0.spec.id = "/clock"
                $0.spec.cmd = command
                $0.spec.version = version
                $0.status.deployment = AppDeployment {
                    $0.state = .running
                    $0.previousVersion = previous
                }
            }
        }
        var steady = FakeSteady()
        steady.versions = ["one", "two"].enumerated().map { index, command in
            let version = "v\(index)"
            return AppVersion(
                version: version,
                sequence: UInt64(index),
                by: "ada",
                app: app(command, version, previous: "")
            )
        }
        let server = server(cluster, steady: steady)
        func abort(_ query: String = "") async throws -> (status: Int, value: Value) {
            try await answer(server, "POST", "/steady/v1/abort/apps/default/clock\(query)")
        }

        for (previous, complaint) in [
            ("", "nothing of app \"clock\" was ever up to go back to"),
            ("v1", "a restart goes back to nothing else; it can be ended where it stands"),
            ("v7", "the journal no longer holds version v7, which was up before"),
        ] {
            cluster.put(.app(app("two", "v1", previous: previous)))
            let refused = try await abort()
            #expect(refused.status == 400)
            #expect(refused.value["message"]?.string == complaint)
        }

        cluster.put(.app(app("two", "v1", previous: "v0")))
        _ = try await abort()
        guard case .restore(_, let restored, true)? = cluster.requests.last?.operation else {
            Issue.record("nothing was gone back to")
            return
        }
        #expect(restored.spec.cmd == "one")

        _ = try await abort("?force=true")
        guard case .abort? = cluster.requests.last?.operation else {
            Issue.record("it was not ended")
            return
        }
        #expect(cluster.requests.last?.isForced == true)
    }
}
