import Containers
import Glibc
import Model
import Testing

@testable import Agent

struct VolumeTests {
    private var map: ConfigMap {
        ConfigMap {
            $0.metadata.name = "settings"
            $0.metadata.namespace = "default"
            $0.data = ["a.conf": "one", "b.conf": "two"]
        }
    }

    private func pod(_ volumes: [Volume], _ mounts: [VolumeMount]) -> Pod {
        Pod.test {
            $0.spec.volumes = volumes
            $0.spec.containers[0].volumeMounts = mounts
        }
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

    private var configVolume: Volume {
        volume("config") { $0.configMap = ConfigMapVolumeSource { $0.name = "settings" } }
    }

    @Test func `containers start when the volumes are there, and what is made of objects is read-only`() throws {
        let pod = pod(
            [configVolume, volume("data") { $0.emptyDir = EmptyDirVolumeSource() }],
            [mount("config", "/etc/app"), mount("data", "/data")]
        )
        var story = Story.fresh(pod.object, .configMap(map))

        #expect(story.last.commands.map(\.words).contains("write volumes config data"))
        #expect(story.observe(.sandboxReady(pod: "uid-web")) == [])
        let sources = [
            VolumeUse(volume: "config"): VolumeSource(path: "/v/config", isFile: false),
            VolumeUse(volume: "data"): VolumeSource(path: "/v/data", isFile: false),
        ]
        let result = VolumeResult(pod: "uid-web", revision: 1, outcome: .ready(sources))
        #expect(story.step(.volumes(result)) == ["start uid-web/main#1"])
        guard case .container(.start(let spec)) = story.last.commands.first else { return }
        #expect(
            spec.mounts == [
                ContainerMount(source: "/v/config", destination: "/etc/app", readOnly: .yes),
                ContainerMount(source: "/v/data", destination: "/data"),
            ]
        )
    }

    @Test func `a missing config map is waited for, and said`() throws {
        let pod = pod([configVolume], [mount("config", "/etc/app")])
        var story = Story.fresh(pod.object)

        let hold = "MountVolume.SetUp failed for volume \"config\" : configmap \"settings\" not found"
        #expect(story.events.contains("FailedMount: \(hold)"))
        #expect(story.statuses["web"]?.containerStatuses[0].state.waiting?.reason == "ContainerCreating")
        #expect(story.show([.configMap(map)]) == ["write volumes config"])
    }

    @Test func `a changed config map reaches a running pod`() {
        let pod = pod([configVolume], [mount("config", "/etc/app")])
        var story = Story.fresh(pod.object, .configMap(map))
        story.observe(.sandboxReady(pod: "uid-web"))
        let sources = [VolumeUse(volume: "config"): VolumeSource(path: "/v/config", isFile: false)]
        story.step(.volumes(VolumeResult(pod: "uid-web", revision: 1, outcome: .ready(sources))))
        story.observe(.started(pod.life("main", 1), pid: 1, at: story.now.nanoseconds))

        #expect(story.show([.configMap(map)]) == [])
        var changed = map
        changed.data["a.conf"] = "three"
        #expect(story.show([.configMap(changed)]) == ["write volumes config"])
    }

    @Test func `what Steady has no volumes for is said`() throws {
        let claim = volume("data") {
            $0.persistentVolumeClaim = PersistentVolumeClaimVolumeSource { $0.claimName = "data" }
        }
        let story = Story.fresh(pod([claim], [mount("data", "/data")]).object)

        let waiting = try #require(story.statuses["web"]?.containerStatuses[0].state.waiting)
        #expect(waiting.reason == "VolumeNotSupported")
        #expect(waiting.message.contains("a persistentVolumeClaim"))
    }

    // MARK: On the disk

    @Test func `files change all at once behind a link, and keep their modes`() throws {
        try inDirectory { root in
            func build(_ files: [VolumeFile]) -> VolumeResult.Outcome {
                let volume = PlannedVolume(name: "config", content: .files(files, inMemory: false))
                let uses = [VolumeUse(volume: "config"), VolumeUse(volume: "config", subPath: "a.conf")]
                return VolumeBuilder(VolumePlan(pod: "p", directory: root, volumes: [volume], uses: uses)).result()
                    .outcome
            }

            let first = [
                VolumeFile(path: "a.conf", bytes: Array("one".utf8), mode: 0o600),
                VolumeFile(path: "deep/b.conf", bytes: Array("two".utf8), mode: 0o644),
            ]
            let sources = [
                VolumeUse(volume: "config"): VolumeSource(path: "\(root)/config", isFile: false),
                VolumeUse(volume: "config", subPath: "a.conf"): VolumeSource(
                    path: "\(root)/config",
                    subPath: "..1/a.conf",
                    isFile: true
                ),
            ]
            #expect(build(first) == .ready(sources))
            #expect(build(first) == .ready(sources))
            #expect(TextFile.read("\(root)/config/a.conf") == "one")
            #expect(TextFile.read("\(root)/config/deep/b.conf") == "two")
            var status = stat()
            #expect(stat("\(root)/config/a.conf", &status) == 0 && status.st_mode & 0o777 == 0o600)

            _ = build([VolumeFile(path: "a.conf", bytes: Array("three".utf8), mode: 0o644)])

            #expect(TextFile.read("\(root)/config/a.conf") == "three")
            #expect(TextFile.read("\(root)/config/deep/b.conf") == nil)
            #expect(TextFile.read("\(root)/config/..1/a.conf") == nil)
        }
    }

    @Test func `a link that a container has left in its volume is not followed`() throws {
        try inDirectory { root in
            let volume = PlannedVolume(name: "data", content: .empty)
            let whole = VolumePlan(pod: "p", directory: root, volumes: [volume], uses: [VolumeUse(volume: "data")])
            _ = VolumeBuilder(whole).result()
            symlink("/etc", "\(root)/data/out")
            let part = VolumePlan(
                pod: "p",
                directory: root,
                volumes: [volume],
                uses: [VolumeUse(volume: "data", subPath: "out")]
            )

            guard case .failed(let message) = VolumeBuilder(part).result().outcome else {
                Issue.record("the link was followed")
                return
            }
            #expect(message.contains("is a symbolic link"))
            let new = VolumePlan(
                pod: "p",
                directory: root,
                volumes: [volume],
                uses: [VolumeUse(volume: "data", subPath: "new/deep")]
            )
            let source = VolumeSource(path: "\(root)/data", subPath: "new/deep", isFile: false)
            #expect(
                VolumeBuilder(new).result().outcome == .ready([VolumeUse(volume: "data", subPath: "new/deep"): source])
            )
        }
    }

    @Test func `a host path is as its type says, or it is refused`() throws {
        try inDirectory { root in
            try HostPath(path: "\(root)/made", type: "DirectoryOrCreate").establish()
            try HostPath(path: "\(root)/file", type: "FileOrCreate").establish()
            try HostPath(path: "\(root)/file", type: "File").establish()

            #expect(throws: AgentError("hostPath type check failed: \(root)/made is not a file")) {
                try HostPath(path: "\(root)/made", type: "File").establish()
            }
            #expect(throws: AgentError("hostPath \(root)/nothing does not exist")) {
                try HostPath(path: "\(root)/nothing", type: "").establish()
            }
        }
    }

    private func inDirectory(_ body: (String) throws -> Void) throws {
        var name = Array("/tmp/steady-volumes-XXXXXX".utf8CString)
        let root = try #require(mkdtemp(&name).map { String(cString: $0) })
        defer { remove(root) }
        try body(root)
    }

    private func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { remove("\(path)/\(name)") }
            }
            closedir(stream)
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
