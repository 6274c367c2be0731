import Testing
import YAML

extension EndToEnd {
    @Suite struct Rollouts {
        @Test func `a rollout is followed, listed and taken back, and stays back until the file says something else`()
            async throws
        {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.start()
                try await house.ready(2, "app=web")
                try house.write("web.yaml", Manifest.web(replicas: 2, version: "two"))
                try await house.follows("2")

                #expect(try await house.rollout("undo", "deployment/web").output.contains("rolled back"))
                try await house.follows("3")
                #expect(try await house.version() == "version one")
                let history = try await house.rollout("history", "deployment/web").output
                #expect(history.split(separator: "\n").dropFirst(2).map { $0.prefix(1) } == ["2", "3"], "\(history)")

                try house.write("web.yaml", Manifest.web(replicas: 3, version: "two") + "# another comment\n")
                try await house.ready(3, "app=web")
                #expect(try await house.version() == "version one")

                try house.write("web.yaml", Manifest.web(replicas: 3, version: "three"))
                try await until("the file counts again") { try await house.version() == "version three" }
            }
        }

        @Test func `a paused deployment takes nothing on until it is resumed`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 1))
                try await house.start()
                try await house.ready(1, "app=web")

                #expect(try await house.rollout("pause", "deployment/web").status == 0)
                let again = try await house.rollout("pause", "deployment/web")
                #expect(again.status == 1 && again.errors.contains("is already paused"), "\(again.errors)")
                try house.write("web.yaml", Manifest.web(replicas: 1, version: "two"))
                try await until("the file is read") { try await house.version() == "version two" }
                #expect(try await house.get("deployment", "web")?["status"]?["updatedReplicas"]?.int64 ?? 0 == 0)

                #expect(try await house.rollout("resume", "deployment/web").status == 0)
                try await house.follows("2")
            }
        }

        @Test func `a restart replaces every pod, though the file says nothing new`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 2))
                try await house.start()
                let before = try await house.ready(2, "app=web")

                #expect(try await house.rollout("restart", "deployment/web").status == 0)
                try await house.follows("2")

                try await house.ready("all are new", "app=web") { pods in
                    pods.count == 2 && Set(pods.map(\.uid)).isDisjoint(with: Set(before.map(\.uid)))
                }
            }
        }

        @Test func `an update that crashes is taken back by itself, and stays back until the file says something else`()
            async throws
        {
            try await inHouse { house in
                let annotation =
                    "metadata:\n  annotations: {steady.dev/rollback: auto, steady.dev/rollback-after: \"1\"}"
                func manifest(_ version: String) -> String {
                    Manifest.web(replicas: 2, version: version).replacing(
                        "metadata:\n  name",
                        with: "\(annotation)\n  name"
                    )
                }
                try house.write("web.yaml", manifest("one"))
                try await house.start()
                let pods = try await house.ready(2, "app=web")

                try house.write("web.yaml", manifest("two").replacing("[steady, hello]", with: "[sh, -c, 'exit 3']"))
                try await until("it is taken back") {
                    try await house.steady("events").output.contains("revision 2 was taken back to revision 1")
                }
                try await house.ready("the old pods are the only ones", "app=web") { found in
                    found.count == 2 && pods.contains { found.contains($0) }
                }
                #expect(house.daemonLog.contains("deployment/web: revision 2 was taken back"), "\(house.daemonLog)")
                let why = try await house.steady("why", "deployment/web").output
                #expect(why.contains("revision 2 was taken back to revision 1: its pod web-"), "\(why)")
                #expect(why.contains("container hello's command [steady, hello] → [sh, -c, exit 3]"), "\(why)")
                let status = try await house.rollout("status", "deployment/web")
                #expect(status.status == 1)
                #expect(status.errors.contains("it stays back until the file's template changes"), "\(status.errors)")

                try house.write("web.yaml", manifest("three"))
                try await until("the file counts again") { try await house.version() == "version three" }
                #expect(try await house.rollout("status", "deployment/web", "--timeout", "60").status == 0)
            }
        }

        @Test func `an update in steps waits until it is promoted, or is aborted`() async throws {
            try await inHouse { house in
                func manifest(_ version: String) -> String {
                    Manifest.web(replicas: 3, version: version)
                        .replacing(
                            "  name: web",
                            with: "  name: web\n  annotations: {steady.dev/steps: '1,pause,100%'}"
                        )
                }
                try house.write("web.yaml", manifest("one"))
                try await house.start()
                try await house.ready(3, "app=web")

                try house.write("web.yaml", manifest("two"))
                try await house.waits(at: "step 2 of 3, with 1 of 3 pods updated")
                #expect(try await house.rollout("abort", "deployment/web").status == 0)
                #expect(try await house.rollout("status", "deployment/web", "--timeout", "60").status == 0)
                #expect(try await house.version() == "version one")

                try house.write("web.yaml", manifest("three"))
                try await house.waits(at: "step 2 of 3, with 1 of 3 pods updated")
                #expect(try await house.rollout("promote", "deployment/web").status == 0)
                #expect(try await house.rollout("status", "deployment/web", "--timeout", "60").status == 0)
                #expect(try await house.version() == "version three")
            }
        }
    }
}

extension House {
    /// Waits until the rollout says that it waits for somebody.
    fileprivate func waits(at step: String) async throws {
        try await until("it waits at \(step)") {
            try await rollout("status", "deployment/web", "--no-watch").output.contains("waits at \(step)")
        }
    }

    /// What the present template sets the version to.
    fileprivate func version() async throws -> String? {
        let template = try await get("deployment", "web")?["spec"]?["template"]
        return template?["spec"]?["containers"]?.array?.first?["env"]?.array?.first?["value"]?.string
    }
}
