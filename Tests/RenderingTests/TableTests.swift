import Model
import Rendering
import Testing
import YAML

@Suite struct PodSummaryTests {
    private static let now = Timestamp(seconds: 1000)

    private func pod(_ fill: (inout Pod) -> Void) -> Pod {
        Pod {
            $0.metadata.name = "web"
            $0.metadata.creationTimestamp = Self.now - .seconds(90)
            $0.spec.containers = [Container { $0.name = "a" }, Container { $0.name = "b" }]
            $0.status.phase = "Running"
            fill(&$0)
        }
    }

    private func running(_ name: String, restarts: Int = 0) -> ContainerStatus {
        ContainerStatus {
            $0.name = name
            $0.ready = true
            $0.restartCount = restarts
            $0.state.running = ContainerStateRunning()
        }
    }

    private func waiting(_ name: String, _ reason: String) -> ContainerStatus {
        ContainerStatus {
            $0.name = name
            $0.state.waiting = ContainerStateWaiting { $0.reason = reason }
        }
    }

    private func ended(_ name: String, _ reason: String, code: Int = 0) -> ContainerStatus {
        ContainerStatus {
            $0.name = name
            $0.state.terminated = ContainerStateTerminated {
                $0.reason = reason
                $0.exitCode = code
            }
        }
    }

    private func row(_ pod: Pod) -> [String] {
        KindTable.row(of: .pod(pod), now: Self.now).map(\.description)
    }

    @Test func `a pod that runs tells how many containers are ready`() {
        let pod = pod { $0.status.containerStatuses = [running("a"), waiting("b", "ContainerCreating")] }

        #expect(row(pod).prefix(5) == ["web", "1/2", "ContainerCreating", "0", "90s"])
    }

    @Test func `restarts tell when the last one was`() {
        let pod = pod {
            var status = running("a", restarts: 3)
            status.lastState.terminated = ContainerStateTerminated { $0.finishedAt = Self.now - .seconds(300) }
            $0.status.containerStatuses = [status, running("b")]
        }

        #expect(row(pod)[3] == "3 (5m ago)")
    }

    @Test func `init containers that are not done come first`() {
        var pod = pod {
            $0.spec.initContainers = [Container { $0.name = "i" }, Container { $0.name = "j" }]
            $0.status.phase = "Pending"
            $0.status.initContainerStatuses = [ended("i", "Completed"), running("j")]
        }
        #expect(PodSummary(pod).status == "Init:1/2")

        pod.status.initContainerStatuses[1] = waiting("j", "CrashLoopBackOff")
        #expect(PodSummary(pod).status == "Init:CrashLoopBackOff")

        pod.status.initContainerStatuses[1] = ended("j", "Error", code: 1)
        #expect(PodSummary(pod).status == "Init:Error")
    }

    @Test func `a sidecar counts among the containers`() {
        let pod = pod {
            $0.spec.initContainers = [
                Container {
                    $0.name = "s"
                    $0.restartPolicy = "Always"
                }
            ]
            var sidecar = running("s")
            sidecar.started = true
            $0.status.initContainerStatuses = [sidecar]
            $0.status.containerStatuses = [running("a"), running("b")]
        }

        #expect(row(pod)[1] == "3/3")
        #expect(row(pod)[2] == "Running")
    }

    @Test func `a pod on its way out is terminating, unless it has ended`() {
        let leaving = pod { $0.metadata.deletionTimestamp = Self.now }
        let done = pod {
            $0.metadata.deletionTimestamp = Self.now
            $0.status.phase = "Succeeded"
            $0.status.containerStatuses = [ended("a", "Completed"), ended("b", "Completed")]
        }

        #expect(PodSummary(leaving).status == "Terminating")
        #expect(PodSummary(done).status == "Completed")
    }

    @Test func `one container that goes on keeps a pod running`() {
        let pod = pod {
            $0.status.conditions = [
                PodCondition {
                    $0.type = "Ready"
                    $0.status = "True"
                }
            ]
            $0.status.containerStatuses = [ended("a", "Completed"), running("b")]
        }

        #expect(PodSummary(pod).status == "Running")
    }
}

@Suite struct KindTableTests {
    @Test(arguments: Kind.allCases)
    func `every kind has a cell for each column, and a name`(kind: Kind) {
        let columns = KindTable.columns(of: kind)

        #expect(KindTable.row(of: Object(empty: kind), now: Timestamp()).count == columns.count)
        #expect(columns.count { $0.format == "name" } == 1)
    }

    @Test func `a service tells its ports and addresses`() {
        var service = Service {
            $0.metadata.name = "web"
            $0.spec.type = "NodePort"
            $0.spec.clusterIP = "10.0.0.1"
            $0.spec.ports = [
                ServicePort {
                    $0.port = 80
                    $0.nodePort = 30080
                },
                ServicePort {
                    $0.port = 53
                    $0.protocol = "UDP"
                },
            ]
        }
        func row() -> [String] { KindTable.row(of: .service(service), now: Timestamp()).map(\.description) }

        #expect(row() == ["web", "NodePort", "10.0.0.1", "<none>", "80:30080/TCP,53/UDP", "<unknown>", "<none>"])

        service.spec.type = "LoadBalancer"
        #expect(row()[3] == "<pending>")
    }

    @Test func `endpoints beyond three are counted`() {
        let slice = EndpointSlice {
            $0.addressType = "IPv4"
            $0.endpoints = (1...5).map { number in Endpoint { $0.addresses = ["10.0.0.\(number)"] } }
        }

        let row = KindTable.row(of: .endpointSlice(slice), now: Timestamp()).map(\.description)

        #expect(row[2] == "<unset>")
        #expect(row[3] == "10.0.0.1,10.0.0.2,10.0.0.3 + 2 more...")
    }
}

@Suite struct ReadyStateTests {
    private func deployment(updated: Int, total: Int, available: Int, observed: Int = 2) -> Object {
        .deployment(
            Deployment {
                $0.metadata.generation = 2
                $0.spec.replicas = 3
                $0.status.observedGeneration = observed
                $0.status.updatedReplicas = updated
                $0.status.replicas = total
                $0.status.availableReplicas = available
                $0.status.readyReplicas = available
            }
        )
    }

    @Test func `a rollout is through when nothing of the old is left`() {
        #expect(ReadyState(deployment(updated: 3, total: 3, available: 3)).isReady)
        #expect(!ReadyState(deployment(updated: 3, total: 4, available: 3)).isReady)
        #expect(!ReadyState(deployment(updated: 3, total: 3, available: 2)).isReady)
        #expect(!ReadyState(deployment(updated: 3, total: 3, available: 3, observed: 1)).isReady)
        #expect(
            ReadyState(deployment(updated: 2, total: 4, available: 3)).text
                == "2 of 3 up to date, 3 available, 2 of the old template left"
        )
    }
}

@Suite struct DescriptionTests {
    @Test(arguments: Kind.allCases)
    func `every kind can be described`(kind: Kind) {
        var object = Object(empty: kind)
        object.metadata.name = "x"

        let text = Description(of: object, Surroundings(), now: Timestamp()).text

        #expect(text.hasPrefix("Name:             x\n"))
        #expect(text.hasSuffix("Events:           <none>\n"))
    }

    @Test func `a secret's values are not shown`() {
        let secret = Secret {
            $0.metadata.name = "s"
            $0.data = ["password": Bytes("hunter2")]
        }

        let text = Description(of: .secret(secret), Surroundings(), now: Timestamp()).text

        #expect(text.contains("password: 7 bytes"))
        #expect(!text.contains("hunter2"))
    }
}

@Suite struct CauseTreeTests {
    @Test func `causes stand under what they caused`() {
        let text = CauseTree.text(
            [
                "what": "pod made", "by": "replicaset-controller", "sequence": 7,
                "causes": [
                    ["what": "replica set scaled", "causes": [["what": "web.yaml:3"]]],
                    ["what": "pod exited", "time": "1970-01-01T00:00:05Z"],
                ],
            ],
            now: Timestamp(seconds: 10),
            style: Style(isOn: false)
        )

        #expect(
            text == """
                pod made  replicaset-controller  #7
                ├─ replica set scaled
                │  └─ web.yaml:3
                └─ pod exited  5s ago

                """
        )
    }
}
