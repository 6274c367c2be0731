/// The kernel's capabilities as bits.
enum Capabilities {
    /// What a process may do that runs as uid `0` in the container.
    static func of(_ profile: SecurityProfile, usesHostUsers: Bool) -> UInt64 {
        if profile.isPrivileged { return all }
        var set = usual
        // With the host's own root behind it, a device node would be the device.
        if usesHostUsers { set &= ~bit("MKNOD") }
        for name in profile.droppedCapabilities { set &= name == "ALL" ? 0 : ~bit(name) }
        for name in profile.addedCapabilities { set |= name == "ALL" ? all : bit(name) }
        return set
    }

    /// The names that a profile may use, without `CAP_`, in the kernel's order.
    static let names = [
        "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP",
        "LINUX_IMMUTABLE", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER",
        "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT", "SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN", "SYS_BOOT", "SYS_NICE",
        "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE", "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP",
        "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG", "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ", "PERFMON", "BPF",
        "CHECKPOINT_RESTORE",
    ]

    /// Whether a profile may use the name; `CAP_` before it is allowed.
    static func isKnown(_ name: String) -> Bool { name == "ALL" || bit(name) != 0 }

    private static let all: UInt64 = (1 << UInt64(names.count)) - 1

    /// The fourteen that Docker gives, and everybody since.
    private static let usual: UInt64 = [
        "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "NET_BIND_SERVICE",
        "NET_RAW", "SYS_CHROOT", "MKNOD", "AUDIT_WRITE", "SETFCAP",
    ].reduce(0) { $0 | bit($1) }

    /// 0 for a name that the kernel doesn't know.
    private static func bit(_ name: String) -> UInt64 {
        let short = name.hasPrefix("CAP_") ? String(name.dropFirst(4)) : name
        return names.firstIndex(of: short).map { 1 << UInt64($0) } ?? 0
    }
}
