import Containers
import Model
import Testing

@testable import Agent

struct SpecificationTests {
    /// The spec with which a pod's only container is started.
    private func spec(_ pod: Pod, _ others: Object...) -> ContainerSpec? {
        var story = Story()
        story.step(.observation(.inventory(Inventory())))
        story.show(others + [pod.object], isComplete: true)
        story.observe(.sandboxReady(pod: pod.metadata.uid))
        for case .container(.start(let spec)) in story.last.commands { return spec }
        return nil
    }

    private func variable(_ name: String, _ value: String) -> EnvVar {
        EnvVar {
            $0.name = name
            $0.value = value
        }
    }

    private func value(_ name: String, _ spec: ContainerSpec?) -> String? {
        spec?.environment.first { $0.name == name }?.value
    }

    private var settings: ConfigMap {
        ConfigMap {
            $0.metadata.name = "settings"
            $0.metadata.namespace = "default"
            $0.data = ["mode": "fast", "level": "3"]
        }
    }

    @Test(arguments: [
        ("$(A) and $(B)", "1 and $(B)"), ("$$(A)", "$(A)"), ("a$b", "a$b"), ("$(A", "$(A"), ("$$$(A)", "$1"),
        ("$", "$"),
    ])
    func `variables are expanded as Kubernetes does it`(text: String, expanded: String) {
        #expect(VariableExpansion.expand(text, with: ["A": "1"]) == expanded)
    }

    @Test func `command and arguments are expanded with what the environment says before`() {
        let pod = Pod.test {
            $0.spec.containers[0].args = ["--port=$(PORT)", "$$(PORT)"]
            $0.spec.containers[0].env = [variable("BASE", "80"), variable("PORT", "$(BASE)80")]
        }

        let spec = spec(pod)

        #expect(spec?.arguments == ["/bin/server", "--port=8080", "$(PORT)"])
        #expect(value("PORT", spec) == "8080")
        #expect(value("HOSTNAME", spec) == "web")
    }

    @Test func `values come from fields, resources, config maps and secrets`() {
        let secret = Secret {
            $0.metadata.name = "keys"
            $0.metadata.namespace = "default"
            $0.data = ["token": Bytes("s3cret")]
        }
        let pod = Pod.test { pod in
            pod.metadata.labels = ["app": "web"]
            pod.spec.containers[0].resources.limits = ["cpu": Quantity(milli: 1500)]
            pod.spec.containers[0].envFrom = [
                EnvFromSource {
                    $0.prefix = "CFG_"
                    $0.configMapRef = ConfigMapEnvSource { $0.name = "settings" }
                },
                EnvFromSource {
                    $0.configMapRef = ConfigMapEnvSource {
                        $0.name = "nothing"
                        $0.optional = true
                    }
                },
            ]
            pod.spec.containers[0].env = [
                from("IP") { $0.fieldRef = ObjectFieldSelector { $0.fieldPath = "status.podIP" } },
                from("APP") { $0.fieldRef = ObjectFieldSelector { $0.fieldPath = "metadata.labels['app']" } },
                from("CPUS") { $0.resourceFieldRef = ResourceFieldSelector { $0.resource = "limits.cpu" } },
                from("TOKEN") {
                    $0.secretKeyRef = SecretKeySelector {
                        $0.name = "keys"
                        $0.key = "token"
                    }
                },
            ]
        }

        let spec = spec(pod, .configMap(settings), .secret(secret))

        #expect(value("CFG_mode", spec) == "fast")
        #expect(value("IP", spec) == "10.64.0.2")
        #expect(value("APP", spec) == "web")
        #expect(value("CPUS", spec) == "2")
        #expect(value("TOKEN", spec) == "s3cret")
    }

    private func from(_ name: String, _ fill: (inout EnvVarSource) -> Void) -> EnvVar {
        EnvVar {
            $0.name = name
            $0.valueFrom = EnvVarSource(fill)
        }
    }

    @Test func `a missing config map holds the container back until it is there`() throws {
        let pod = Pod.test {
            $0.spec.containers[0].env = [
                from("MODE") {
                    $0.configMapKeyRef = ConfigMapKeySelector {
                        $0.name = "settings"
                        $0.key = "mode"
                    }
                }
            ]
        }
        var story = Story.fresh(pod.object)

        #expect(story.observe(.sandboxReady(pod: "uid-web")) == [])
        let waiting = try #require(story.statuses["web"]?.containerStatuses[0].state.waiting)
        #expect(waiting.reason == "CreateContainerConfigError")
        #expect(waiting.message == "configmap \"settings\" not found")
        #expect(story.show([.configMap(settings)]) == ["start uid-web/main#1"])
    }

    @Test func `a pod knows the services of its namespace`() {
        let service = Service {
            $0.metadata.name = "my-db"
            $0.metadata.namespace = "default"
            $0.spec.clusterIP = "10.65.0.7"
            $0.spec.ports = [
                ServicePort {
                    $0.name = "sql"
                    $0.port = 5432
                    $0.protocol = .tcp
                }
            ]
        }

        let spec = spec(Pod.test(), .service(service))

        #expect(value("MY_DB_SERVICE_HOST", spec) == "10.65.0.7")
        #expect(value("MY_DB_SERVICE_PORT", spec) == "5432")
        #expect(value("MY_DB_SERVICE_PORT_SQL", spec) == "5432")
        #expect(value("MY_DB_PORT_5432_TCP", spec) == "tcp://10.65.0.7:5432")
    }

    @Test func `a task of an app knows its host, ports and sandbox, and its shell keeps its dollars`() {
        let pod = Pod.test {
            MarathonPod(appID: "/jobs/clock").annotate(&$0)
            $0.spec.hostNetwork = true
            $0.spec.containers[0].command = ["/bin/sh", "-c", "echo $$ $(date) $PORT0"]
            $0.spec.containers[0].ports = [
                ContainerPort {
                    $0.name = "http-api"
                    $0.containerPort = 8080
                    $0.hostPort = 31005
                }
            ]
        }

        let spec = spec(pod)

        #expect(spec?.arguments.last == "echo $$ $(date) $PORT0")
        #expect(value("HOST", spec) == "node-a")
        #expect(value("PORT0", spec) == "31005")
        #expect(value("PORT", spec) == "31005")
        #expect(value("PORTS", spec) == "31005")
        #expect(value("PORT_8080", spec) == "31005")
        #expect(value("PORT_HTTP_API", spec) == "31005")
        #expect(value("MESOS_SANDBOX", spec) == "/mnt/mesos/sandbox")
    }

    @Test func `a root that must not be root is refused`() throws {
        let pod = Pod.test { $0.spec.securityContext = PodSecurityContext { $0.runAsNonRoot = true } }
        var story = Story.fresh(pod.object)
        story.observe(.sandboxReady(pod: "uid-web"))

        let waiting = try #require(story.statuses["web"]?.containerStatuses[0].state.waiting)
        #expect(waiting.reason == "CreateContainerConfigError")
        #expect(waiting.message.hasPrefix("container has runAsNonRoot and image will run as root"))
    }

    @Test func `users, limits and rights are passed on`() {
        let pod = Pod.test {
            $0.spec.securityContext = PodSecurityContext {
                $0.runAsUser = 1000
                $0.fsGroup = 2000
            }
            $0.spec.containers[0].resources.limits = ["cpu": Quantity(milli: 250), "memory": Quantity(64 << 20)]
            $0.spec.containers[0].securityContext = SecurityContext {
                $0.capabilities = Capabilities { $0.drop = ["ALL"] }
                $0.readOnlyRootFilesystem = true
            }
        }

        let spec = spec(pod)

        #expect(spec?.user == UserIdentity(user: 1000, group: 0, supplementaryGroups: [2000]))
        #expect(
            spec?.resources
                == ResourceLimits(cpuWeightMillis: 250, cpuLimitMillis: 250, memoryBytes: 64 << 20)
        )
        #expect(spec?.security == SecurityProfile(droppedCapabilities: ["ALL"], hasReadOnlyRoot: true))
    }

    @Test func `a pod gets an address, ids of its own and its files`() throws {
        var story = Story.fresh(Pod.test().object)
        story.show([
            Pod.test("second") {
                $0.spec.hostNetwork = true; $0.spec.hostUsers = true
            }.object
        ])
        guard case .container(.createSandbox(let host)) = story.last.commands.first else {
            Issue.record("no sandbox")
            return
        }

        #expect(host.network == .host)
        #expect(host.identities == .host)
        #expect(host.hostname == "node-a")
        story = Story.fresh(Pod.test().object)
        guard case .container(.createSandbox(let own)) = story.last.commands.first else {
            Issue.record("no sandbox")
            return
        }
        guard case .own(let link) = own.network else {
            Issue.record("no network of its own")
            return
        }
        #expect(link.address == "10.64.0.2")
        #expect(link.gateway == "10.64.0.1")
        #expect(own.identities == .range(start: 1_048_576))
        #expect(own.hostsFile.contains("10.64.0.2\tweb"))
        #expect(own.resolvConf.contains("nameserver 10.64.0.1"))
    }

    @Test func `what is written down of a command holds no value from elsewhere`() {
        let pod = Pod.test {
            $0.spec.containers[0].args = ["--token=$(TOKEN)"]
            $0.spec.containers[0].env = [variable("TOKEN", "s3cret")]
        }

        let spec = spec(pod)

        #expect(spec?.arguments == ["/bin/server", "--token=s3cret"])
        #expect(spec?.statedArguments == ["/bin/server", "--token=$(TOKEN)"])
    }

    @Test func `what can't be honoured of a security context is said, and nothing runs`() {
        let unknown = Pod.test {
            $0.spec.containers[0].securityContext = SecurityContext {
                $0.capabilities = Capabilities { $0.add = ["CAP_NET_ADMIN", "NET_ADMINN"] }
            }
        }
        let local = Pod.test {
            $0.spec.securityContext = PodSecurityContext {
                $0.seccompProfile = SeccompProfile {
                    $0.type = .localhost
                    $0.localhostProfile = "strict.json"
                }
            }
        }
        for (pod, words) in [(unknown, "\"NET_ADMINN\" is no capability"), (local, "\"strict.json\" is a file")] {
            var story = Story.fresh(pod.object)
            #expect(story.observe(.sandboxReady(pod: "uid-web")) == [])
            let waiting = story.statuses["web"]?.containerStatuses[0].state.waiting
            #expect(waiting?.reason == "CreateContainerConfigError")
            #expect(waiting?.message.contains(words) == true)
        }
    }

    @Test func `a pod for which no user ids are left is not run as the host's root`() {
        var story = Story()
        var count = 0
        while story.agent.identities.allocate(for: "other-\(count)") != nil { count += 1 }
        story.step(.observation(.inventory(Inventory())))

        #expect(story.show([Pod.test().object], isComplete: true) == [])
        #expect(story.events.contains { $0.contains("no range of user ids is left") })
        let own = Pod.test("own") { $0.spec.hostUsers = true }
        #expect(story.show([own.object]) == ["create sandbox uid-own"])
    }
}
