import Glibc
import Synchronization

// Sandboxes: what the containers of one pod share.
extension NativeContainerizer {
    func createSandbox(_ spec: SandboxSpec) {
        do throws(ContainersError) {
            guard Self.isName(spec.pod) else {
                throw ContainersError(.other, "\"\(spec.pod)\" can't be a pod's uid: it names a directory")
            }
            try Self.checkSysctls(of: spec)
            if try knownSandboxes().contains(spec.pod) { return tell(.sandboxReady(pod: spec.pod)) }
            try makeMemory()
            try writeSandbox(spec)
            try launcher.run(["sandbox"], spec: ShimSpec(spec, layout: layout, cgroups: cgroups))
            knowledge.withLock { knowledge in
                knowledge.sandboxes?.insert(spec.pod)
                knowledge.records[spec.pod] = SandboxRecord(spec)
            }
            tell(.sandboxReady(pod: spec.pod))
        } catch {
            tell(.sandboxFailed(pod: spec.pod, message: layout.legible(error.message)))
        }
    }

    func removeSandbox(_ pod: String) {
        do throws(ContainersError) {
            try removePod(pod)
            tell(.sandboxRemoved(pod: pod))
        } catch {
            tell(.sandboxFailed(pod: pod, message: "remove the sandbox: \(layout.legible(error.message))"))
        }
    }

    /// Ends what runs in a pod, then removes everything that was made for it. What is already gone is no mistake.
    func removePod(_ pod: String) throws(ContainersError) {
        guard Self.isName(pod) else { return }
        for attempt in layout.knownAttempts(of: pod) {
            try endAttempt(attempt)
        }
        if let record = sandboxRecord(of: pod), try knownSandboxes().contains(pod) {
            try release(pod, record)
        }
        knowledge.withLock { knowledge in
            knowledge.sandboxes?.remove(pod)
            knowledge.records[pod] = nil
            knowledge.lives = knowledge.lives.filter { $0.key.container.pod != pod }
        }
        try cgroups.removePod(pod)
        Mounts.detach(beneath: layout.pod(pod))
        try Files.removeTree(layout.pod(pod))
        // Last, since it says what there is to be removed.
        try Files.removeTree(layout.noted(pod))
    }

    private func release(_ pod: String, _ record: SandboxRecord) throws(ContainersError) {
        do throws(ContainersError) {
            try launcher.run(["release", layout.root, pod, record.hostInterface ?? ""])
        } catch  where error.reason == .sandboxGone {
            // Where a daemon can't put the pins among its own mounts, they go with the last container.
        }
    }

    /// Pods whose namespaces are there.
    func knownSandboxes() throws(ContainersError) -> Set<String> {
        if let known = knowledge.withLock({ $0.sandboxes }) { return known }
        var found: Set<String> = []
        if Files.exists(layout.pins) {
            do throws(ContainersError) {
                found = Set(try launcher.run(["list", layout.root]).split(separator: "\n").map(String.init))
            } catch  where error.reason == .sandboxGone {
                // The file is there and nothing is mounted on it: the machine was restarted.
            }
        }
        return knowledge.withLock { knowledge in
            let known = knowledge.sandboxes ?? found
            knowledge.sandboxes = known
            return known
        }
    }

    func sandboxRecord(of pod: String) -> SandboxRecord? {
        if let known = knowledge.withLock({ $0.records[pod] }) { return known }
        guard let text = Files.read("\(layout.sandbox(pod))/spec") else { return nil }
        let record = SandboxRecord(text: String(decoding: text, as: UTF8.self))
        knowledge.withLock { $0.records[pod] = record }
        return record
    }

    private func writeSandbox(_ spec: SandboxSpec) throws(ContainersError) {
        let directory = layout.sandbox(spec.pod)
        let record = SandboxRecord(spec)
        try Files.makeDirectory(layout.noted(spec.pod))
        try Files.makeDirectory(directory)
        let owner = record.firstID ?? 0
        for (name, text) in [
            ("hosts", spec.hostsFile), ("resolv.conf", spec.resolvConf), ("hostname", spec.hostname + "\n"),
        ] {
            // World-readable: seen from inside, where they are root's.
            try Files.write(text, to: "\(directory)/\(name)", mode: 0o644)
            try Files.check(chown("\(directory)/\(name)", owner, owner), "give \(name) to the pod")
        }
        try Files.write(record.text, to: "\(directory)/spec")
    }

    /// Kernel parameters are written by the host's root: all but those of the pod's own namespaces are the host's.
    private static func checkSysctls(of spec: SandboxSpec) throws(ContainersError) {
        for name in spec.sysctls.keys.sorted() {
            let isNetwork = name.hasPrefix("net.") && spec.network != .host
            let isIPC = ownSysctls.contains { name == $0 || $0.hasSuffix(".") && name.hasPrefix($0) }
            guard !name.contains("/"), isNetwork || isIPC && !spec.sharesHostIPC else {
                throw ContainersError(.other, "the kernel parameter \(name) is not one of the pod's own")
            }
        }
    }

    /// Those that belong to an ipc namespace.
    private static let ownSysctls = [
        "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced", "kernel.msgmax",
        "kernel.msgmnb", "kernel.msgmni", "fs.mqueue.",
    ]

    /// True for what may be one component of a path: nothing that could lead elsewhere, or be hidden.
    static func isName(_ name: String) -> Bool {
        (1...63).contains(name.utf8.count) && !name.hasPrefix(".")
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
