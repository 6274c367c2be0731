import Containers
import Glibc
import Testing

@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct VolumeTests {
    @Test func `root inside owns what root owns outside, in a volume`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let volume = try Volume(world, "data")
            try volume.write("hello", to: "private", mode: 0o600)

            let (lines, _) = try await world.script(
                "cat /data/private; echo; stat -c %u /data/private; echo x > /data/new"
            ) {
                $0.mounts = [ContainerMount(source: volume.path, destination: "/data")]
            }

            #expect(lines == ["hello", "0"])
            var status = stat()
            #expect(stat("\(volume.path)/new", &status) == 0 && status.st_uid == 0)
        }
    }

    @Test func `a volume is mounted where the host has no such place`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let volume = try Volume(world, "data")
            try volume.write("hello\n", to: "file")
            let places = [
                "/etc/a/b", "/etc/c", "/usr/share/x y:z,w", "/usr/lib/app", "/mnt/mesos/sandbox/d", "/run/e/f",
                "/home/g", "/tmp/h", "/root/i/j", "/mnt/mesos/sandboxes",
            ]

            // The last one is a place in the root itself, which is then made for this container alone.
            for (number, places) in [places, places + ["/config/k", "/media/l"]].enumerated() {
                let (lines, status) = try await world.script(
                    places.map { "cat '\($0)/file'" }.joined(separator: "; ")
                        + "; test -e /etc/passwd && test -x /usr/bin/id && test $(pwd) = /mnt/mesos/sandbox",
                    attempt: UInt64(number + 1)
                ) { spec in
                    spec.mounts = places.map { ContainerMount(source: volume.path, destination: $0, readOnly: .yes) }
                }

                #expect(lines == places.map { _ in "hello" })
                #expect(status.exitCode == 0)
            }
        }
    }

    @Test func `a single file is mounted, read-only, over one that is there or is not`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let volume = try Volume(world, "data")
            try volume.write("hello\n", to: "file")

            let (lines, _) = try await world.script("cat /etc/fstab /etc/new /srv/deep/file; echo x > /etc/new") {
                spec in
                spec.mounts = ["/etc/fstab", "/etc/new", "/srv/deep/file"].map {
                    ContainerMount(
                        source: "\(volume.path)/file",
                        destination: $0,
                        readOnly: .recursively,
                        isFile: true
                    )
                }
            }

            #expect(lines.prefix(3) == ["hello", "hello", "hello"])
            #expect(lines.last?.contains("Read-only") == true)
        }
    }

    @Test func `a link that a container made leads no mount out of it`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let volume = try Volume(world, "data")
            try volume.write("hello\n", to: "file")
            _ = try await world.script("ln -s /etc here; ln -s / root")

            let (lines, _) = try await world.script("cat /etc/file; ls /usr/bin/id", attempt: 2) {
                $0.mounts = [ContainerMount(source: volume.path, destination: "/mnt/mesos/sandbox/here")]
            }

            #expect(lines == ["hello", "/usr/bin/id"])
            #expect(access("/etc/file", F_OK) != 0)
        }
    }

    @Test func `a source that is missing is a failed mount that names it`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            var spec = ContainerSpec(attempt: web, arguments: ["true"])
            spec.mounts = [ContainerMount(source: "/no/such/place", destination: "/data")]
            world.containerizer.submit(.start(spec))
            let message = "open /no/such/place for the mount at /data: No such file or directory"
            #expect(await world.wait { $0.contains(.startFailed(web, reason: .mount, message: message)) })
        }
    }

    @Test func `containers find the program that they are promised, for as long as it is there`() async throws {
        let program = "/tmp/steady-program-\(getpid())"
        #expect(symlink("/bin/echo", program) == 0)
        defer { unlink(program) }
        try await inWorld(NativeWorld(program: program)) { world in
            try await world.ready(world.sandbox("a"))
            let name = "\(ContainerSpec.programDirectory)/steady"

            let (lines, _) = try await world.script("exec 2>&1; \(name) hello; echo x > \(name)") {
                $0.user.user = 1000
            }
            #expect(lines.first == "hello")
            #expect(lines.count == 2 && lines.last?.contains("Read-only") == true)

            unlink(program)
            let (rest, status) = try await world.script("ls /run/steady 2>/dev/null; echo on", attempt: 2)
            #expect(rest.last == "on" && status.exitCode == 0)
        }
    }

    @Test func `the sandbox outlives a restart of the container, and nothing else of its root does`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            _ = try await world.script("pwd > kept; echo x > /tmp/lost; echo x > /dev/shm/shared")
            let (lines, _) = try await world.script("cat kept; ls /tmp; cat /dev/shm/shared", attempt: 2)
            #expect(lines == ["/mnt/mesos/sandbox", "x"])
        }
    }

    @Test func `a pod has its own hosts, resolv.conf and host name`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (lines, _) = try await world.script("cat /etc/hosts /etc/resolv.conf /etc/hostname; hostname")
            #expect(lines == ["127.0.0.1 localhost", "nameserver 127.0.0.1", "a", "a"])
        }
    }

    @Test func `last words are read from their file, or else from the log`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (_, first) = try await world.script("echo goodbye > /dev/termination-log; exit 1", name: "first")
            let (_, second) = try await world.script("echo one; echo two >&2; exit 1", name: "second") {
                $0.termination = TerminationMessage(path: "/tmp/words", fallsBackToLog: true)
            }
            #expect(first.message == "goodbye\n")
            #expect(Set(second.message.split(separator: "\n")) == ["one", "two"])
        }
    }
}
