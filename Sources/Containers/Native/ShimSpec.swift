import CLinux
import Glibc

/// What a shim is asked for, as `key=value` pairs each ended by a NUL.
///
/// It goes through an anonymous file in memory, since an environment may hold secrets, and those don't go to the disk.
struct ShimSpec {
    private(set) var bytes: [UInt8] = []

    mutating func set(_ key: String, _ value: String) {
        bytes += key.utf8
        bytes.append(UInt8(ascii: "="))
        // Nothing that a process could be given can hold a NUL.
        if value.utf8.contains(0) { bytes += value.utf8.filter { $0 != 0 } } else { bytes += value.utf8 }
        bytes.append(0)
    }

    mutating func set(_ key: String, _ value: some BinaryInteger) { set(key, String(value)) }
    mutating func set(_ key: String, _ value: Bool) { set(key, value ? "1" : "0") }

    mutating func mount(_ source: String, part: String = "", at target: String, _ flags: String) {
        set("mount.source", source)
        if !part.isEmpty { set("mount.part", part) }
        set("mount.target", target)
        set("mount.flags", flags)
    }

    /// An anonymous file that holds the spec. The caller closes it.
    func file() throws(ContainersError) -> Int32 {
        let file = try Files.check(clinux_memory_file("steady-spec"), "make a file in memory for the spec")
        do {
            try Files.writeAll(bytes, to: file, "the spec")
        } catch {
            close(file)
            throw error
        }
        return file
    }
}

extension ShimSpec {
    /// For the shim's `sandbox`.
    init(_ sandbox: SandboxSpec, layout: StateLayout, cgroups: CgroupTree) {
        set("state", layout.root)
        set("pod", sandbox.pod)
        setNamespaces(SandboxRecord(sandbox))
        set("hostname", sandbox.hostname)
        set("shm", sandbox.sharedMemoryBytes)
        if case .own(let link) = sandbox.network {
            set("net.bridge", link.bridge)
            set("net.host", link.hostInterface)
            set("net.address", link.address)
            set("net.gateway", link.gateway)
            set("net.prefix", link.prefixLength)
            set("net.mtu", link.mtu)
        }
        for (name, value) in sandbox.sysctls.sorted(by: { $0.key < $1.key }) {
            set("sysctl", name.split(separator: ".").joined(separator: "/"))
            set("sysctl.value", value)
        }
        setCgroups(cgroups.pod(sandbox.pod, sandbox.limits))
    }

    /// For the shim's `run`.
    init(_ container: ContainerSpec, in sandbox: SandboxRecord, layout: StateLayout, cgroups: CgroupTree) {
        set("name", container.attempt.description)
        set("state", layout.root)
        set("pod", container.attempt.container.pod)
        setNamespaces(sandbox)
        setProcess(container, in: sandbox)
        setMounts(container, in: sandbox, layout: layout)
        let group = cgroups.container(container.attempt, container.resources)
        setCgroups(group)
        for file in group.joins { set("cgroup.join", file) }
        if let file = group.outOfMemoryFile { set("oom.file", file) }
        set("log.name", layout.logName(container.attempt))
        set("log.bytes", container.log.bytes)
        set("log.files", container.log.files)
    }

    private mutating func setNamespaces(_ sandbox: SandboxRecord) {
        if let start = sandbox.firstID {
            set("ns.user", true)
            set("ids", start)
        }
        set("ns.net", sandbox.hasOwnNetwork)
        set("ns.ipc", !sandbox.sharesHostIPC)
        set("ns.uts", sandbox.hasOwnNetwork)
        set("pid.host", sandbox.sharesHostProcesses)
    }

    private mutating func setProcess(_ container: ContainerSpec, in sandbox: SandboxRecord) {
        for argument in container.arguments { set("arg", argument) }
        for variable in container.environment { set("env", "\(variable.name)=\(variable.value)") }
        if !container.environment.contains(where: { $0.name == "PATH" }) { set("env", "PATH=\(Self.defaultPath)") }
        set("cwd", container.workingDirectory ?? ContainerSpec.sandboxDirectory)
        set("uid", container.user.user)
        set("gid", container.user.group)
        for group in container.user.supplementaryGroups { set("group", group) }
        let security = container.security
        set("caps", String(Capabilities.of(security, usesHostUsers: sandbox.firstID == nil), radix: 16))
        set("nnp", !security.allowsPrivilegeEscalation && !security.isPrivileged)
        set("seccomp", !security.isSeccompUnconfined && !security.isPrivileged)
        set("privileged", security.isPrivileged)
        set("readonly", security.hasReadOnlyRoot)
        set("tty", container.hasTerminal)
        set("stdin", container.keepsStandardInput)
        if let score = container.outOfMemoryScoreAdjustment { set("oom.score", String(score)) }
        for limit in container.resourceLimits {
            guard let number = Self.limitNumbers[limit.name] else { continue }
            set("rlimit", "\(number):\(limit.soft):\(limit.hard)")
        }
    }

    private mutating func setMounts(_ container: ContainerSpec, in sandbox: SandboxRecord, layout: StateLayout) {
        let pod = "\(SHIM_MEMORY)/\(container.attempt.container.pod)/sandbox"
        mount(
            layout.writable(container.attempt.container),
            at: ContainerSpec.sandboxDirectory,
            container.security.hasReadOnlyRoot ? "ir" : "i"
        )
        if sandbox.hasHostsFile { mount("\(pod)/hosts", at: "/etc/hosts", "fmr") }
        if sandbox.hasResolvConf { mount("\(pod)/resolv.conf", at: "/etc/resolv.conf", "fmr") }
        mount("\(pod)/hostname", at: "/etc/hostname", "fmr")
        mount("its termination message", at: container.termination.path, "fw")
        if sandbox.sharesHostIPC { mount("/dev/shm", at: "/dev/shm", "") }
        for entry in container.mounts {
            var flags = entry.isFile ? "f" : ""
            if entry.isIdentityMapped { flags += "i" }
            switch entry.readOnly {
            case .no: break
            case .yes: flags += "r"
            case .recursively: flags += "R"
            }
            mount(entry.source, part: entry.subPath, at: entry.destination, flags)
        }
    }

    private mutating func setCgroups(_ group: CgroupTree.Group) {
        for directory in group.directories { set("cgroup", directory) }
        for setting in group.settings {
            set(setting.isOptional ? "cgroup.try" : "cgroup.set", setting.file)
            set("cgroup.value", setting.value)
        }
    }

    private static let defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

    /// The kernel's numbers (`RLIMIT_…`) by their names; the same on all architectures that Steady runs on.
    static let limitNumbers: [String: Int] = [
        "cpu": 0, "fsize": 1, "data": 2, "stack": 3, "core": 4, "rss": 5, "nproc": 6, "nofile": 7, "memlock": 8,
        "as": 9, "locks": 10, "sigpending": 11, "msgqueue": 12, "nice": 13, "rtprio": 14, "rttime": 15,
    ]
}
