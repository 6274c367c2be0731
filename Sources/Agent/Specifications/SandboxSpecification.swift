internal import Containers
internal import Model
internal import Networking

extension SandboxSpec {
    /// What the containers of a pod shall share.
    ///
    /// - Parameters:
    ///   - address: the pod's own address; nil on the host's network.
    ///   - firstID: where the pod's range of ids starts; nil for the host's users.
    init(of pod: Pod, address: IPv4Address?, firstID: UInt32?, _ settings: AgentSettings) {
        self.init(
            pod: pod.metadata.uid,
            name: pod.metadata.name,
            namespace: pod.metadata.namespace,
            hostname: PodNames.hostname(of: pod, on: settings),
            identities: firstID.map { .range(start: $0) } ?? .host,
            network: address.map { .own(settings.link(of: pod.metadata.uid, at: $0)) } ?? .host,
            sharesHostProcesses: pod.spec.hostPID,
            sharesHostIPC: pod.spec.hostIPC,
            sharesProcesses: pod.spec.shareProcessNamespace == true,
            hostsFile: Self.hostsFile(of: pod, address, settings),
            resolvConf: Self.resolvConf(of: pod, settings),
            sysctls: Dictionary(
                (pod.spec.securityContext?.sysctls ?? []).map { ($0.name, $0.value) },
                uniquingKeysWith: { $1 }
            ),
            limits: ResourceLimits(ofPod: pod)
        )
    }

    private static func hostsFile(of pod: Pod, _ address: IPv4Address?, _ settings: AgentSettings) -> String {
        let aliases = pod.spec.hostAliases.map { Networking.HostAlias(address: $0.ip, hostnames: $0.hostnames) }
        guard let address else { return PodFiles.hosts(host: settings.hostsFile, aliases: aliases) }
        return PodFiles.hosts(
            address: address,
            hostname: PodNames.shortHostname(of: pod),
            subdomain: pod.spec.subdomain,
            namespace: pod.metadata.namespace,
            clusterDomain: settings.network.clusterDomain,
            aliases: aliases
        )
    }

    private static func resolvConf(of pod: Pod, _ settings: AgentSettings) -> String {
        var config = DNSConfig()
        if let wanted = pod.spec.dnsConfig {
            config.nameservers = wanted.nameservers
            config.searches = wanted.searches
            config.options = wanted.options.map { DNSConfig.Option(name: $0.name, value: $0.value) }
        }
        return PodFiles.resolvConf(
            policy: Networking.DNSPolicy(rawValue: pod.spec.dnsPolicy.rawValue) ?? .clusterFirst,
            config: config,
            namespace: pod.metadata.namespace,
            isHostNetwork: pod.spec.hostNetwork,
            plan: settings.network,
            host: settings.resolver
        )
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
            let millis = pod.spec.containers.reduce(0) { $0 + max($1.resources.requests["cpu"]?.milli ?? 0, 0) }
            self.init(cpuWeightMillis: millis > 0 ? UInt64(millis) : nil)
        }
    }
}
