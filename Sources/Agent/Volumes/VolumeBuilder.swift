internal import CLinux
internal import Glibc

/// Carries out the plan of one pod's volumes. Blocks.
struct VolumeBuilder {
    private let plan: VolumePlan

    init(_ plan: VolumePlan) { self.plan = plan }

    func result() -> VolumeResult {
        let outcome: VolumeResult.Outcome
        do throws(AgentError) {
            outcome = .ready(try build())
        } catch {
            outcome = .failed(message: error.message)
        }
        return VolumeResult(pod: plan.pod, revision: plan.revision, outcome: outcome)
    }

    private func build() throws(AgentError) -> [VolumeUse: VolumeSource] {
        try Directories.make(plan.directory, mode: 0o711)
        for volume in plan.volumes { try build(volume) }
        var sources: [VolumeUse: VolumeSource] = [:]
        for use in plan.uses {
            guard let volume = plan.volumes.first(where: { $0.name == use.volume }) else { continue }
            sources[use] = try source(of: use, in: volume)
        }
        return sources
    }

    private func root(of volume: PlannedVolume) -> String {
        if case .host(let path, _) = volume.content { return path }
        return "\(plan.directory)/\(volume.name)"
    }

    private func build(_ volume: PlannedVolume) throws(AgentError) {
        let path = root(of: volume)
        switch volume.content {
        case .empty:
            if try Directories.make(path) { try open(path, to: volume.group) }
        case .memory(let limit):
            try Directories.make(path)
            if try Directories.mountMemory(at: path, limit: limit) { try open(path, to: volume.group) }
        case .files(let files, let isInMemory):
            try Directories.make(path)
            if isInMemory { try Directories.mountMemory(at: path, limit: nil) }
            try FileSet(path: path, group: volume.group).write(files)
        case .host(let path, let type): try HostPath(path: path, type: type).establish()
        }
    }

    /// Everybody may write; with a group, new files belong to it.
    private func open(_ path: String, to group: UInt32?) throws(AgentError) {
        if let group { try check(chown(path, 0, group), "give \(path) to group \(group)") }
        try check(chmod(path, group == nil ? 0o777 : 0o2777), "open \(path) to all")
    }

    private func source(of use: VolumeUse, in volume: PlannedVolume) throws(AgentError) -> VolumeSource {
        let root = root(of: volume)
        if use.subPath.isEmpty { return VolumeSource(path: root, isFile: !Directories.isDirectory(root)) }
        guard case .files = volume.content else {
            // The containers' own to write, so it is looked up anew at each start, beneath the root alone.
            let isFile = try Directories.isFile(use.subPath, beneath: root)
            return VolumeSource(path: root, subPath: use.subPath, isFile: isFile)
        }
        // Behind our own links stands the present version; what is mounted of it does not change any more.
        let part = try Directories.resolve(use.subPath, beneath: root)
        return VolumeSource(path: root, subPath: part, isFile: !Directories.isDirectory("\(root)/\(part)"))
    }
}
