internal import Containers
internal import Model

/// A pod's volumes as they were made.
struct PodVolumes: Sendable {
    let pod: Pod
    /// Where each use finds its part.
    let sources: [VolumeUse: VolumeSource]

    /// What a container mounts, in the order in which it says so.
    ///
    /// - Parameter variables: the container's environment, for `subPathExpr`.
    func mounts(
        of container: Container,
        variables: [String: String]
    ) throws(ContainerHold) -> [ContainerMount] {
        var mounts: [ContainerMount] = []
        for mount in container.volumeMounts {
            let use = VolumeUse(mount, variables: variables)
            guard let source = sources[use] else {
                let part = use.subPath.isEmpty ? "" : ", part \"\(use.subPath)\""
                throw .configuration("volume \"\(use.volume)\"\(part) is not there")
            }
            mounts.append(
                ContainerMount(
                    source: source.path,
                    subPath: source.subPath,
                    destination: mount.mountPath,
                    readOnly: readOnly(mount),
                    isFile: source.isFile
                )
            )
        }
        return mounts
    }

    /// What is made from objects of the cluster is theirs to change, never the container's.
    private func readOnly(_ mount: VolumeMount) -> ContainerMount.ReadOnly {
        let volume = pod.spec.volumes.first { $0.name == mount.name }
        let isMade =
            volume?.configMap != nil || volume?.secret != nil || volume?.downwardAPI != nil
            || volume?.projected != nil
        guard mount.readOnly || isMade else { return .no }
        return mount.recursiveReadOnly == "Enabled" || mount.recursiveReadOnly == "IfPossible" ? .recursively : .yes
    }
}

extension VolumeUse {
    init(_ mount: VolumeMount, variables: [String: String]) {
        let subPath =
            mount.subPathExpr.isEmpty
            ? mount.subPath : VariableExpansion.expand(mount.subPathExpr, with: variables)
        self.init(volume: mount.name, subPath: subPath)
    }
}
