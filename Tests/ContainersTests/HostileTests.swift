import ContainerContract
import Containers
import Glibc
import Testing

/// Containers that mean harm, and machines that fail at the worst moment.
@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct HostileTests {
    @Test func `a link in the place of a part of a volume leads nowhere`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let volume = try Volume(world, "data")
            let mounts = [
                ContainerMount(source: volume.path, destination: "/v"),
                ContainerMount(source: volume.path, subPath: "deep/part", destination: "/part"),
            ]
            let (lines, status) = try await world.script(
                "echo here > /part/file; cat /v/deep/part/file; rm -r /v/deep; ln -s / /v/deep; mkdir /v/part"
            ) { $0.mounts = mounts }
            #expect(lines == ["here"] && status.exitCode == 0)

            for place in ["deep", "deep/etc", "part/../../.."] {
                let again = AttemptID(pod: "a", name: "job", attempt: UInt64(2 + place.utf8.count))
                var spec = ContainerSpec(attempt: again, arguments: ["ls", "/part"])
                spec.mounts = mounts
                spec.mounts[1].subPath = place
                world.containerizer.submit(.start(spec))
                let isRefused = await world.wait { observations in
                    observations.contains { if case .startFailed(again, .mount, _) = $0 { true } else { false } }
                }
                #expect(isRefused, "\(place): \(world.observations)")
            }
        }
    }

    @Test func `a part that a container removed is made again, for everybody to write into`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let volume = try Volume(world, "data")
            let mounts = [
                ContainerMount(source: volume.path, destination: "/v"),
                ContainerMount(source: volume.path, subPath: "one/two", destination: "/part"),
            ]
            _ = try await world.script("echo x > /part/file; rm -r /v/one") { $0.mounts = mounts }

            let (lines, _) = try await world.script("ls /part; echo y > /part/file; cat /v/one/two/file", attempt: 2) {
                $0.user.user = 1000
                $0.mounts = mounts
            }

            #expect(lines == ["y"])
        }
    }

    @Test func `directories nested without end can be removed`() async throws {
        // In memory, where making so many is quick.
        let made = try NativeWorld(megabytes: 256)
        try await inWorld(made) { world in
            try await world.ready(world.sandbox("a"))
            let job = AttemptID(pod: "a", name: "job", attempt: 1)
            try await world.start(world.container(job, .runs))

            // As a container could; here, since it takes a process for each in a shell.
            var directory = open(world.layout.writable(job.container), O_RDONLY | O_DIRECTORY)
            for _ in 0..<40_000 {
                try #require(mkdirat(directory, "d", 0o755) == 0)
                let next = openat(directory, "d", O_RDONLY | O_DIRECTORY)
                mkdirat(next, "sibling", 0o755)
                close(directory)
                directory = next
            }
            close(directory)

            world.containerizer.submit(.removeSandbox(pod: "a"))
            #expect(await world.wait { $0.contains(.sandboxRemoved(pod: "a")) })
            #expect(access(world.layout.pod("a"), F_OK) != 0)
        }
    }

    @Test func `a sandbox that can't be made holds nobody up`() async throws {
        try await inWorld { world in
            // More than there are workers.
            for pod in ["x", "y", "z"] {
                var sandbox = world.sandbox(pod)
                sandbox.identities = .range(start: UInt32.max - 10)
                world.containerizer.submit(.createSandbox(sandbox))
            }
            for pod in ["x", "y", "z"] {
                let isTold = await world.wait { observations in
                    observations.contains { if case .sandboxFailed(pod, _) = $0 { true } else { false } }
                }
                #expect(isTold)
            }
            try await world.ready(world.sandbox("a"))
        }
    }

    @Test func `an exit status finds room on a disk that is full`() async throws {
        let made = try NativeWorld(megabytes: 8)
        try await inWorld(made) { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            let script = "trap 'exit 7' TERM; echo ready; while :; do sleep 0.01; done"
            try await world.start(ContainerSpec(attempt: web, arguments: ["sh", "-c", script]))
            #expect(await world.wait { _ in world.log(of: web) == ["ready"] })
            let filler = open("\(world.directory)/filler", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            let zeros = [UInt8](repeating: 0, count: 4096)
            while write(filler, zeros, zeros.count) > 0 {}
            close(filler)

            world.containerizer.submit(.signal(web, SIGTERM))

            #expect(try await world.exit(of: web).exitCode == 7)
            unlink("\(world.directory)/filler")
        }
    }

    @Test func `a start and an end are told where the memory for what is written down is full`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            let script = "trap 'exit 7' TERM; echo ready; while :; do sleep 0.01; done"
            try await world.start(ContainerSpec(attempt: web, arguments: ["sh", "-c", script]))
            #expect(await world.wait { _ in world.log(of: web) == ["ready"] })
            let filler = open("\(world.layout.memory)/filler", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            var size = statvfs()
            try #require(fstatvfs(filler, &size) == 0)
            #expect(posix_fallocate(filler, 0, off_t(size.f_bavail) * off_t(size.f_frsize)) == 0)
            close(filler)

            let late = AttemptID(pod: "a", name: "late", attempt: 1)
            world.containerizer.submit(.start(world.container(late, .runs)))
            let message = "write (in memory)/a/containers/late/1/spec: No space left on device"
            #expect(
                await world.wait { $0.contains(.startFailed(late, reason: .other, message: message)) },
                "\(world.observations)"
            )
            world.containerizer.submit(.signal(web, SIGTERM))

            #expect(try await world.exit(of: web).exitCode == 7)
            unlink("\(world.layout.memory)/filler")
        }
    }

    @Test func `want of memory is told of a container among the host's processes, too`() async throws {
        try await inWorld { world in
            var sandbox = world.sandbox("a")
            sandbox.sharesHostProcesses = true
            try await world.ready(sandbox)
            let (_, status) = try await world.script("x=x; while :; do x=$x$x; done") {
                $0.resources.memoryBytes = 16 << 20
            }
            #expect(status.outOfMemory)
        }
    }

    @Test func `a container whose conversation breaks is listened to again`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            try await world.start(world.container(web, .runs))
            let shim = try #require(world.pid(of: web).flatMap(parent(of:)).flatMap(parent(of:)))
            try world.restart()
            _ = try await world.inventory()
            world.forget()

            let socket = try #require(Self.socket(to: shim))
            shutdown(socket, Int32(SHUT_RDWR))

            let isBack = await world.wait { observations in
                observations.contains { if case .started(web, _, _) = $0 { true } else { false } }
            }
            #expect(isBack)
            world.containerizer.submit(.signal(web, SIGTERM))
            #expect(try await world.exit(of: web).signal == SIGTERM)
        }
    }

    /// This process's end of its conversation with another one.
    private static func socket(to pid: Int32) -> Int32? {
        (3..<1024).first { file in
            // The kernel's `ucred`: pid, uid, gid.
            var peer: [Int32] = [0, 0, 0]
            var size = socklen_t(MemoryLayout<Int32>.size * peer.count)
            return getsockopt(file, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer[0] == pid
        }
    }

    @Test func `a command that can't be run says why`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            try await world.start(world.container(web, .runs))
            func reason(_ attempt: AttemptID, _ command: String) async -> StartFailure? {
                do throws(ContainersError) {
                    _ = try await world.native.openSession(SessionRequest(attempt: attempt, command: [command]))
                    return nil
                } catch {
                    return error.reason
                }
            }
            #expect(await reason(web, "no-such-program") == .commandNotFound)
            #expect(await reason(web, "/etc/hostname") == .permissionDenied)
            #expect(await reason(AttemptID(pod: "a", name: "web", attempt: 2), "true") == .notRunning)

            world.native.stop()
            #expect(await reason(web, "true") == .other)
            try world.restart()
        }
    }

    @Test func `values of secrets are not written down with the arguments`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let job = AttemptID(pod: "a", name: "job", attempt: 1)
            _ = try await world.script("echo $0 s3cret") { $0.statedArguments = ["sh", "-c", "echo $0 $(TOKEN)"] }
            let written = Leftovers.text("\(world.layout.attempt(job))/spec")
            #expect(written.contains("argument=echo $0 $(TOKEN)") && !written.contains("s3cret"))
        }
    }
}
