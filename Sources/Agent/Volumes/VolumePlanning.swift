internal import Containers
internal import Model

/// Says what a pod's volumes shall be, from its spec and from what it refers to.
struct VolumePlanning {
    let pod: Pod
    /// The pod's address as far as it is known.
    let address: String
    let node: Surroundings

    /// Throws why a volume can't be made as things are.
    func plan() throws(ContainerHold) -> VolumePlan {
        var volumes: [PlannedVolume] = []
        for volume in pod.spec.volumes {
            volumes.append(PlannedVolume(name: volume.name, content: try content(of: volume), group: group))
        }
        return VolumePlan(
            pod: pod.metadata.uid,
            directory: node.settings.volumes(of: pod.metadata.uid),
            volumes: volumes,
            uses: try uses()
        )
    }

    private var group: UInt32? { pod.spec.securityContext?.fsGroup.map { UInt32(clamping: $0) } }

    private func uses() throws(ContainerHold) -> [VolumeUse] {
        var uses: Set<VolumeUse> = []
        for container in pod.spec.initContainers + pod.spec.containers {
            var variables: [String: String] = [:]
            if container.volumeMounts.contains(where: { !$0.subPathExpr.isEmpty }) {
                let attempt = AttemptID(pod: pod.metadata.uid, name: container.name, attempt: 0)
                variables = try ContainerEnvironment(
                    of: container,
                    in: pod,
                    attempt: attempt,
                    address: address,
                    node
                ).variables
            }
            for mount in container.volumeMounts {
                let use = VolumeUse(mount, variables: variables)
                guard VolumeFile.isRelative(use.subPath) else {
                    throw .configuration("subPath \"\(use.subPath)\" must stay inside its volume")
                }
                uses.insert(use)
            }
        }
        return uses.sorted()
    }

    private func content(of volume: Volume) throws(ContainerHold) -> PlannedVolume.Content {
        if let source = volume.emptyDir {
            return source.medium == "Memory" ? .memory(limit: source.sizeLimit?.units) : .empty
        }
        if let source = volume.hostPath {
            return .host(path: source.path, type: source.type?.rawValue ?? "")
        }
        let files = VolumeFiles(pod: pod, volume: volume.name, address: address, node: node)
        if let source = volume.configMap { return .files(try files.of(source), inMemory: false) }
        if let source = volume.secret { return .files(try files.of(source), inMemory: true) }
        if let source = volume.downwardAPI { return .files(try files.of(source), inMemory: false) }
        if let source = volume.projected {
            return .files(try files.of(source), inMemory: source.sources.contains { $0.secret != nil })
        }
        let kind = volume.persistentVolumeClaim != nil ? "a persistentVolumeClaim" : "a kind of volume"
        throw ContainerHold(
            reason: "VolumeNotSupported",
            message: "volume \"\(volume.name)\" is \(kind) that Steady doesn't have yet; it has emptyDir, configMap, "
                + "secret, downwardAPI, projected and hostPath"
        )
    }
}

extension VolumeFile {
    /// Whether a path stays beneath where it starts.
    static func isRelative(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }
}
