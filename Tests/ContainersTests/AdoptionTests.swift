import ContainerContract
import Glibc
import Testing

@testable import Containers

@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct AdoptionTests {
    let web = AttemptID(pod: "a", name: "web", attempt: 1)

    @Test func `a container runs on without a daemon, and the next one adopts it`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(world.container(web, .runs))
            let pid = try #require(world.pid(of: web))

            try world.restart()
            let inventory = try await world.inventory()

            #expect(inventory.sandboxes.map(\.pod) == ["a"] && inventory.sandboxes.allSatisfy(\.isReady))
            #expect(inventory.sandboxes.first?.firstIdentity == world.firstID)
            guard case .running(pid, _) = try #require(inventory.attempts.first).phase else {
                Issue.record("\(inventory)")
                return
            }
            world.containerizer.submit(.signal(web, SIGTERM))
            #expect(try await world.exit(of: web).signal == SIGTERM)
        }
    }

    @Test func `an exit while no daemon ran is not lost, nor a line of output`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let spec = ContainerSpec(
                attempt: web,
                arguments: [
                    "sh", "-c",
                    "trap 'i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done; exit 7' TERM; echo ready; while :; do sleep 0.01; done",
                ]
            )
            try await world.start(spec)
            let pid = try #require(world.pid(of: web))
            #expect(await world.wait { _ in world.log(of: web) == ["ready"] })

            world.native.stop()
            kill(pid, SIGTERM)
            let status = "\(world.layout.attempt(web))/status"
            #expect(await world.wait { _ in Leftovers.text(status).contains("exited") })
            try world.restart()
            let inventory = try await world.inventory()

            guard case .exited(let found) = try #require(inventory.attempts.first).phase else {
                Issue.record("\(inventory)")
                return
            }
            #expect(found.exitCode == 7)
            #expect(world.log(of: web) == ["ready"] + (0..<2000).map { "line \($0)" })
        }
    }

    @Test func `a container dies with its shim, and the next life can begin`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(
                ContainerSpec(attempt: web, arguments: ["sh", "-c", "setsid sleep 1000 & sleep 1000"])
            )
            let pid = try #require(world.pid(of: web))
            let shim = try #require(parent(of: pid).flatMap(parent(of:)))

            kill(shim, SIGKILL)

            let status = try await world.exit(of: web)
            #expect(status.signal == SIGKILL)
            #expect(kill(pid, 0) == -1 && errno == ESRCH)
            let second = AttemptID(pod: "a", name: "web", attempt: 2)
            try await world.start(world.container(second, .runs))
        }
    }

    @Test func `a shim that was killed while no daemon ran is found out`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(world.container(web, .runs))
            let pid = try #require(world.pid(of: web))
            let shim = try #require(parent(of: pid).flatMap(parent(of:)))

            world.native.stop()
            kill(shim, SIGKILL)
            try world.restart()
            let inventory = try await world.inventory()

            guard case .exited(let status) = try #require(inventory.attempts.first).phase else {
                Issue.record("\(inventory)")
                return
            }
            #expect(status.code == 137)
            #expect(kill(pid, 0) == -1 && errno == ESRCH)
        }
    }

    @Test func `after a restart of the machine sandboxes and attempts are gone, and logs and files are not`()
        async throws
    {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let script = "echo kept > file; echo said; exec sleep 1000"
            try await world.start(ContainerSpec(attempt: web, arguments: ["sh", "-c", script]))
            #expect(await world.wait { _ in world.log(of: web) == ["said"] })
            let pid = try #require(world.pid(of: web))
            let shim = try #require(parent(of: pid).flatMap(parent(of:)))

            // What a restart leaves: files, and nothing else.
            world.native.stop()
            kill(shim, SIGKILL)
            #expect(umount2("\(world.directory)/ns/pins", Int32(MNT_DETACH)) == 0)
            #expect(umount2("\(world.directory)/ns", Int32(MNT_DETACH)) == 0)
            try world.restart()
            let inventory = try await world.inventory()

            #expect(
                inventory == Inventory(sandboxes: [SandboxState(pod: "a", isReady: false)], lastTraces: [web])
            )
            let logs = try ContainerLogs(layout: world.layout)
            defer { logs.stop() }
            #expect(await logs.attempts(of: web.container) == [web])
            try await world.ready(world.sandbox("a"))
            let second = try await world.script("cat file", name: "web", attempt: 2)
            #expect(second.lines == ["kept"])
            #expect(world.log(of: web) == ["said"])
            // As the agent does with the life before the last.
            world.containerizer.submit(.remove(web))
            #expect(await world.wait { $0.contains(.removed(web)) })
            #expect(access(world.layout.log(web), F_OK) != 0)
        }
    }

    @Test func `a daemon that can't see what runs starts nothing a second time`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(world.container(web, .runs))
            let shim = try #require(world.pid(of: web).flatMap(parent(of:)).flatMap(parent(of:)))
            let home = world.layout.containers("a")
            let directory = open(home, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            #expect(flock(directory, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)

            // To a daemon in another namespace of processes it looks as after a restart, but for this lock.
            world.native.stop()
            kill(shim, SIGKILL)
            #expect(umount2("\(world.directory)/ns/pins", Int32(MNT_DETACH)) == 0)
            #expect(umount2("\(world.directory)/ns", Int32(MNT_DETACH)) == 0)
            #expect(await world.wait { _ in flock(directory, LOCK_SH | LOCK_NB) == 0 })
            #expect(throws: ContainersError.self) { try world.restart() }

            close(directory)
            try world.restart()
        }
    }

    @Test func `a daemon that can't find out whether something runs starts nothing`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            world.native.stop()
            #expect(umount2("\(world.directory)/ns/pins", Int32(MNT_DETACH)) == 0)
            #expect(umount2("\(world.directory)/ns", Int32(MNT_DETACH)) == 0)
            // It can't be opened, and not for want of anything there.
            let link = world.layout.containers("b")
            mkdir(world.layout.pod("b"), 0o700)
            symlink("containers", link)
            #expect(throws: ContainersError.self) { try world.restart() }

            unlink(link)
            try world.restart()
        }
    }

    @Test func `what runs is told where nobody can say which sandboxes there are`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(world.container(web, .runs))
            let shim = "\(world.directory)/shim"
            symlink(try #require(NativeContainerizer.shimBesideThisProgram()), shim)
            try world.restart(shim: shim)
            // Then there is nobody to look, and no way to find somebody.
            unlink(shim)
            kill(try #require(world.native.launcher.serverPID), SIGKILL)

            #expect(try await world.inventory().attempts.map(\.phase.isRunning) == [true])

            try world.restart()
        }
    }

    @Test func `a daemon refuses to start beside containers of an earlier version`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let attempt = "\(world.layout.writable(web.container))/attempts/1"
            var path = world.layout.pods
            for name in attempt.dropFirst(path.utf8.count).split(separator: "/") {
                path += "/\(name)"
                mkdir(path, 0o755)
            }
            let lock = open("\(attempt)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            #expect(throws: ContainersError.self) { try world.restart() }

            // The same of a container's own making holds nobody up.
            fchown(lock, world.firstID, world.firstID)
            try world.restart()
            close(lock)
        }
    }

    @Test func `a daemon among mounts of its own finds what another one wrote down`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.start(world.container(web, .runs))
            let written = Leftovers.text("\(world.layout.attempt(web))/status")

            // The pins are not to be seen there, as they are not among mounts that were copied before they were made.
            #expect(umount2("\(world.directory)/ns/pins", Int32(MNT_DETACH)) == 0)
            #expect(umount2("\(world.directory)/ns", Int32(MNT_DETACH)) == 0)
            try world.restart()
            let inventory = try await world.inventory()

            #expect(inventory.attempts.map(\.phase.isRunning) == [true])
            #expect(written.hasPrefix("started "))
            #expect(Leftovers.text("\(world.layout.attempt(web))/status") == written)
        }
    }

    @Test func `pins that were taken away under a daemon are made again`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            #expect(umount2("\(world.directory)/ns/pins", Int32(MNT_DETACH)) == 0)
            #expect(umount2("\(world.directory)/ns", Int32(MNT_DETACH)) == 0)

            world.containerizer.submit(.start(world.container(web, .runs)))
            let isTold = await world.wait { observations in
                observations.contains { if case .startFailed(self.web, .sandboxGone, _) = $0 { true } else { false } }
            }
            #expect(isTold, "\(world.observations)")
            world.forget()
            try await world.ready(world.sandbox("a"))

            let second = AttemptID(pod: "a", name: "web", attempt: 2)
            try await world.start(world.container(second, .runs))
            try world.restart()
            #expect(try await world.inventory().attempts.map(\.attempt) == [second])
        }
    }

    @Test func `everything can be taken down by a daemon that started nothing`() async throws {
        try await inWorld { world in
            for pod in ["a", "b"] {
                try await world.ready(world.sandbox(pod))
                try await world.start(world.container(AttemptID(pod: pod, name: "web", attempt: 1), .runs))
            }
            try world.restart()
            // `inWorld` takes it down and counts what is left.
        }
    }
}
