import Testing
import YAML

extension EndToEnd {
    @Suite struct Apps {
        @Test func `the apps of a group start in their order, say what they wait for, and stop the other way round`()
            async throws
        {
            try await inHouse { house in
                try house.write("shop.yaml", Self.shop)
                try house.write("other.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}\n")
                try await house.start()
                try await until("the web says what it waits for") {
                    try await house.rollout("status", "app/shop-web", "--no-watch").output
                        .contains("it waits for /shop/db, which is being deployed")
                }
                let list = try await house.rollout("list").output
                #expect(list.contains("2/3") && list.contains("ScaleApplication /shop/db"), "\(list)")
                let status = try await house.rollout("status", "app/shop-db", "--no-watch").output
                #expect(status.contains("runs, not healthy: a health check has no result yet"), "\(status)")
                #expect(try await house.pods("marathon.steady.dev/app=shop-web").isEmpty)

                let database = try #require(try await house.pods("marathon.steady.dev/app=shop-db").first)
                #expect(try await house.steady("exec", database.name, "--", "touch", "up").status == 0)
                let followed = try await house.rollout("status", "app/shop-web", "--timeout", "60")
                #expect(followed.status == 0, "\(followed.errors)")
                #expect(try await house.rollout("list").errors.contains("No deployments are under way"))
                let why = try await house.steady("why", "app/shop-web").output
                #expect(why.contains("shop.yaml"), "\(why)")

                try house.write("shop.yaml", "# nothing\n")
                try await until("both have gone") { try await house.get("apps")?["items"]?.array?.isEmpty == true }
                let ends = try await house.steady("history", "app/shop-db").output
                #expect(ends.contains("waits until /shop/web stopped"), "\(ends)")
            }
        }

        @Test func `an app that is being deployed takes no second change unless it is forced, and can be taken back`()
            async throws
        {
            try await inHouse { house in
                try await house.start()
                let file = "\(house.directory)/clock.yaml"
                func apply(_ command: String, _ more: String...) async throws -> Answer {
                    try Files.write("{id: /clock, cpus: 0.05, mem: 16, cmd: \"\(command)\"\(Self.health)}\n", to: file)
                    return try await house.finish(
                        house.run([house.program, "apply", "--state", house.state, "-f", file] + more)
                    )
                }
                func command() async throws -> String? { try await house.get("app", "clock")?["spec"]?["cmd"]?.string }
                #expect(try await apply("touch up; exec sleep 1000").status == 0)
                #expect(try await house.rollout("status", "app/clock", "--timeout", "60").status == 0)
                #expect(try await apply("exec sleep 2000").status == 0)

                let second = try await apply("exec sleep 3000")
                #expect(second.status == 1 && second.errors.contains("App is locked by deployment"), "\(second.errors)")
                #expect(try await apply("exec sleep 3000", "--force").status == 0)

                #expect(try await house.rollout("abort", "app/clock").status == 0)
                #expect(try await house.rollout("status", "app/clock", "--timeout", "60").status == 0)
                #expect(try await command() == "touch up; exec sleep 1000")
                let idle = try await house.rollout("abort", "app/clock")
                #expect(idle.status == 1 && idle.errors.contains("no update of app \"clock\" is under way"))

                #expect(try await apply("exec sleep 4000", "--force").status == 0)
                #expect(try await house.rollout("abort", "app/clock", "--force").status == 0)
                let cancelled = try await house.rollout("status", "app/clock")
                #expect(cancelled.status == 1 && cancelled.errors.contains("was cancelled"), "\(cancelled.errors)")
                #expect(try await command() == "exec sleep 4000")
            }
        }

        @Test func `a deployment waits until a task says that it is ready, and shows what it says`() async throws {
            try await inHouse { house in
                func manifest(_ path: String) -> String {
                    """
                    id: /warm
                    cpus: 0.05
                    mem: 32
                    cmd: exec steady hello
                    env: {ASKED: "\(path)"}
                    portDefinitions: [{name: http}]
                    readinessChecks:
                    - {portName: http, path: \(path), intervalSeconds: 2, timeoutSeconds: 1, preserveLastResponse: true}

                    """
                }
                func result() async throws -> Value? {
                    let deployment = try await house.get("app", "warm")?["status"]?["deployment"]
                    return deployment?["readinessCheckResults"]?.array?.first
                }
                try house.write("warm.yaml", manifest("/healthz"))
                try await house.start()
                try await until("the app is there") { try await house.get("app", "warm") != nil }
                #expect(try await house.rollout("status", "app/warm", "--timeout", "60").status == 0)
                #expect(try await result()?["ready"] == true)
                #expect(try await result()?["lastResponse"]?["status"] == 200)

                try house.write("warm.yaml", manifest("/nowhere"))
                try await until("the new task says that it is not ready") {
                    try await house.rollout("status", "app/warm", "--no-watch").output
                        .contains("healthy, not ready: readinessCheck HTTP 404")
                }
                let status = try await house.rollout("status", "app/warm", "--no-watch").output
                #expect(status.contains("of an earlier definition, healthy"), "\(status)")
                #expect(try await result()?["lastResponse"]?["status"] == 404)
            }
        }

        @Test func `a circle of dependencies is a mistake, and a plan that is refused`() async throws {
            try await inHouse { house in
                try await house.start()
                let file = "\(house.directory)/circle.yaml"
                try Files.write(
                    "{id: /g, apps: [{id: a, cmd: x, dependencies: [b]}, {id: b, cmd: x, dependencies: [a]}]}\n",
                    to: file
                )
                let complaint = "Dependency graph has cyclic dependencies: /g/a, /g/b, /g/a."
                let mistakes = try await house.finish(house.run([house.program, "validate", file]))
                #expect(mistakes.status == 1 && mistakes.output.contains(complaint), "\(mistakes.output)")
                let plan = try await house.steady("plan", "-f", file)
                #expect(plan.status == 2 && plan.output.contains(complaint), "\(plan.output)")
            }
        }

        private static let health =
            ", healthChecks: [{protocol: COMMAND, command: {value: test -e up}, delaySeconds: 0, intervalSeconds: 1, "
            + "gracePeriodSeconds: 600}]"

        private static let shop = """
            id: /shop
            apps:
            - {id: web, cpus: 0.05, mem: 16, cmd: exec sleep 1000, dependencies: [db]}
            - {id: db, cpus: 0.05, mem: 16, cmd: exec sleep 1000\(health)}

            """
    }
}
