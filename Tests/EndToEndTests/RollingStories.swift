import Glibc
import Testing
import YAML

// Updates while the service is used, and while the daemon dies.
extension EndToEnd {
    @Suite struct Rolling {
        @Test func `no request is lost while a deployment is updated`() async throws {
            try await inHouse { house in
                try house.write("web.yaml", Served.deployment("one"))
                try house.write("service.yaml", Served.service(selecting: "app: web"))
                try await house.start()
                try await house.ready(3, "app=web")

                try await house.underLoad {
                    for (index, version) in ["two", "three"].enumerated() {
                        try house.write("web.yaml", Served.deployment(version))
                        try await house.follows("\(index + 2)")
                    }
                }
            }
        }

        @Test func `no request is lost while an app is updated`() async throws {
            try await inHouse { house in
                try house.write("web.json", Served.app("one"))
                try house.write("service.yaml", Served.service(selecting: "marathon.steady.dev/app: web"))
                try await house.start()
                try await house.ready(3, "marathon.steady.dev/app=web")

                try await house.underLoad {
                    for version in ["two", "three"] {
                        try house.write("web.json", Served.app(version))
                        try await until("version \(version) is taken in") {
                            try await house.get("app", "web")?["spec"]?["env"]?["VERSION"]?.string
                                == "version \(version)"
                        }
                        let status = try await house.rollout("status", "app/web", "--timeout", "60")
                        #expect(status.status == 0, "\(status.output)\(status.errors)")
                    }
                }
            }
        }

        @Test func `a rollout ends as if nothing had been, though the daemon is killed in the middle of it`()
            async throws
        {
            try await inHouse { house in
                try house.write("web.yaml", Manifest.web(replicas: 3, version: "0"))
                try await house.start()
                try await house.ready(3, "app=web")

                var kills = Kills(seconds: 20)
                while kills.goOn() {
                    try house.write("web.yaml", Manifest.web(replicas: 3, version: "\(kills.count)"))
                    try await Task.sleep(for: .milliseconds(.random(in: 50...2500)))
                    try await house.end(by: SIGKILL)
                    try await house.start()

                    try await house.follows("\(kills.count + 1)")
                    let pods = try await house.ready(3, "app=web")
                    #expect(pods.allSatisfy { $0.restarts == 0 }, "after kill \(kills.count): \(pods)")
                    try await until("only the last version runs", detail: { "\(house.processes())" }) {
                        let running = house.processes().compactMap { $0.container.split(separator: "/").first }
                        return running.map(String.init) == pods.map(\.uid).sorted()
                    }
                }
            }
        }
    }
}

/// A web server as one writes it who wants to lose no request: ready when it answers, and with some time between
/// leaving the service and the end for callers that are still on their way.
private enum Served {
    static func deployment(_ version: String) -> String {
        Manifest.web(replicas: 3, version: version).replacing(
            "      readinessProbe:",
            with: "      lifecycle: {preStop: {sleep: {seconds: 1}}}\n          readinessProbe:"
        )
    }

    static func app(_ version: String) -> String {
        """
        {
          "id": "/web", "instances": 3, "cpus": 0.05, "mem": 32, "backoffSeconds": 0,
          "cmd": "steady hello --port 8080 & trap 'sleep 1; kill $!' TERM; wait $!; wait $!",
          "env": {"VERSION": "version \(version)"},
          "networks": [{"mode": "container"}],
          "container": {"portMappings": [{"containerPort": 8080, "name": "http"}]},
          "upgradeStrategy": {"minimumHealthCapacity": 1, "maximumOverCapacity": 0.5},
          "taskKillGracePeriodSeconds": 20,
          "healthChecks": [{"protocol": "HTTP", "path": "/healthz", "intervalSeconds": 1, "gracePeriodSeconds": 60}]
        }

        """
    }

    static func service(selecting selector: String) -> String {
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {\(selector)}
          ports:
            - {port: 80, targetPort: 8080}

        """
    }
}

extension House {
    /// Calls the service `web` all the while, and expects that each call is answered.
    fileprivate func underLoad(_ story: () async throws -> Void) async throws {
        let address = try #require(try await get("service", "web")?["spec"]?["clusterIP"]?.string)
        try await until("the service answers") { try await fetch(address, 80) != nil }
        let load = try run(["python3", "-c", Self.loadScript, address])
        do {
            try await until("calls are answered", detail: { load.output }) { load.output.contains("answered") }
            try await story()
        } catch {
            load.signal(SIGKILL)
            throw error
        }
        load.signal(SIGTERM)
        let answer = try await finish(load)
        #expect(answer.status == 0, "\(answer.output.suffix(2000))\(answer.errors.suffix(2000))")
        #expect(answer.output.contains("none lost"), "\(answer.output.suffix(2000))")
    }

    /// Four callers, each call on a connection of its own; for three minutes at most.
    private static let loadScript = #"""
        import http.client, signal, sys, threading, time

        over = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: over.set())
        end = time.monotonic() + 180
        answered, lost = [0] * 4, []

        def call(number):
            while not over.is_set() and time.monotonic() < end:
                begin = time.monotonic()
                try:
                    connection = http.client.HTTPConnection(sys.argv[1], 80, timeout=20)
                    connection.request("GET", "/")
                    answer = connection.getresponse()
                    answer.read()
                    connection.close()
                    if answer.status != 200: raise OSError(answer.status)
                    answered[number] += 1
                except (OSError, http.client.HTTPException) as error:
                    lost.append(f"{time.time():.3f} after {time.monotonic() - begin:.3f} s: {error!r}")
                time.sleep(0.005)

        callers = [threading.Thread(target=call, args=(number,)) for number in range(4)]
        for caller in callers: caller.start()
        while sum(answered) < 100 and not over.is_set(): time.sleep(0.05)
        print("answered", flush=True)
        while not over.is_set() and time.monotonic() < end: time.sleep(0.05)
        if not over.is_set(): lost.append("the story took longer than there were calls")
        for caller in callers: caller.join()
        print(sum(answered), "answered,", f"lost: {lost}" if lost else "none lost")
        """#
}
