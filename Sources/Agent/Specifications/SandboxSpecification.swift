internal import Containers
internal import Model
internal import Networking

extension SandboxSpec {
    /// What the containers of a pod shall share.
    ///
    /// - Parameters:
    ///   - address: the pod's own address; nil on the host's network.
    ///   - identities: the pod's own range of ids, or the host's users where the pod asks for them.
    init(of pod: Pod, address: IPv4Address?, identities: Identities, _ settings: AgentSettings) {
        self.init(
            pod: pod.metadata.uid,
            name: pod.metadata.name,
            namespace: pod.metadata.namespace,
            hostname: Self.hostname(of: pod, on: settings),
            identities: identities,
            network: address.map { .own(settings.link(of: pod.metadata.uid, at: $0)) } ?? .host,
            sharesHostProcesses: pod.spec.hostPID,
            sharesHostIPC: pod.spec.hostIPC,
            sharesProcesses: pod.spec.shareProcessNamespace == true,
            hostsFile: PodFiles.hosts(
                for: pod,
                address: address,
                plan: settings.network,
                host: settings.hostsFile
            ),
            resolvConf: PodFiles.resolvConf(for: pod, plan: settings.network, host: settings.resolver),
            sysctls: Dictionary(
                (pod.spec.securityContext?.sysctls ?? []).map { ($0.name, $0.value) },
                uniquingKeysWith: { $1 }
            ),
            limits: ResourceLimits(ofPod: pod)
        )
    }

    /// As the kernel of the pod's namespace tells it: at most 63 bytes.
    static func hostname(of pod: Pod, on settings: AgentSettings) -> String {
        let hasOverride = !(pod.spec.hostnameOverride ?? "").isEmpty
        if pod.spec.hostNetwork, !hasOverride { return settings.node }
        let short = PodFiles.hostname(of: pod)
        guard pod.spec.setHostnameAsFQDN == true, !pod.spec.subdomain.isEmpty, !hasOverride else { return short }
        let domain = settings.network.clusterDomain
        let full = "\(short).\(pod.spec.subdomain).\(pod.metadata.namespace).svc.\(domain)"
        return full.utf8.count <= 63 ? full : short
    }
}

extension AgentSettings {
    fileprivate func link(of pod: String, at address: IPv4Address) -> PodLink {
        let attachment = network.attachment(pod: pod, address: address)
        return PodLink(
            bridge: attachment.bridge,
            hostInterface: attachment.hostInterface,
            address: attachment.address.description,
            prefixLength: UInt8(attachment.prefixLength),
            gateway: attachment.gateway.description,
            mtu: UInt32(attachment.mtu)
        )
    }
}

extension ResourceLimits {
    init(_ resources: ResourceRequirements) {
        self.init(
            cpuWeightMillis: resources.requests["cpu"].map { UInt64(max($0.milli, 0)) },
            cpuLimitMillis: resources.limits["cpu"].map { UInt64(max($0.milli, 0)) },
            memoryBytes: resources.limits["memory"].map { UInt64(max($0.units, 0)) }
        )
        // A limit of zero is no limit.
        if cpuLimitMillis == 0 { cpuLimitMillis = nil }
        if memoryBytes == 0 { memoryBytes = nil }
    }

    /// The bounds of the pod as a whole: its own where it has some. The sum of the containers' memory is no bound by
    /// itself: files in `emptyDir` and `/dev/shm` count to the pod too, and each container has its own bound.
    init(ofPod pod: Pod) {
        if let own = pod.spec.resources {
            self.init(own)
        } else {
            let millis = pod.spec.containers.reduce(Int128(0)) {
                $0 + Int128(max($1.resources.requests["cpu"]?.milli ?? 0, 0))
            }
            self.init(cpuWeightMillis: millis > 0 ? UInt64(clamping: millis) : nil)
        }
    }
}
