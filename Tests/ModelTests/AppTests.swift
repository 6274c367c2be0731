import Model
import Testing
import YAML

@Suite struct AppTests {
    func app(_ text: String) throws -> App {
        try #require(App(try defaulted(text)))
    }

    @Test func `a bare definition is an app, its id the name, a label the namespace`() throws {
        let app = try app("{id: /jobs//clock/, cmd: sleep 60, labels: {steady.dev/namespace: team}}")

        #expect(app.metadata.name == "jobs-clock")
        #expect(app.metadata.namespace == "team")
        #expect(app.spec.id == "/jobs/clock")
        #expect((app.spec.instances, app.spec.cpus, app.spec.mem) == (1, 1, 128))
        #expect(app.spec.networks.map(\.mode) == [.host])
        #expect(app.spec.portDefinitions?.map(\.name) == ["default"])
        #expect(app.spec.upgradeStrategy?.minimumHealthCapacity == 1)
        #expect(app.object.validate() == [])
    }

    @Test func `an object without an id gets it from its name`() throws {
        let app = try app("{apiVersion: marathon/v2, kind: App, metadata: {name: clock}, spec: {cmd: date}}")
        #expect(app.spec.id == "/clock")
    }

    @Test func `old shapes become new ones`() throws {
        let app = try app(
            """
            {"id": "web", "instances": 2, "cpus": 0.1, "mem": 64,
             "container": {"type": "DOCKER", "docker": {"image": "nginx", "network": "BRIDGE",
              "portMappings": [{"containerPort": 80, "protocol": "tcp"}]}},
             "uris": ["http://a/b.tgz", "http://a/c"],
             "healthChecks": [{"protocol": "HTTP", "path": "/", "maxConsecutiveFailures": 0}],
             "env": {"A": "b", "P": {"secret": "s"}}, "secrets": {"s": {"source": "/x"}},
             "constraints": [["hostname", "UNIQUE"]]}
            """
        )

        #expect(app.spec.networks.map(\.mode) == [.containerBridge])
        #expect(app.spec.container?.portMappings?.map(\.containerPort) == [80])
        #expect(app.spec.container?.portMappings?.map(\.hostPort) == [0])
        #expect(app.spec.container?.docker?.network == nil)
        #expect(app.spec.fetch.map(\.extract) == [true, false])
        #expect(app.spec.healthChecks.first?.maxConsecutiveFailures == 0)
        #expect(app.spec.env["P"] == .secret("s"))
        #expect(app.spec.constraints == [Constraint("hostname", .unique)])
        #expect(app.object.validate() == [])
        #expect(try Object(json: app.object.json()) == app.object)
    }

    @Test func `no ports is not the same as one port by default`() throws {
        #expect(try app("{id: a, cmd: x, portDefinitions: []}").spec.portDefinitions == [])
        #expect(try app("{id: a, cmd: x, ports: [8080, 0]}").spec.portDefinitions?.map(\.port) == [8080, 0])
    }

    @Test func `mistakes are named in Marathon's words`() throws {
        let found = try mistakes(
            """
            id: /A b
            instances: 2
            labels: {MARATHON_SINGLE_INSTANCE_APP: "true"}
            constraints: [[hostname, UNIQUE, x], [rack]]
            healthChecks: [{protocol: TCP, portIndex: 3}]
            env: {X: {secret: gone}}
            """
        )
        #expect(
            found.filter { $0.hasPrefix("spec.") }.map { String($0.prefix(60)) } == [
                "spec.id: Invalid value: \"/A b\": must fully match regular exp",
                "spec.cmd: Required value: AppDefinition must either contain ",
                "spec.instances: Invalid value: 2: Single instance app may on",
                "spec.healthChecks[0].portIndex: Invalid value: 3: Health che",
                "spec.env[X]: Invalid value: \"gone\": references an undefined ",
                "spec.constraints[0]: Invalid value: []string{\"hostname\", \"UN",
                "spec.constraints[1]: Invalid value: []string{\"rack\"}: Each c",
            ]
        )
    }

    @Test func `a unreachable strategy is a word or two times`() throws {
        #expect(try app("{id: a, cmd: x, unreachableStrategy: disabled}").spec.unreachableStrategy == .disabled)
        let app = try app("{id: a, cmd: x, unreachableStrategy: {inactiveAfterSeconds: 1, expungeAfterSeconds: 2}}")
        #expect(app.spec.unreachableStrategy == .after(inactive: 1, expunge: 2))
    }

    @Test func `amounts that no machine has are refused`() throws {
        let found = try mistakes("{id: a, cmd: x, cpus: 1e300, mem: 1e30, backoffSeconds: 1e300, backoffFactor: 0.5}")

        #expect(
            found == [
                "spec.cpus: Invalid value: 1e+300: must be less than or equal to 1000000",
                "spec.mem: Invalid value: 1e+30: must be less than or equal to 1099511627776",
                "spec.backoffSeconds: Invalid value: 1e+300: must be less than or equal to 1000000000",
                "spec.backoffFactor: Invalid value: 0.5: must be greater than or equal to 1",
            ]
        )
    }

    @Test func `two ids that come to one name are told apart`() throws {
        let old = try app("{id: /jobs/clock, cmd: x}").object
        let new = try app("{id: /jobs-clock, cmd: x}").object

        #expect(
            new.validate(replacing: old).map(\.description) == [
                "spec.id: Invalid value: \"/jobs-clock\": the object jobs-clock is the app /jobs/clock already, and both "
                    + "ids give that name; choose another id"
            ]
        )
    }
}

@Suite struct `Health checks of an app` {
    @Test func `a pod carries them as its app has them, and loses them with it`() throws {
        let app = try #require(
            App(
                try defaulted(
                    """
                    {id: a, cmd: x, healthChecks: [{protocol: HTTPS, path: "/ä\\"b", maxConsecutiveFailures: 0},
                     {protocol: TCP, portIndex: 0, intervalSeconds: 3}]}
                    """
                )
            )
        )
        var facts = MarathonPod(appID: "/a", healthChecks: app.spec.healthChecks)
        var pod = Pod()

        facts.annotate(&pod)
        #expect(MarathonPod(pod) == facts)
        pod.metadata.annotations[MarathonPod.healthChecksAnnotation] = "{no list"
        #expect(MarathonPod(pod)?.healthChecks == [])
        facts.healthChecks = []
        facts.annotate(&pod)
        #expect(pod.metadata.annotations[MarathonPod.healthChecksAnnotation] == nil)
    }

    @Test func `their first questions come as Marathon and Mesos ask them`() {
        func delay(_ kind: HealthCheckProtocol, interval: Int?, delay: Int?) -> Int {
            AppHealthCheck {
                $0.protocol = kind
                $0.intervalSeconds = interval
                $0.delaySeconds = delay
            }.firstDelaySeconds
        }
        #expect(delay(.http, interval: nil, delay: 40) == 5)
        #expect(delay(.tcp, interval: 3, delay: nil) == 3)
        #expect(delay(.mesosHTTP, interval: 3, delay: nil) == 15)
        #expect(delay(.command, interval: 3, delay: 0) == 0)
    }
}
