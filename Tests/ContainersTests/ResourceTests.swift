import ContainerContract
@testable import Containers
import Glibc
import Testing

@Suite(.serialized, .enabled(if: isRoot, "native containers need root"))
struct ResourceTests {
    @Test func `a container that wants too much memory is killed, and the reason is told`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (_, status) = try await world.script("x=x; while :; do x=$x$x; done") {
                $0.resources.memoryBytes = 16 << 20
            }
            #expect(status.outOfMemory)
            #expect(status.code == 137)
        }
    }

    @Test func `a fork bomb stays within its bound`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            var spec = ContainerSpec(
                attempt: web,
                arguments: [
                    "sh", "-c",
                    "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 1000 & done; wait",
                ]
            )
            spec.resources.processes = 10
            world.containerizer.submit(.start(spec))
            _ = try await world.exit(of: web)
            #expect(world.log(of: web).contains { $0.contains("annot fork") })
        }
    }

    /// Those in which Steady makes no cgroups, and once did.
    private static let unusedHierarchies: [String] = ["/sys/fs/cgroup/cpuacct", "/sys/fs/cgroup/freezer"]
        .filter { access($0, W_OK) == 0 }

    @Test(.enabled(if: !unusedHierarchies.isEmpty, "only version 1 of cgroups has hierarchies that nobody uses"))
    func `a container that an older Steady started in more cgroups leaves none of them behind`() async throws {
        let hierarchies = Self.unusedHierarchies
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            for path in hierarchies {
                for part in ["/steady", "/steady/\(world.instance)", "/steady/\(world.instance)/a"] {
                    try #require(mkdir(path + part, 0o755) == 0 || errno == EEXIST)
                }
                try #require(mkdir("\(path)/steady/\(world.instance)/a/web.1", 0o755) == 0)
            }

            world.containerizer.submit(.removeSandbox(pod: "a"))

            #expect(await world.wait { $0.contains(.sandboxRemoved(pod: "a")) })
            for path in hierarchies { #expect(access("\(path)/steady/\(world.instance)/a", F_OK) != 0) }
        }
    }

    @Test func `limits reach the cgroups`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let web = AttemptID(pod: "a", name: "web", attempt: 1)
            var spec = world.container(web, .runs)
            spec.resources = ResourceLimits(
                cpuWeightMillis: 250,
                cpuLimitMillis: 500,
                memoryBytes: 64 << 20,
                processes: 50
            )
            try await world.start(spec)
            let pid = try #require(world.pid(of: web))
            let groups = Leftovers.lines("/proc/\(pid)/cgroup")
            func value(_ controller: String, _ file: String) -> String {
                for line in groups
                where line.split(separator: ":")[1].split(separator: ",").contains(Substring(controller)) {
                    let path = line.split(separator: ":", maxSplits: 2)[2]
                    return Leftovers.lines("/sys/fs/cgroup/\(controller)\(path)/\(file)").first ?? ""
                }
                return ""
            }
            guard groups.contains(where: { $0.contains(":memory:") }) else { return }  // cgroup version 2
            #expect(value("cpu", "cpu.shares") == "256")
            #expect(value("cpu", "cpu.cfs_quota_us") == "50000")
            #expect(value("memory", "memory.limit_in_bytes") == String(64 << 20))
            #expect(value("pids", "pids.max") == "50")
        }
    }

    @Test func `process limits are set, as far as the host's own allow`() async throws {
        try await inWorld { world in
            try await world.ready(world.sandbox("a"))
            let (lines, _) = try await world.script("ulimit -Sn; ulimit -Hn; ulimit -c") {
                $0.resourceLimits = [
                    ProcessLimit(name: "nofile", soft: 100, hard: 200), ProcessLimit(name: "core", soft: 0, hard: 0),
                ]
            }
            #expect(lines == ["100", "200", "0"])
        }
    }
}

@Suite
struct CgroupTreeTests {
    @Test func `on version 1 each controller has its hierarchy, and co-mounted ones are used once`() {
        let tree = CgroupTree(
            instance: "x",
            mountInfo: """
                1 0 0:1 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
                2 0 0:2 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
                3 0 0:3 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
                4 0 0:4 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,name=systemd
                """,
            membership: "2:cpu,cpuacct:/\n1:name=systemd:/system.slice/steady.service\n0::/"
        )

        #expect(!tree.isVersion2)
        #expect(tree.hierarchies == ["/sys/fs/cgroup/cpu,cpuacct", "/sys/fs/cgroup/memory"])
        let group = tree.container(
            AttemptID(pod: "p", name: "web", attempt: 3),
            ResourceLimits(cpuWeightMillis: 1000, memoryBytes: 5)
        )
        #expect(
            group.joins == [
                "/sys/fs/cgroup/cpu,cpuacct/steady/x/p/web.3/tasks", "/sys/fs/cgroup/memory/steady/x/p/web.3/tasks",
            ]
        )
        #expect(
            group.settings.first
                == CgroupTree.Setting(
                    file: "/sys/fs/cgroup/cpu,cpuacct/steady/x/p/web.3/cpu.shares",
                    value: "1024"
                )
        )
    }

    @Test(arguments: [UInt64.min, 1, UInt64(Int.max), .max])
    func `no limit is too large to be written down`(amount: UInt64) {
        for line in ["cgroup2 cgroup2 rw", "cgroup cgroup rw,cpu,memory,pids"] {
            let tree = CgroupTree(instance: "x", mountInfo: "1 0 0:1 / /cgroup rw - \(line)", membership: "")
            let limits = ResourceLimits(
                cpuWeightMillis: amount,
                cpuLimitMillis: amount,
                memoryBytes: amount,
                processes: amount
            )
            #expect(tree.pod("p", limits).settings.count >= 5)
        }
    }

    @Test func `cgroups that an older Steady made go with their pod, and with all`() throws {
        var template = Array("/tmp/steady-cgroups-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { for name in ["cpu", "cpuacct", ""] { rmdir("\(root)/\(name)") } }
        let tree = CgroupTree(
            instance: "x",
            mountInfo: """
                1 0 0:1 / \(root)/cpu rw - cgroup cgroup rw,cpu
                2 0 0:2 / \(root)/cpuacct rw - cgroup cgroup rw,cpuacct
                """,
            membership: ""
        )
        #expect(tree.hierarchies == ["\(root)/cpu"])
        for hierarchy in ["cpu", "cpuacct"] {
            for path in [
                "", "/steady", "/steady/x", "/steady/x/p", "/steady/x/p/web.1", "/steady/x/q", "/steady/x/q/web.1",
            ] {
                try #require(mkdir("\(root)/\(hierarchy)\(path)", 0o755) == 0)
            }
        }

        try tree.removePod("p")
        #expect(Leftovers.entries("\(root)/cpuacct/steady/x") == ["q"])
        #expect(Leftovers.entries("\(root)/cpu/steady/x") == ["q"])
        try tree.removeAll()
        #expect(Leftovers.entries("\(root)/cpuacct") == [] && Leftovers.entries("\(root)/cpu") == [])
    }

    @Test func `a pod's controllers are delegated one by one, since a machine may lack one`() {
        let tree = CgroupTree(instance: "x", mountInfo: "1 0 0:1 / /cgroup rw - cgroup2 cgroup2 rw", membership: "")
        let values = tree.pod("p", ResourceLimits()).settings.map(\.value)
        #expect(values == ["+cpu", "+memory", "+pids"])
    }

    @Test func `on version 2 there is one directory, and weights have another scale`() {
        let tree = CgroupTree(
            instance: "x",
            mountInfo: "1 0 0:1 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw",
            membership: "0::/system.slice/steady.service"
        )

        #expect(tree.isVersion2)
        let group = tree.container(
            AttemptID(pod: "p", name: "web", attempt: 3),
            ResourceLimits(cpuWeightMillis: 1000, cpuLimitMillis: 500, memoryBytes: 5, processes: 7)
        )
        let directory = "/sys/fs/cgroup/steady/x/p/web.3"
        #expect(group.directories == [directory])
        #expect(group.joins == ["\(directory)/cgroup.procs"])
        #expect(group.outOfMemoryFile == "\(directory)/memory.events")
        #expect(
            group.settings.map { "\($0.file.dropFirst(directory.count + 1)) \($0.value)" } == [
                "cpu.weight 39", "cpu.max 50000 100000", "memory.max 5", "memory.swap.max 0", "pids.max 7",
            ]
        )
    }
}
