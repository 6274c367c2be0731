import CLinux
import ContainerContract
import Glibc
import Testing

@testable import Containers
import Driving

/// In a network namespace of the test's own, so that nothing of it is on the machine's network.
@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct NetworkTests {
    @Test func `a pod is plugged into its bridge, and routes through its gateway`() async throws {
        try await inNetwork { world in
            var sandbox = world.sandbox("a")
            sandbox.network = .own(
                PodLink(
                    bridge: "bridge0",
                    hostInterface: "pod-a",
                    address: "10.77.3.4",
                    gateway: "10.77.0.1",
                    mtu: 1400
                )
            )
            try await world.ready(sandbox)

            let (lines, status) = try await world.script(
                """
                ip -o -4 address show eth0 | grep -o 'inet [0-9./]*'
                ip route | sed 's/ *$//'
                cat /sys/class/net/eth0/mtu /proc/sys/net/ipv4/ip_unprivileged_port_start
                bash -c 'exec 3<>/dev/tcp/10.77.0.1/9999 && cat <&3'
                """
            )

            #expect(
                lines == [
                    "inet 10.77.3.4/32", "default via 10.77.0.1 dev eth0 onlink", "10.77.0.1 dev eth0 scope link",
                    "1400", "0", "hello from the host",
                ]
            )
            #expect(status.exitCode == 0)
            world.containerizer.submit(.removeSandbox(pod: "a"))
            #expect(await world.wait { $0.contains(.sandboxRemoved(pod: "a")) })
            world.forget()
            // The cable is gone, and so is its name: it can be plugged again.
            try await world.ready(sandbox)
        }
    }

    @Test func `a pod on the host's network sees it, and has no other rights there`() async throws {
        try await inNetwork { world in
            var sandbox = world.sandbox("a")
            sandbox.network = .host
            try await world.ready(sandbox)
            let (lines, _) = try await world.script(
                "cat /sys/class/net/bridge0/mtu; ip link set bridge0 down 2>/dev/null && echo BREACH; echo done"
            )
            #expect(lines == ["1500", "done"])
        }
    }

    @Test func `a pod may set kernel parameters of its own, and no others`() async throws {
        try await inWorld { world in
            var sandbox = world.sandbox("a")
            sandbox.sysctls = ["net.ipv4.ip_default_ttl": "33", "kernel.shmmni": "77"]
            try await world.ready(sandbox)
            let (lines, _) = try await world.script(
                "cat /proc/sys/net/ipv4/ip_default_ttl /proc/sys/kernel/shmmni"
            )
            #expect(lines == ["33", "77"])
            for name in ["kernel.panic", "net/../kernel.panic", "vm.swappiness"] {
                world.forget()
                sandbox.pod = "b"
                sandbox.sysctls = [name: "1"]
                world.containerizer.submit(.createSandbox(sandbox))
                let message = "the kernel parameter \(name) is not one of the pod's own"
                #expect(await world.wait { $0 == [.sandboxFailed(pod: "b", message: message)] })
            }
        }
    }

    @Test func `a bridge that is missing is a sandbox that fails, and says so`() async throws {
        try await inNetwork { world in
            var sandbox = world.sandbox("a")
            sandbox.network = .own(
                PodLink(bridge: "bridge9", hostInterface: "pod-a", address: "10.77.3.4", gateway: "10.77.0.1")
            )
            world.containerizer.submit(.createSandbox(sandbox))
            let message = "find the bridge bridge9: No such device"
            #expect(await world.wait { $0.contains(.sandboxFailed(pod: "a", message: message)) })
        }
    }

    /// Threads inherit the namespace of the one that makes them: the world's are made in the new one.
    private func inNetwork(_ body: (NativeWorld) async throws -> Void) async throws {
        let made: Result<(NativeWorld, Int32), any Error> = await withCheckedContinuation { continuation in
            do {
                _ = try Worker(named: "network") {
                    continuation.resume(
                        returning: Result {
                            try #require(clinux_unshare_network() == 0)
                            let commands = """
                                ip link add bridge0 type bridge && ip address add 10.77.0.1/16 dev bridge0 &&
                                ip link set bridge0 up && ip link set lo up
                                """
                            try #require(system(commands) == 0)
                            return (try NativeWorld(), try greeter())
                        }
                    )
                }
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }
        let (world, listener) = try made.get()
        defer { close(listener) }
        try await inWorld(world, body)
    }

    /// Greets one caller at port 9999.
    private func greeter() throws -> Int32 {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(9999).bigEndian
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(bound == 0 && listen(listener, 1) == 0)
        _ = try Worker(named: "greeter") {
            let caller = accept(listener, nil, nil)
            guard caller >= 0 else { return }
            write(caller, "hello from the host\n", 20)
            close(caller)
        }
        return listener
    }
}
