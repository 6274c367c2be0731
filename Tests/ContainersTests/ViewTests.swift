import ContainerContract
import Containers
import Glibc
import Testing

/// What containers see of the host, which is prepared once for all of them.
@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct ViewTests {
    @Test func `each container sees the host as it is when it starts`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let directory = "/steady-\(world.instance)"
            let disk = "/srv/steady-\(world.instance)"
            try #require(mkdir(disk, 0o755) == 0)
            defer { rmdir(disk) }
            let look = "ls -d \(directory) 2>/dev/null; ls \(disk)"
            #expect(try await world.script(look).lines == [])

            try #require(mkdir(directory, 0o755) == 0)
            defer { rmdir(directory) }
            try #require(mount("disk", disk, "tmpfs", 0, "size=64k") == 0)
            let isMade = mkdir("\(disk)/file", 0o755) == 0
            let mounted = try await world.script(look, attempt: 2).lines
            try #require(umount2(disk, 0) == 0)
            let unmounted = try await world.script(look, attempt: 3).lines

            #expect(isMade && mounted == [directory, "file"])
            #expect(unmounted == [directory])
        }
    }

    @Test func `what a container writes beside its volumes no other one sees`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            let places = "/tmp /run /run/lock /root /home /dev"
            let write = "for d in \(places); do mkdir $d/trace || exit 1; done; echo ready; exec sleep 1000"
            try await world.start(ContainerSpec(attempt: web, arguments: ["sh", "-c", write]))
            #expect(await world.wait { _ in world.log(of: web) == ["ready"] })

            let (lines, _) = try await world.script(
                "for d in \(places) /var/tmp; do ls -d $d/trace 2>/dev/null; done; ls /dev/null"
            )

            #expect(lines == ["/dev/null"])
        }
    }

    @Test func `nothing is seen of the state directory among the host's files`() async throws {
        let made = try NativeWorld(home: "/var/lib")
        try await inWorld(made) { world in
            for pod in ["a", "b"] { try await world.ready(world.sandbox(pod)) }
            // In a place that the view lacks, so that the root is made for this container.
            let volume = try Volume(world, "data")
            let look = "ls -A \(world.directory); touch \(world.directory)/x 2>/dev/null && echo BREACH; true"
            let own = try await world.script(look, name: "own") {
                $0.mounts = [ContainerMount(source: volume.path, destination: "/data")]
            }
            let shared = try await world.script(look, name: "shared")

            #expect(own.lines == [] && shared.lines == [])
        }
    }

    @Test func `the host's root is not to be written to`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (lines, _) = try await world.script(
                """
                for d in / /mnt /mnt/mesos /media /usr /etc /var; do touch $d/x 2>/dev/null && echo BREACH $d; done
                ls -A /.steady 2>/dev/null && echo BREACH
                mount -o remount,rw / 2>/dev/null && echo BREACH
                umount /mnt/mesos/sandbox /tmp 2>/dev/null && echo BREACH
                echo done
                """
            ) { $0.security.isPrivileged = true }
            #expect(lines == ["done"])
        }
    }
}
