import Cluster
import Controllers
import Model
import Testing
import YAML

/// `why` and `history`, in the words that people read.
@Suite struct `What became of an object` {
    private let web = ObjectKey(.deployment, namespace: "default", name: "web")

    private func bench(_ replicas: Int = 1, version: String = "v1", strategy: String = "{}") throws -> ClusterBench {
        var bench = ClusterBench()
        bench.addNode("n1")
        try state(&bench, replicas, version, strategy)
        return bench
    }

    private func state(
        _ bench: inout ClusterBench,
        _ replicas: Int,
        _ version: String = "v1",
        _ strategy: String = "{}"
    ) throws {
        let manifest = Manifest.deployment("web", replicas: replicas, version: version, strategy: strategy)
        try bench.state([("web.yaml", manifest)])
    }

    private func container(_ change: (inout ContainerStatus) -> Void) -> ContainerStatus {
        ContainerStatus {
            $0.name = "main"
            $0.containerID = "native://a/main#1"
            change(&$0)
        }
    }

    private func start(_ pod: Pod, _ bench: inout ClusterBench) {
        let running = container { $0.state.running = ContainerStateRunning() }
        bench.report(pod) { status in
            status.phase = .running
            status.podIP = "10.0.0.9"
            status.containerStatuses = [running]
        }
    }

    private func end(_ pod: Pod, _ bench: inout ClusterBench) throws {
        let live = try #require(bench.state.get(Pod.self, pod.metadata.name, namespace: "default"))
        let ended = container { status in
            status.restartCount = 3
            status.lastState.terminated = ContainerStateTerminated {
                $0.exitCode = 137
                $0.reason = "OOMKilled"
                $0.containerID = "native://a/main#1"
            }
            status.state.waiting = ContainerStateWaiting {
                $0.reason = "CrashLoopBackOff"
                $0.message = "back-off 10s restarting failed container=main pod=web"
            }
        }
        bench.report(live) { status in
            status.containerStatuses = [ended]
            status.conditions.removeAll { $0.type == "Ready" }
        }
    }

    @Test func `a crash is told back to the file`() throws {
        var bench = try bench()
        let pod = try #require(bench.pods().first)
        let (name, set) = (pod.metadata.name, try #require(pod.metadata.controller?.name))
        start(pod, &bench)
        bench.makeReady(try #require(bench.pods().first))
        try end(pod, &bench)

        let story = try told(bench) { try $0.story(pod.key) }

        #expect(
            story == [
                "pod/\(name): container main exited with 137 (out of memory), restarts in 10s",
                "pod/\(name): container main started (native), address 10.0.0.9",
                "pod/\(name) was scheduled onto n1",
                "pod/\(name) created",
                "replicaset/\(set) created, for 1 pod",
                "deployment/web created, for 1 pod  [web.yaml:1]",
            ]
        )
    }

    @Test func `a crash that a probe caused says so`() throws {
        var bench = try bench()
        let pod = try #require(bench.pods().first)
        start(pod, &bench)
        let message = "Container main failed liveness probe, will be restarted"
        for (reason, message) in [("Unhealthy", "Liveness probe failed"), ("Killing", message)] {
            let event = EventReport(
                key: pod.key,
                uid: pod.metadata.uid,
                isNormal: true,
                reason: reason,
                message: message
            )
            bench.step([.report(NodeReport(node: "n1", events: [event]))])
        }
        try end(pod, &bench)

        let story = try told(bench) { try $0.story(pod.key) }

        #expect(story.dropFirst().first == "event Killing: \(message)")
        #expect(story.contains("pod/\(pod.metadata.name): container main started (native), address 10.0.0.9"))
    }

    @Test func `a pod that is gone is told back to the edit that ended it`() throws {
        var bench = try bench(3)
        for pod in bench.pods() { bench.makeReady(pod) }
        bench.wait(.seconds(1))
        try state(&bench, 2)
        let pod = try #require(bench.pods().first { $0.metadata.deletionTimestamp != nil })
        bench.reportStopped(pod)
        let set = try #require(pod.metadata.controller?.name)

        try told(bench) { chronicle in
            let story = try chronicle.story(pod.key)
            #expect(
                story == [
                    "pod/\(pod.metadata.name) is gone",
                    "pod/\(pod.metadata.name) was asked to end within 30 s",
                    "replicaset/\(set) scaled down from 3 to 2 pods",
                    "deployment/web: replicas 3 → 2  [web.yaml:1]",
                ]
            )
            let ending = "was asked to end within 30 s; because replicaset/\(set) scaled down from 3 to 2 pods"
            let lines = try chronicle.lines(pod.key)
            #expect(lines.suffix(2) == [ending, "is gone"])
        }
    }

    @Test func `who deletes a pod is told, and not who made it`() throws {
        var bench = try bench()
        let pod = try #require(bench.pods().first)
        bench.ask(.delete(pod.key, DeleteOptions()))

        let story = try told(bench) { try $0.story(pod.key) }

        #expect(story == ["pod/\(pod.metadata.name) was asked to end within 30 s  [delete by ada]"])
    }

    @Test func `what left the directory is told back to it, with all that belonged to it`() throws {
        var bench = try bench()
        let pod = try #require(bench.pods().first)
        let set = try #require(pod.metadata.controller?.name)
        let other = Manifest.deployment("other", replicas: 0)
        try bench.state([("other.yaml", other)])
        bench.reportStopped(pod)

        try told(bench) { chronicle in
            let deployment = try chronicle.story(web)
            #expect(deployment == ["deployment/web is gone", "no file of /manifests states it any more"])
            let story = try chronicle.story(pod.key)
            #expect(
                story == [
                    "pod/\(pod.metadata.name) is gone", "pod/\(pod.metadata.name) was asked to end within 30 s",
                    "replicaset/\(set) is gone", "deployment/web is gone", "no file of /manifests states it any more",
                ]
            )
        }
    }

    @Test func `a call that deletes is told with who called`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Manifest.deployment("web", replicas: 1))
        bench.ask(.delete(web, DeleteOptions()))

        let story = try told(bench) { try $0.story(web) }

        #expect(story == ["deployment/web is gone", "ada called delete deployment/web"])
    }

    @Test func `a step of a rollout says how far it is`() throws {
        let strategy = "{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}"
        var bench = try bench(3, strategy: strategy)
        for pod in bench.pods() { bench.makeReady(pod) }
        let old = try #require(bench.pods().first?.metadata.controller?.name)
        try state(&bench, 3, "v2", strategy)
        let first = try #require(bench.pods().first { $0.metadata.controller?.name != old })
        bench.makeReady(first)
        let ending = try #require(bench.pods().first { $0.metadata.deletionTimestamp != nil })

        let story = try told(bench) { try $0.story(ending.key) }

        #expect(
            story == [
                "pod/\(ending.metadata.name) was asked to end within 30 s",
                "replicaset/\(old) scaled down from 3 to 2 pods, a step of the rollout: 1 of 3 new pods is up",
                "pod/\(first.metadata.name) became ready",
                "deployment/web: container main's env VERSION v1 → v2  [web.yaml:1]",
            ]
        )
    }

    @Test func `what has no place says why`() throws {
        var bench = ClusterBench()
        bench.addNode("n1", cpu: "1")
        let big = """
            apiVersion: v1
            kind: Pod
            metadata: {name: big}
            spec: {containers: [{name: main, command: [sleep], resources: {requests: {cpu: "9"}}}]}
            """
        try bench.create(big)
        let pod = try #require(bench.pods().first)

        let story = try told(bench) { try $0.story(pod.key) }

        #expect(story.first == "pod/big can't be scheduled: 0/1 nodes are available: 1 Insufficient cpu.")
        #expect(story.last == "pod/big created  [create by ada]")
    }

    @Test func `a Deployment's history tells how its rollouts went, and whose word they were`() throws {
        var bench = try bench(2)
        for pod in bench.pods() { bench.makeReady(pod) }
        bench.ask(.scale(web, replicas: 1))
        try state(&bench, 1)

        let lines = try told(bench) { try $0.lines(web) }

        #expect(lines.contains("created, for 2 pods  [web.yaml:1]"))
        #expect(lines.contains("began to roll out revision 1"))
        #expect(lines.contains("rolls out: 2 of 2 pods updated, 1 up"))
        #expect(lines.contains("is rolled out: all 2 pods are up"))
        #expect(lines.contains("replicas 2 → 1  [web.yaml:1]"))
        #expect(lines.allSatisfy { !$0.contains("status.") }, "\(lines)")
    }

    @Test func `fields without a sentence are named, the first ones`() throws {
        var bench = ClusterBench()
        try bench.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: x}}")
        let key = ObjectKey(.configMap, namespace: "default", name: "c")
        bench.ask(.patch(key, .merge(["data": ["a": "y"]])))
        bench.ask(.patch(key, .merge(["data": ["a": "z", "b": "1", "c": "2", "d": "3"]])))
        bench.ask(.patch(key, .merge(["metadata": ["labels": ["tier": "back"]]])))

        let lines = try told(bench) { try $0.lines(key) }.filter { !$0.hasPrefix("ada called") }

        #expect(
            lines == [
                "created  [create by ada]", "data.a x → y  [patch by ada]",
                "data.a y → z, data.b none → 1, and 2 fields more  [patch by ada]",
                "label tier none → back  [patch by ada]",
            ]
        )
    }

    @Test func `a field within an element of a list is named, by name, key or place`() throws {
        var bench = ClusterBench()
        try bench.create(
            "{apiVersion: marathon/v2, kind: App, metadata: {name: clock}, spec: {id: /clock, cmd: date, "
                + "healthChecks: [{protocol: HTTP, intervalSeconds: 10}, {protocol: TCP, intervalSeconds: 9}]}}"
        )
        let clock = ObjectKey(.app, namespace: "default", name: "clock")
        let checks: Value = [
            ["protocol": "HTTP", "intervalSeconds": 5], ["protocol": "TCP", "intervalSeconds": 9],
        ]
        bench.ask(.patch(clock, .merge(["spec": ["healthChecks": checks]])))
        try bench.create(
            "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {ports: [{port: 80, targetPort: 1}]}}"
        )
        let service = ObjectKey(.service, namespace: "default", name: "s")
        bench.ask(.patch(service, .merge(["spec": ["ports": [["port": 80, "targetPort": 2]]]])))

        let mounts = { (isReadOnly: String) in
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector: {matchLabels: {a: b}}, "
                + "template: {metadata: {labels: {a: b}}, spec: {volumes: [{name: v, emptyDir: {}}], containers: [{name: c, "
                + "command: [x], volumeMounts: [{name: v, mountPath: /x}, {name: v, mountPath: /y, readOnly: \(isReadOnly)}]}]}}}}"
        }
        let deployment = ObjectKey(.deployment, namespace: "default", name: "d")
        try bench.apply(deployment, mounts("false"))
        try bench.apply(deployment, mounts("true"))

        let checked = try told(bench) { try $0.lines(clock) }
        let served = try told(bench) { try $0.lines(service) }
        let mounted = try told(bench) { try $0.lines(deployment) }
        #expect(checked.contains { $0.hasPrefix("healthChecks[0].intervalSeconds 10 → 5") }, "\(checked)")
        #expect(served.contains { $0.hasPrefix("ports[80/TCP].targetPort 1 → 2") }, "\(served)")
        #expect(
            mounted.contains { $0.hasPrefix("container c's volumeMounts[/y].readOnly none → true") },
            "\(mounted)"
        )
    }
}
