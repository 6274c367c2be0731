/// Limits in the words of the kernel's files.
struct CgroupBounds {
    struct Bound: Sendable, Hashable {
        var controller: String
        var file: String
        var value: String
        /// This kernel may lack the file or refuse the value.
        var isOptional = false
    }

    private let limits: ResourceLimits
    private let isVersion2: Bool
    private let delegates: Bool

    /// Controllers that containers are bounded by, each on its own: a machine may lack one of them.
    static let delegated = ["cpu", "memory", "pids"]

    /// More than any machine has, and no more than what the kernel can count.
    private static let mostMillis: UInt64 = 1_000_000_000

    /// - Parameter delegates: there will be cgroups beneath this one.
    init(_ limits: ResourceLimits, isVersion2: Bool, delegates: Bool) {
        self.limits = limits
        self.isVersion2 = isVersion2
        self.delegates = delegates
    }

    /// In the order in which they are to be written.
    var list: [Bound] { delegation + weight + quota + memory + processes }

    private var delegation: [Bound] {
        guard isVersion2, delegates else { return [] }
        return Self.delegated.map {
            Bound(controller: $0, file: "cgroup.subtree_control", value: "+\($0)", isOptional: true)
        }
    }

    /// 1000 thousandths are 1024 shares. Version 2 maps 2...262144 shares to weights 1...10000.
    private var weight: [Bound] {
        guard let millis = limits.cpuWeightMillis else { return [] }
        let shares = min(max(2, min(millis, Self.mostMillis) * 1024 / 1000), 262_144)
        return isVersion2
            ? [Bound(controller: "cpu", file: "cpu.weight", value: String(1 + (shares - 2) * 9999 / 262_142))]
            : [Bound(controller: "cpu", file: "cpu.shares", value: String(shares))]
    }

    /// In a period of 100 ms, 250 thousandths are 25 ms; the kernel takes no less than 1 ms.
    private var quota: [Bound] {
        guard let millis = limits.cpuLimitMillis else { return [] }
        let quota = max(1000, min(millis, Self.mostMillis) * 100)
        return isVersion2
            ? [Bound(controller: "cpu", file: "cpu.max", value: "\(quota) 100000")]
            : [
                Bound(controller: "cpu", file: "cpu.cfs_period_us", value: "100000"),
                Bound(controller: "cpu", file: "cpu.cfs_quota_us", value: String(quota)),
            ]
    }

    /// A bound that swap could stretch is none. Kernels without swap accounting lack those files.
    private var memory: [Bound] {
        guard let bytes = limits.memoryBytes else { return [] }
        return isVersion2
            ? [
                Bound(controller: "memory", file: "memory.max", value: String(bytes)),
                Bound(controller: "memory", file: "memory.swap.max", value: "0", isOptional: true),
            ]
            : [
                Bound(controller: "memory", file: "memory.limit_in_bytes", value: String(bytes)),
                Bound(
                    controller: "memory",
                    file: "memory.memsw.limit_in_bytes",
                    value: String(bytes),
                    isOptional: true
                ),
            ]
    }

    private var processes: [Bound] {
        limits.processes.map { [Bound(controller: "pids", file: "pids.max", value: String($0))] } ?? []
    }
}
