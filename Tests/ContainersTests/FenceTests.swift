import Containers
import Glibc
import Testing

/// What a container may see and do. Each script runs as root inside.
@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct FenceTests {
    @Test func `a hostile container gets nowhere`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            try await world.ready(other(world))
            let victim = AttemptID(pod: "b", name: "web", attempt: 1)
            try await world.start(
                ContainerSpec(
                    attempt: victim,
                    arguments: ["sh", "-c", "echo secret > file; exec sleep 1000"]
                )
            )
            // A socket that only root's good manners would keep a process from.
            let socket = try HostSocket(path: "/run/steady-\(world.instance).socket")
            defer { socket.close() }

            let (lines, status) = try await world.script(
                """
                breach() { echo "BREACH: $*"; }
                test -e \(socket.path) && breach socket in /run
                ls /run | grep -v lock && breach something in /run
                test -e /proc/1/root/\(socket.path) && breach host through /proc/1/root
                ls /proc/1/root 2>/dev/null | grep . && breach entered /proc/1/root
                ls /proc/1/fd 2>/dev/null | grep . && breach saw the files of init
                cat /etc/shadow 2>/dev/null && breach read shadow
                for d in /root /home /mnt/mesos/sandbox; do test -n "$(ls -A $d)" && breach something in $d; done
                ls -d \(world.directory) 2>/dev/null && breach saw the state directory
                cat \(world.layout.writable(victim.container))/file 2>/dev/null && breach read the file of another pod
                for f in /sys/kernel/uevent_helper /sys/power/state /proc/sys/kernel/core_pattern \
                    /proc/sys/kernel/hostname /proc/sysrq-trigger /sys/class/net/lo/mtu; do
                    (echo x > $f) 2>/dev/null && breach wrote $f
                done
                (echo x > /usr/bin/breach) 2>/dev/null && breach wrote into /usr
                (echo x > /breach) 2>/dev/null && breach wrote into /
                mknod sda b 254 0 2>/dev/null && breach made a device
                mknod kmsg c 1 11 2>/dev/null && breach made a device
                mount -t tmpfs none /tmp 2>/dev/null && breach mounted
                mount -o remount,rw /usr 2>/dev/null && breach remounted
                umount /proc/sys 2>/dev/null && breach unmounted
                unshare -U true 2>/dev/null && breach made a user namespace
                unshare -m true 2>/dev/null && breach made a mount namespace
                nsenter -t 1 -m true 2>/dev/null && breach entered a namespace
                chroot /proc/1/root true 2>/dev/null && breach chrooted to init
                cp /bin/sh ./sh && chmod u+s ./sh && ./sh -c 'grep -q "NoNewPrivs:.0" /proc/self/status' && breach may gain privileges
                for p in /proc/[0-9]*; do
                    case $(cat $p/comm 2>/dev/null) in
                    sh|cat|steady-init|"") ;;
                    *) breach saw $(cat $p/comm) ;;
                    esac
                done
                kill -9 1; kill -0 1 || breach killed init
                cat /proc/kcore 2>/dev/null | head -c 1 | grep -q . && breach read kcore
                dmesg 2>/dev/null | grep -q . && breach read the log of the kernel
                ip link add x type dummy 2>/dev/null && breach made an interface
                date -s 2001-01-01 2>/dev/null >/dev/null && breach set the clock
                hostname breach 2>/dev/null && breach set the host name
                echo done
                """
            )

            #expect(lines == ["done"])
            #expect(status.exitCode == 0)
            #expect(world.pid(of: victim).map { kill($0, 0) } == 0)
        }
    }

    @Test func `root inside is nobody outside`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            try await world.start(ContainerSpec(attempt: web, arguments: ["sleep", "1000"]))

            let pid = try #require(world.pid(of: web))
            let uids = Leftovers.lines("/proc/\(pid)/status").first { $0.hasPrefix("Uid:") }
            #expect(uids == "Uid:\t" + Array(repeating: String(world.firstID), count: 4).joined(separator: "\t"))
            let groups = Leftovers.text("/proc/\(pid)/cgroup")
            #expect(groups.contains("/steady/\(world.instance)/a/web.1"))
        }
    }

    @Test func `a container has the usual fourteen capabilities, a filter and no new privileges`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (lines, _) = try await world.script("grep -E 'CapEff|CapBnd|NoNewPrivs|^Seccomp:' /proc/self/status")
            #expect(
                lines == ["CapEff:\t00000000a80425fb", "CapBnd:\t00000000a80425fb", "NoNewPrivs:\t1", "Seccomp:\t2"]
            )
        }
    }

    @Test func `capabilities are added and dropped by name`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (lines, _) = try await world.script("grep CapEff /proc/self/status") { spec in
                spec.security.droppedCapabilities = ["ALL"]
                spec.security.addedCapabilities = ["NET_BIND_SERVICE"]
            }
            #expect(lines == ["CapEff:\t0000000000000400"])
        }
    }

    @Test func `a privileged container can mount, within its pod`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (lines, _) = try await world.script(
                """
                mkdir x && mount -t tmpfs none x && touch x/y && echo mounted
                mount -o remount,rw,bind /usr 2>/dev/null && touch /usr/breach && echo BREACH
                cat /etc/shadow 2>/dev/null && echo BREACH
                echo done
                """
            ) { $0.security.isPrivileged = true }
            #expect(lines == ["mounted", "done"])
        }
    }

    @Test func `another user has no capabilities and its own files`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (lines, _) = try await world.script("id; grep CapEff /proc/self/status; touch x && stat -c %u:%g x") {
                $0.user = UserIdentity(user: 1000, group: 1001, supplementaryGroups: [27])
            }
            #expect(lines.count == 3 && lines[0].contains("uid=1000") && lines[0].contains("gid=1001"))
            #expect(lines.dropFirst() == ["CapEff:\t0000000000000000", "1000:1001"])
        }
    }

    @Test func `a read-only root leaves only volumes to write to`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let volume = try Volume(world, "data")
            let (lines, _) = try await world.script(
                "for d in /tmp /run /root . /var/tmp /data; do touch $d/x 2>/dev/null && echo wrote $d; done; true"
            ) { spec in
                spec.security.hasReadOnlyRoot = true
                spec.mounts = [ContainerMount(source: volume.path, destination: "/data")]
            }
            #expect(lines == ["wrote /data"])
        }
    }

    @Test func `with the host's users, root is root behind a read-only view`() async throws {
        try await inWorld { world in
            var sandbox = world.sandbox("a")
            sandbox.identities = .host
            try await world.ready(sandbox)
            let volume = try Volume(world, "data")
            let (lines, status) = try await world.script(
                """
                cat /proc/self/uid_map | tr -s ' '
                touch /usr/breach 2>/dev/null && echo BREACH
                mknod sda b 254 0 2>/dev/null && echo BREACH
                mount -t tmpfs none /tmp 2>/dev/null && echo BREACH
                (echo x > /proc/sys/kernel/core_pattern) 2>/dev/null && echo BREACH
                (echo x > /proc/sysrq-trigger) 2>/dev/null && echo BREACH
                touch /data/x && stat -c %u /data/x
                """
            ) { $0.mounts = [ContainerMount(source: volume.path, destination: "/data")] }
            #expect(lines == [" 0 0 4294967295", "0"])
            #expect(status.exitCode == 0)
        }
    }

    private func other(_ world: NativeWorld) -> SandboxSpec {
        var spec = world.sandbox("b")
        spec.identities = .range(start: world.firstID + 0x4000_0000)
        return spec
    }
}

/// A directory on the host that a test mounts; within the world's own, and gone with it.
struct Volume {
    let path: String

    init(_ world: NativeWorld, _ name: String) throws {
        for above in [world.layout.pod("a"), world.layout.volumes("a")] { mkdir(above, 0o755) }
        path = "\(world.layout.volumes("a"))/\(name)"
        try #require(mkdir(path, 0o755) == 0)
    }

    func write(_ text: String, to name: String, mode: mode_t = 0o644) throws {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_CLOEXEC, mode)
        try #require(file >= 0)
        defer { close(file) }
        let bytes = Array(text.utf8)
        try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
    }
}

/// A socket of the host's that listens.
final class HostSocket {
    let path: String
    private let file: Int32

    init(path: String) throws {
        self.path = path
        file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { [file] in
                bind(file, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && listen(file, 1) == 0)
        chmod(path, 0o777)
    }

    func close() {
        Glibc.close(file)
        unlink(path)
    }
}
