import Model
import Rendering
import Testing
import YAML

@Suite struct AppDeploymentTests {
    private func app(
        _ path: String,
        _ deployment: String,
        _ action: AppDeploymentAction,
        isRunning: Bool = true,
        dependencies: [String] = [],
        waits: String? = nil
    ) -> App {
        App {
            $0.metadata.name = AppID(path).objectName
            $0.spec.id = path
            $0.spec.dependencies = dependencies
            $0.status.deployment = AppDeployment {
                $0.id = deployment
                $0.action = action
                $0.state = isRunning ? .running : .succeeded
                $0.version = "2026-01-01T00:00:00.000Z"
                $0.startedAt = Timestamp(seconds: 1000)
            }
            if let waits {
                $0.status.conditions = [
                    Condition {
                        $0.type = "Waiting"
                        $0.status = .true
                        $0.message = waits
                    }
                ]
            }
        }
    }

    @Test func `a deployment of several apps goes step by step along their dependencies`() throws {
        let deployments = AppDeployments([
            app("/web", "d1", .restartApplication, dependencies: ["/api"], waits: "waits for /api"),
            app("/api", "d1", .startApplication, dependencies: ["/db"]),
            app("/db", "d1", .scaleApplication, isRunning: false),
        ])

        #expect(
            deployments.value == [
                [
                    "id": "d1", "version": "2026-01-01T00:00:00.000Z", "affectedApps": ["/api", "/db", "/web"],
                    "affectedPods": [],
                    "steps": [
                        ["actions": [["action": "StartApplication", "app": "/api"]]],
                        ["actions": [["action": "ScaleApplication", "app": "/db"]]],
                        ["actions": [["action": "ScaleApplication", "app": "/api"]]],
                        ["actions": [["action": "RestartApplication", "app": "/web"]]],
                    ],
                    "currentActions": [["action": "ScaleApplication", "app": "/api", "readinessCheckResults": []]],
                    "currentStep": 3, "totalSteps": 4,
                ]
            ]
        )
        #expect(
            deployments.table(now: Timestamp(seconds: 1005))
                == "ID    STEP   AGE   ACTIONS                 WAITS\n"
                + "d1    3/4    5s    ScaleApplication /api   /web waits for /api\n"
        )
    }

    @Test func `what is stopped goes before what it rests on`() throws {
        let deployments = AppDeployments([
            app("/web", "d1", .stopApplication, dependencies: ["/db"]), app("/db", "d1", .stopApplication),
        ])

        #expect(
            deployments.value.array?.first?["steps"] == [
                ["actions": [["action": "StopApplication", "app": "/web"]]],
                ["actions": [["action": "StopApplication", "app": "/db"]]],
            ]
        )
    }

    @Test func `deployments that are over are none`() {
        let over = AppDeployments([app("/web", "d1", .restartApplication, isRunning: false)])
        #expect(over.isEmpty && over.value == [])
    }

    @Test func `apps that wait for one another are listed all the same`() {
        let circle = AppDeployments([
            app("/a", "d1", .startApplication, dependencies: ["/b"]),
            app("/b", "d1", .startApplication, dependencies: ["/a"]),
        ])
        #expect(circle.value.array?.first?["affectedApps"] == ["/a", "/b"])
    }
}

@Suite struct AppRolloutStatusTests {
    private func pod(_ name: String, version: String = "v2", _ fill: (inout Pod) -> Void = { _ in }) -> Pod {
        Pod {
            $0.metadata.name = name
            $0.metadata.labels[MarathonPod.versionLabel] = version
            $0.spec.nodeName = "n1"
            $0.status.phase = .running
            $0.status.conditions = [condition("Ready", .true)]
            fill(&$0)
        }
    }

    private func condition(_ type: String, _ status: ConditionStatus, _ message: String = "") -> PodCondition {
        PodCondition {
            $0.type = type
            $0.status = status
            $0.message = message
        }
    }

    private func app(_ fill: (inout App) -> Void = { _ in }) -> App {
        App {
            $0.metadata.name = "web"
            $0.spec.instances = 2
            $0.status.instances = 3
            $0.status.currentInstances = 1
            $0.status.tasksRunning = 3
            $0.status.deployment = AppDeployment {
                $0.id = "d1"
                $0.state = .running
            }
            fill(&$0)
        }
    }

    @Test func `an app under way is told of instance by instance`() {
        let warm = AppReadinessCheck { $0.name = "warm" }
        let pods = [
            pod("web-a", version: "v1"),
            pod("web-b") { MarathonPod(appID: "/web", readinessCheck: warm).annotate(&$0) },
            pod("web-c") {
                MarathonPod(appID: "/web", readinessCheck: warm).annotate(&$0)
                $0.status.conditions.append(condition(MarathonPod.readinessCondition, .false, "HTTP 503\nlater"))
            },
            pod("web-d") {
                $0.status.conditions = [condition(MarathonPod.healthCondition, .unknown, "no result yet")]
            },
            pod("web-e") {
                $0.spec.nodeName = ""
                $0.status.conditions = [condition("PodScheduled", .false, "no room")]
            },
            pod("web-f") { $0.metadata.deletionTimestamp = Timestamp(seconds: 1) },
            pod("web-g"),
        ]

        #expect(
            RolloutStatus(app(), pods, configuration: "v2")
                == .underWay(
                    """
                    Waiting for app "web" rollout to finish: 1 of 2 up to date, 3 ready, 2 of an earlier definition left...
                      web-a on n1: of an earlier definition, healthy
                      web-b on n1: healthy, not ready: warm has no answer yet
                      web-c on n1: healthy, not ready: warm HTTP 503 later
                      web-d on n1: runs, not healthy: no result yet
                      web-e: waits for a node: no room
                      web-f on n1: on its way out
                      web-g on n1: ready
                    """
                )
        )
    }

    @Test func `a deployment that was cancelled, and apps that wait for one another, come to no end`() {
        let cancelled = app { $0.status.deployment?.state = .cancelled }
        #expect(
            RolloutStatus(cancelled)
                == .failed("app \"web\": deployment d1 was cancelled: 1 of 2 instances are up to date")
        )
        let circle = app {
            $0.status.conditions = [
                Condition {
                    $0.type = "Waiting"
                    $0.status = .true
                    $0.reason = "CyclicDependencies"
                    $0.message = "Dependency graph has cyclic dependencies: /a, /b, /a."
                }
            ]
        }
        #expect(
            RolloutStatus(circle) == .failed("app \"web\": Dependency graph has cyclic dependencies: /a, /b, /a.")
        )
    }

    @Test func `an app is rolled out when its deployment is through`() {
        let done = app {
            $0.status.instances = 2
            $0.status.currentInstances = 2
            $0.status.tasksRunning = 2
            $0.status.deployment?.state = .succeeded
        }
        #expect(RolloutStatus(done) == .done("app \"web\" successfully rolled out"))
    }
}
