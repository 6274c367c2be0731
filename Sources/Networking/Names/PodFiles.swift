public import Model

/// The files in `/etc` that each pod has as its own, in the form that kubelet gives them.
public enum PodFiles {
    /// What `/etc/hosts` says in the pod.
    ///
    /// The pod's own name is among it: a server that looks up its own name when it binds would otherwise wait for
    /// DNS to time out.
    ///
    /// - Parameters:
    ///   - address: the pod's own; without one it lives on the host's network and gets the host's file.
    ///   - host: the text of the host's own file.
    public static func hosts(for pod: Pod, address: IPv4Address?, plan: NetworkPlan, host: String) -> String {
        guard let address else {
            let separator = host.isEmpty || host.hasSuffix("\n") ? "" : "\n"
            return "# Written by Steady for this pod (host network).\n" + host + separator
                + lines(of: pod.spec.hostAliases)
        }
        let (hostname, subdomain) = (hostname(of: pod), pod.spec.subdomain)
        let full = "\(hostname).\(subdomain).\(pod.metadata.namespace).svc.\(plan.clusterDomain)"
        return """
            # Written by Steady for this pod.
            127.0.0.1\tlocalhost
            ::1\tlocalhost ip6-localhost ip6-loopback
            fe00::0\tip6-localnet
            fe00::0\tip6-mcastprefix
            fe00::1\tip6-allnodes
            fe00::2\tip6-allrouters
            \(address)\t\(subdomain.isEmpty ? "" : full + "\t")\(hostname)

            """ + lines(of: pod.spec.hostAliases)
    }

    /// The name that the pod's processes find as their host's: what the spec says, else the pod's own name, of
    /// which Linux takes 64 bytes and DNS 63.
    public static func hostname(of pod: Pod) -> String {
        if let name = pod.spec.hostnameOverride, !name.isEmpty { return name }
        guard pod.spec.hostname.isEmpty else { return pod.spec.hostname }
        var name = pod.metadata.name.prefix(63)
        while let last = name.last, last == "-" || last == "." { name.removeLast() }
        return String(name)
    }

    private static func lines(of aliases: [HostAlias]) -> String {
        guard !aliases.isEmpty else { return "" }
        return "\n# Entries added by HostAliases.\n"
            + aliases.map { "\($0.ip)\t\($0.hostnames.joined(separator: "\t"))\n" }.joined()
    }

    /// What `/etc/resolv.conf` says in the pod, by its `dnsPolicy` and `dnsConfig`.
    ///
    /// - Parameter host: the host's own file, which the policy `Default` passes on. A name server on the host's
    ///   loopback can't be reached from a pod's own network: there the gateway takes its place, which asks that
    ///   server itself.
    public static func resolvConf(for pod: Pod, plan: NetworkPlan, host: ResolverConfiguration) -> String {
        base(for: pod, plan: plan, host: host).adding(pod.spec.dnsConfig ?? PodDNSConfig()).text
    }

    private static func base(
        for pod: Pod,
        plan: NetworkPlan,
        host: ResolverConfiguration
    ) -> ResolverConfiguration {
        let isOnHost = pod.spec.hostNetwork
        switch pod.spec.dnsPolicy {
        case .none:
            return ResolverConfiguration()
        case .default:
            return onward(host, plan, isOnHost: isOnHost)
        case .clusterFirstWithHostNet:
            return cluster(pod, plan, host)
        default:
            return isOnHost ? host : cluster(pod, plan, host)
        }
    }

    private static func cluster(
        _ pod: Pod,
        _ plan: NetworkPlan,
        _ host: ResolverConfiguration
    ) -> ResolverConfiguration {
        let services = "svc.\(plan.clusterDomain)"
        return ResolverConfiguration(
            nameservers: ["\(plan.gateway)"],
            searches: ["\(pod.metadata.namespace).\(services)", services, plan.clusterDomain] + host.searches,
            options: [ResolverConfiguration.Option(name: "ndots", value: "5")]
        )
    }

    private static func onward(
        _ host: ResolverConfiguration,
        _ plan: NetworkPlan,
        isOnHost: Bool
    ) -> ResolverConfiguration {
        guard !isOnHost else { return host }
        var result = host
        result.nameservers = host.nameservers.map { server in
            server.hasPrefix("127.") || server == "::1" ? "\(plan.gateway)" : server
        }
        return result
    }
}

extension ResolverConfiguration {
    /// The way in which `dnsConfig` joins what the policy gives: servers and searches behind, options by name.
    fileprivate func adding(_ config: PodDNSConfig) -> ResolverConfiguration {
        var result = self
        result.nameservers = Self.distinct(nameservers + config.nameservers)
        result.searches = Self.distinct(searches + config.searches)
        for option in config.options {
            let option = Option(name: option.name, value: option.value)
            if let index = result.options.firstIndex(where: { $0.name == option.name }) {
                result.options[index] = option
            } else {
                result.options.append(option)
            }
        }
        return result
    }

    private static func distinct(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
