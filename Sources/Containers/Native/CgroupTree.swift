import Driving
import Glibc

/// This instance's branch of the machine's cgroups, `/steady/<instance>/<pod>/<container>.<attempt>`, on version 1
/// (one hierarchy per controller) or version 2.
///
/// The attempt is part of the name so that the next life never moves into a cgroup that the last one is leaving.
struct CgroupTree: Sendable, Hashable {
    struct Setting: Sendable, Hashable {
        var file: String
        var value: String
        /// A file that this kernel may lack or refuse.
        var isOptional = false
    }

    /// One cgroup, in all hierarchies that it is in.
    struct Group: Sendable, Hashable {
        var directories: [String]
        var settings: [Setting] = []
        /// Files in which a process writes `0` to move itself here.
        var joins: [String]
        /// The file that counts the kernel's kills for want of memory.
        var outOfMemoryFile: String?
    }

    let isVersion2: Bool
    let instance: String
    /// Mount points of the hierarchies that are used, sorted; on version 2 there is one.
    let hierarchies: [String]
    /// The one of them that bounds each controller.
    private let controllers: [String: String]
    /// Hierarchies in which the daemon is not at the root, so that its shims have to leave.
    private let inhabited: [String]
    /// All hierarchies of the machine, among them those that an older Steady may have used.
    private let mounted: [String]

    static let usedControllers = ["cpu", "memory", "pids"]

    /// Reads what this machine has from the text of `/proc/self/mountinfo` and `/proc/self/cgroup`.
    init(instance: String, mountInfo: String, membership: String) {
        var controllers: [String: String] = [:]
        var unified: String?
        var homes: [String: String] = [:]  // mount point by controller list
        for line in mountInfo.split(separator: "\n") {
            let halves = line.split(separator: " - ", maxSplits: 1).map { $0.split(separator: " ") }
            guard halves.count == 2, halves[0].count >= 5, halves[1].count >= 3 else { continue }
            let point = String(halves[0][4])
            switch halves[1][0] {
            case "cgroup2":
                unified = unified ?? point
                homes[""] = homes[""] ?? point
            case "cgroup":
                let names = halves[1][2].split(separator: ",").map(String.init).filter { $0 != "rw" && $0 != "ro" }
                for name in names {
                    homes[name] = homes[name] ?? point
                    if Self.usedControllers.contains(name) { controllers[name] = controllers[name] ?? point }
                }
            default: break
            }
        }
        isVersion2 = controllers.isEmpty
        self.instance = instance
        if isVersion2 {
            hierarchies = unified.map { [$0] } ?? []
            for name in Self.usedControllers { controllers[name] = unified }
        } else {
            hierarchies = Set(controllers.values).sorted()
        }
        self.controllers = controllers
        var inhabited = Set(hierarchies)
        for line in membership.split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3, fields[2] != "/" else { continue }
            for name in fields[1].split(separator: ",", omittingEmptySubsequences: false) {
                if let home = homes[String(name)] { inhabited.insert(home) }
            }
        }
        self.inhabited = inhabited.sorted()
        mounted = Set(homes.values).union(inhabited).sorted()
    }

    /// What this machine has.
    static func discover(instance: String) -> CgroupTree {
        let mounts = Files.read("/proc/self/mountinfo", limit: 64 << 20) ?? []
        let membership = Files.read("/proc/self/cgroup") ?? []
        return CgroupTree(
            instance: instance,
            mountInfo: String(decoding: mounts, as: UTF8.self),
            membership: String(decoding: membership, as: UTF8.self)
        )
    }

    private var branch: String { "steady/\(instance)" }
    private var joinFile: String { isVersion2 ? "cgroup.procs" : "tasks" }

    func pod(_ uid: String, _ limits: ResourceLimits) -> Group { group(uid, limits, isParent: true) }

    func container(_ id: AttemptID, _ limits: ResourceLimits) -> Group {
        group("\(id.container.pod)/\(id.container.name).\(id.attempt)", limits, isParent: false)
    }

    /// Where shims move, out of the cgroup of the daemon that started them.
    var shimJoins: [String] { inhabited.map { "\($0)/\(branch)/shims/\(isUnified($0) ? "cgroup.procs" : "tasks")" } }

    /// The named hierarchy of systemd and every v1 controller take `tasks`; v2, also where it is only mounted beside
    /// v1, takes `cgroup.procs` alone.
    private func isUnified(_ hierarchy: String) -> Bool {
        isVersion2 || Files.exists("\(hierarchy)/cgroup.controllers")
    }

    private func group(_ path: String, _ limits: ResourceLimits, isParent: Bool) -> Group {
        let directories = hierarchies.map { "\($0)/\(branch)/\(path)" }
        var group = Group(directories: directories, joins: directories.map { "\($0)/\(joinFile)" })
        let bounds = CgroupBounds(limits, isVersion2: isVersion2, delegates: isParent)
        for bound in bounds.list {
            guard let home = controllers[bound.controller] else { continue }
            let file = "\(home)/\(branch)/\(path)/\(bound.file)"
            group.settings.append(Setting(file: file, value: bound.value, isOptional: bound.isOptional))
        }
        if let home = controllers["memory"] {
            group.outOfMemoryFile = "\(home)/\(branch)/\(path)/\(isVersion2 ? "memory.events" : "memory.oom_control")"
        }
        return group
    }

    /// Makes the branch that the pods' cgroups grow on.
    func establish() throws(ContainersError) {
        for hierarchy in Set(hierarchies + inhabited).sorted() {
            for path in ["steady", branch, "\(branch)/shims"] {
                let directory = "\(hierarchy)/\(path)"
                if mkdir(directory, 0o755) != 0 && errno != EEXIST {
                    throw Files.failure("make the cgroup \(directory)")
                }
            }
        }
        guard isVersion2, let root = hierarchies.first else { return }
        for directory in [root, "\(root)/steady", "\(root)/\(branch)"] {
            for name in CgroupBounds.delegated {
                // A controller that the parent doesn't delegate is missing; then its limits fail by name at a start.
                try? Files.write("+\(name)", to: "\(directory)/cgroup.subtree_control")
            }
        }
    }

    /// Kills what is left in a group and removes it. Only an empty cgroup can be removed, so afterwards nothing of it
    /// runs. Waits up to `seconds`.
    func remove(_ group: Group, seconds: Int = 10) throws(ContainersError) {
        for directory in group.directories.reversed() {
            try remove(directory, deadline: SystemClock.steady() + Int64(seconds) * 1_000_000_000)
        }
    }

    private func remove(_ directory: String, deadline: Nanoseconds) throws(ContainersError) {
        for name in Files.list(directory) {
            var status = stat()
            if lstat("\(directory)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR {
                try remove("\(directory)/\(name)", deadline: deadline)
            }
        }
        while rmdir(directory) != 0 {
            guard errno == EBUSY, SystemClock.steady() < deadline else {
                if errno == ENOENT { return }
                throw Files.failure("remove the cgroup \(directory)")
            }
            let members = String(decoding: Files.read("\(directory)/cgroup.procs") ?? [], as: UTF8.self)
            for pid in members.split(separator: "\n").compactMap({ pid_t($0) }) where pid > 1 && pid != getpid() {
                kill(pid, SIGKILL)
            }
            usleep(500)
        }
    }

    /// Kills what is left of a pod and removes all of its cgroups, also where none is made any more: an older Steady may
    /// have started its containers.
    func removePod(_ uid: String) throws(ContainersError) {
        for hierarchy in mounted {
            let directory = "\(hierarchy)/\(branch)/\(uid)"
            if Files.exists(directory) { try remove(directory, deadline: SystemClock.steady() + 10_000_000_000) }
        }
    }

    /// Removes all that this instance has, and had under an older Steady. Its shims must be gone.
    func removeAll() throws(ContainersError) {
        let deadline = SystemClock.steady() + 10_000_000_000
        for hierarchy in mounted {
            let directory = "\(hierarchy)/\(branch)"
            if Files.exists(directory) { try remove(directory, deadline: deadline) }
            // Shared with other instances: goes with the last of them.
            rmdir("\(hierarchy)/steady")
        }
    }
}
