internal import Model

/// The files of volumes that are made from objects of the cluster.
struct VolumeFiles {
    let pod: Pod
    let volume: String
    let address: String
    let node: Surroundings

    private static let defaultMode = 0o644

    func of(_ source: ConfigMapVolumeSource) throws(ContainerHold) -> [VolumeFile] {
        let values = try values(ofConfigMap: source.name, isOptional: source.optional == true)
        return try files(values, source.items, source.defaultMode, source.optional == true, "config")
    }

    func of(_ source: SecretVolumeSource) throws(ContainerHold) -> [VolumeFile] {
        let values = try values(ofSecret: source.secretName, isOptional: source.optional == true)
        return try files(values, source.items, source.defaultMode, source.optional == true, "secret")
    }

    func of(_ source: DownwardAPIVolumeSource) throws(ContainerHold) -> [VolumeFile] {
        try files(source.items, source.defaultMode)
    }

    /// The files of all its sources; of two with the same path the later one stays.
    func of(_ source: ProjectedVolumeSource) throws(ContainerHold) -> [VolumeFile] {
        var files: [String: VolumeFile] = [:]
        for projection in source.sources {
            for file in try of(projection, source.defaultMode) { files[file.path] = file }
        }
        return files.values.sorted { $0.path < $1.path }
    }

    private func of(_ projection: VolumeProjection, _ mode: Int?) throws(ContainerHold) -> [VolumeFile] {
        if let map = projection.configMap {
            let values = try values(ofConfigMap: map.name, isOptional: map.optional == true)
            return try files(values, map.items, mode, map.optional == true, "config")
        }
        if let secret = projection.secret {
            let values = try values(ofSecret: secret.name, isOptional: secret.optional == true)
            return try files(values, secret.items, mode, secret.optional == true, "secret")
        }
        if let downward = projection.downwardAPI { return try files(downward.items, mode) }
        let kind = projection.serviceAccountToken != nil ? "serviceAccountToken" : "certificate"
        throw ContainerHold(
            reason: "VolumeNotSupported",
            message: "volume \"\(volume)\" projects a \(kind), which Steady doesn't have yet"
        )
    }

    // MARK: Where the values come from

    private func values(ofConfigMap name: String, isOptional: Bool) throws(ContainerHold) -> [String: [UInt8]] {
        guard let map = node.knowledge.configMap(name, in: pod.metadata.namespace) else {
            if isOptional { return [:] }
            throw missing("configmap \"\(name)\" not found")
        }
        var values = map.data.mapValues { Array($0.utf8) }
        for (key, bytes) in map.binaryData { values[key] = bytes.bytes }
        return values
    }

    private func values(ofSecret name: String, isOptional: Bool) throws(ContainerHold) -> [String: [UInt8]] {
        guard let secret = node.knowledge.secret(name, in: pod.metadata.namespace) else {
            if isOptional { return [:] }
            throw missing("secret \"\(name)\" not found")
        }
        return secret.data.mapValues(\.bytes)
    }

    private func missing(_ what: String) -> ContainerHold {
        ContainerHold(
            reason: "ContainerCreating",
            message: "MountVolume.SetUp failed for volume \"\(volume)\" : \(what)"
        )
    }

    // MARK: Files

    /// All values under their keys, or those that `items` chooses, under the paths that it gives them.
    private func files(
        _ values: [String: [UInt8]],
        _ items: [KeyToPath],
        _ mode: Int?,
        _ isOptional: Bool,
        _ kind: String
    ) throws(ContainerHold) -> [VolumeFile] {
        guard !items.isEmpty else {
            return values.sorted { $0.key < $1.key }.map { VolumeFile(path: $0.key, bytes: $0.value, mode: bits(mode)) }
        }
        var files: [VolumeFile] = []
        for item in items {
            guard let bytes = values[item.key] else {
                if isOptional { continue }
                throw missing("references non-existent \(kind) key: \(item.key)")
            }
            files.append(try file(item.path, bytes, item.mode ?? mode))
        }
        return files.sorted { $0.path < $1.path }
    }

    private func files(_ items: [DownwardAPIVolumeFile], _ mode: Int?) throws(ContainerHold) -> [VolumeFile] {
        let fields = PodField(pod: pod, settings: node.settings, address: address)
        var files: [VolumeFile] = []
        for item in items {
            var value: String?
            if let field = item.fieldRef { value = fields.value(of: field.fieldPath) }
            if let resource = item.resourceFieldRef,
                let container = pod.spec.containers.first(where: { $0.name == resource.containerName })
            {
                value = fields.value(of: resource, in: container)
            }
            guard let value else { throw missing("the pod has no such field for \(item.path)") }
            files.append(try file(item.path, Array(value.utf8), item.mode ?? mode))
        }
        return files.sorted { $0.path < $1.path }
    }

    private func file(_ path: String, _ bytes: [UInt8], _ mode: Int?) throws(ContainerHold) -> VolumeFile {
        guard !path.isEmpty, VolumeFile.isRelative(path) else { throw missing("\"\(path)\" is no path in a volume") }
        return VolumeFile(path: path, bytes: bytes, mode: bits(mode))
    }

    /// With an `fsGroup` the group must be able to read, whatever the mode says.
    private func bits(_ mode: Int?) -> UInt32 {
        let mode = UInt32(truncatingIfNeeded: mode ?? Self.defaultMode) & 0o777
        return pod.spec.securityContext?.fsGroup == nil ? mode : mode | 0o040
    }
}
