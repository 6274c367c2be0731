import Containers
import Driving
import Glibc
import Model
import Networking
import Synchronization
import Testing

@testable import Agent

/// The agent with real containers, on the host's network, so that nothing of this machine's network is touched.
@Suite(.enabled(if: geteuid() == 0, "native containers need root"))
struct NativeAgentTests {
    @Test func `a pod with a volume runs, is started again when it is killed, adopted, and stopped`() throws {
        let machine = try Machine()
        defer { machine.end() }
        let map = ConfigMap {
            $0.metadata.name = "greeting"
            $0.metadata.namespace = "default"
            $0.data = ["text": "hello from the config map"]
        }
        let pod = Pod.test { pod in
            pod.spec.hostNetwork = true
            pod.spec.terminationGracePeriodSeconds = 20
            pod.spec.volumes = [
                Volume {
                    $0.name = "greeting"
                    $0.configMap = ConfigMapVolumeSource { $0.name = "greeting" }
                }
            ]
            pod.spec.containers[0].command = ["/bin/sh", "-c", "cat /greeting/text; echo; exec sleep 1000"]
            pod.spec.containers[0].volumeMounts = [
                VolumeMount {
                    $0.name = "greeting"
                    $0.mountPath = "/greeting"
                }
            ]
        }

        machine.show([pod.object, .configMap(map)], isComplete: true)
        let first = try #require(machine.wait { $0.isReady })
        #expect(first.containerStatuses[0].restartCount == 0)
        let log = machine.layout.log(pod.life("main", 1))
        #expect(machine.waitForText("hello from the config map", in: log))

        machine.submit(.signal(pod.life("main", 1), 9))
        let second = try #require(machine.wait { $0.isReady && $0.containerStatuses[0].restartCount == 1 })
        #expect(second.containerStatuses[0].lastState.terminated?.exitCode == 137)

        try machine.restartDaemon()
        var known = pod
        known.status = second
        machine.show([known.object, .configMap(map)], isComplete: true)
        machine.show([known.deleted(at: NodeAgentDriver.wallClock(), grace: 20).object])
        #expect(machine.waitForEnd())
        #expect(!machine.observations.contains { if case .started = $0 { true } else { false } })
    }

    @Test func `volumes of every sort are there, and a changed config map reaches the running container`() throws {
        let machine = try Machine()
        defer { machine.end() }
        var map = ConfigMap {
            $0.metadata.name = "settings"
            $0.metadata.namespace = "default"
            $0.data = ["mode": "slow"]
        }
        let secret = Secret {
            $0.metadata.name = "keys"
            $0.metadata.namespace = "default"
            $0.data = ["token": Bytes("s3cret")]
        }
        let script = """
            echo secret=$(cat /secret/token) mode=$(stat -Lc %a:%u /secret/token)
            echo x > /memory/file && echo memory=$(stat -fc %T /memory)
            echo x > /data/file && echo part=$(ls /part)
            while :; do echo mode=$(cat /settings/mode); sleep 0.05; done
            """
        let pod = Pod.test { pod in
            pod.spec.hostNetwork = true
            pod.spec.volumes = [
                volume("settings") { $0.configMap = ConfigMapVolumeSource { $0.name = "settings" } },
                volume("secret") {
                    $0.secret = SecretVolumeSource {
                        $0.secretName = "keys"
                        $0.defaultMode = 0o400
                    }
                },
                volume("memory") { $0.emptyDir = EmptyDirVolumeSource { $0.medium = "Memory" } },
                volume("data") { $0.emptyDir = EmptyDirVolumeSource() },
            ]
            pod.spec.containers[0].command = ["/bin/sh", "-c", script]
            pod.spec.containers[0].volumeMounts = [
                mount("settings", "/settings"), mount("secret", "/secret"), mount("memory", "/memory"),
                mount("data", "/data"), mount("data", "/part", "a/b"),
            ]
        }
        let log = machine.layout.log(pod.life("main", 1))

        machine.show([pod.object, .configMap(map), .secret(secret)], isComplete: true)
        #expect(machine.waitForText("mode=slow", in: log))
        let text = TextFile.read(log) ?? ""
        #expect(text.contains("secret=s3cret mode=400:0"))
        #expect(text.contains("memory=tmpfs"))
        #expect(text.contains("part=\n"))

        map.data["mode"] = "fast"
        machine.show([.configMap(map)])
        #expect(machine.waitForText("mode=fast", in: log))

        machine.show([], removed: [ObjectKey(.pod, namespace: "default", name: "web")])
        #expect(machine.waitUntilGone(machine.layout.pod("uid-web")))
    }

    private func volume(_ name: String, _ fill: (inout Volume) -> Void) -> Volume {
        Volume {
            $0.name = name
            fill(&$0)
        }
    }

    private func mount(_ name: String, _ path: String, _ subPath: String = "") -> VolumeMount {
        VolumeMount {
            $0.name = name
            $0.mountPath = path
            $0.subPath = subPath
        }
    }

    @Test func `logs can be read and commands talked to`() async throws {
        let machine = try Machine()
        defer { machine.end() }
        let pod = Pod.test {
            $0.spec.hostNetwork = true
            $0.spec.containers[0].command = ["/bin/sh", "-c", "echo one; echo two >&2; exec sleep 1000"]
        }
        machine.show([pod.object], isComplete: true)
        _ = try #require(machine.wait { $0.isReady })
        let access = try NodeAccess(layout: machine.native.layout, sessions: machine.native)
        defer { access.stop() }

        let lines = Mutex<[String]>([])
        for _ in 0..<1000 where lines.withLock({ $0.count }) < 2 {
            lines.withLock { $0 = [] }
            try await access.readLog(LogRequest(podUID: "uid-web", container: "main")) { found in
                lines.withLock { $0 += found.map { String(decoding: $0.bytes, as: UTF8.self) } }
            }
        }
        #expect(lines.withLock { $0.sorted() } == ["one", "two"])

        let talk = try await access.startExec(
            ExecStart(
                podUID: "uid-web",
                container: "main",
                command: ["/bin/sh", "-c", "cat; echo bye >&2; exit 3"],
                hasInput: true,
                isTerminal: false
            )
        )
        try await talk.write(Array("spoken".utf8))
        await talk.closeInput()
        let heard = Mutex<[ExecOutput]>([])
        let end = try await talk.readOutput { output in heard.withLock { $0.append(output) } }
        #expect(end == .exited(code: 3))
        #expect(heard.withLock { $0.contains(.standardOutput(Array("spoken".utf8))) })
        #expect(heard.withLock { $0.contains(.standardError(Array("bye\n".utf8))) })

        await #expect(throws: PodAccessError.self) {
            try await access.readLog(LogRequest(podUID: "nobody", container: "main")) { _ in }
        }
    }
}

/// A state directory, a daemon's containerizer and agent, and what the control plane was told.
private final class Machine: Sendable {
    private struct State {
        var native: NativeContainerizer?
        var driver: NodeAgentDriver?
        var observations: [ContainerObservation] = []
        var revision: UInt64 = 0
    }

    let layout: StateLayout
    private let instance: String
    private let state = Mutex(State())
    private let volumes: DiskVolumes
    private let prober: SocketProber
    private let reports = Mailbox<NodeReport>()

    private static let count = Atomic<Int>(0)

    init() throws {
        instance = "agent-\(getpid())-\(Self.count.add(1, ordering: .relaxed).newValue)"
        layout = StateLayout(root: "/tmp/steady-\(instance)")
        volumes = try DiskVolumes()
        prober = try SocketProber()
        try start()
    }

    var native: NativeContainerizer {
        guard let native = state.withLock(\.native) else { preconditionFailure("the machine is off") }
        return native
    }

    /// Since the last start of the daemon.
    var observations: [ContainerObservation] { state.withLock(\.observations) }

    private func start() throws {
        let shim = try #require(NativeContainerizer.shimBesideThisProgram())
        let configuration = NativeContainerizer.Configuration(
            stateDirectory: layout.root,
            instance: instance,
            shim: shim
        )
        var settings = AgentSettings.test
        settings.podsDirectory = layout.pods
        let edges = NodeAgentDriver.Edges(
            volumes: volumes,
            prober: prober,
            services: { _ in },
            report: { [reports] in reports.send($0) }
        )
        let driver = try NodeAgentDriver(NodeAgent(settings), edges: edges) { observer in
            let native = try NativeContainerizer(configuration) { [weak self] observation in
                self?.state.withLock { $0.observations.append(observation) }
                observer(observation)
            }
            state.withLock { $0.native = native }
            return native
        }
        state.withLock { $0.driver = driver }
    }

    /// The daemon ends and another one begins; containers run on.
    func restartDaemon() throws {
        stop()
        state.withLock { $0.observations = [] }
        try start()
    }

    private func stop() {
        let (driver, native) = state.withLock { state in
            defer { (state.driver, state.native) = (nil, nil) }
            return (state.driver, state.native)
        }
        driver?.stop()
        native?.stop()
    }

    func show(_ objects: [Object], isComplete: Bool = false, removed: [ObjectKey] = []) {
        let (driver, revision) = state.withLock { state in
            state.revision += 1
            return (state.driver, state.revision)
        }
        driver?.show(NodeView(revision: revision, isComplete: isComplete, objects: objects, removed: removed))
    }

    func submit(_ command: ContainerCommand) { native.submit(command) }

    /// The first status told that is so; nil when it is not told within a minute.
    func wait(until isSo: (PodStatus) -> Bool) -> PodStatus? {
        for _ in 0..<600 {
            for report in reports.receive(timeout: .milliseconds(100)) ?? [] {
                for pod in report.pods where isSo(pod.status) { return pod.status }
            }
        }
        return nil
    }

    /// Whether a pod is told stopped within a minute.
    func waitForEnd() -> Bool {
        for _ in 0..<600 {
            for report in reports.receive(timeout: .milliseconds(100)) ?? [] where !report.stopped.isEmpty {
                return true
            }
        }
        return false
    }

    /// Whether a file holds a text within a minute.
    func waitForText(_ text: String, in path: String) -> Bool {
        waitUntil { TextFile.read(path)?.contains(text) ?? false }
    }

    /// Whether nothing is at the path within a minute.
    func waitUntilGone(_ path: String) -> Bool { waitUntil { !Directories.exists(path) } }

    private func waitUntil(_ isSo: () -> Bool) -> Bool {
        for _ in 0..<6000 {
            if isSo() { return true }
            usleep(10_000)
        }
        return false
    }

    /// Leaves nothing.
    func end() {
        let native = state.withLock(\.native)
        state.withLock(\.driver)?.stop()
        #expect(throws: Never.self) { try native?.removeAll() }
        native?.stop()
        volumes.stop()
        prober.stop()
        rmdir(layout.pods)
        rmdir(layout.root)
    }
}

extension PodStatus {
    fileprivate var isReady: Bool { conditions.contains { $0.type == "Ready" && $0.status == .true } }
}
