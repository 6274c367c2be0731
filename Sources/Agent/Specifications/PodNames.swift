internal import Model
internal import Networking

/// The host name of a pod, and the names that its files give it.
enum PodNames {
    /// As the kernel of the pod's namespace tells it: at most 63 bytes.
    static func hostname(of pod: Pod, on settings: AgentSettings) -> String {
        if let override = pod.spec.hostnameOverride, !override.isEmpty { return override }
        if pod.spec.hostNetwork { return settings.node }
        let short = shortHostname(of: pod)
        guard pod.spec.setHostnameAsFQDN == true, !pod.spec.subdomain.isEmpty else { return short }
        let domain = settings.network.clusterDomain
        let full = "\(short).\(pod.spec.subdomain).\(pod.metadata.namespace).svc.\(domain)"
        return full.utf8.count <= 63 ? full : short
    }

    /// Pods' names may be longer than host names: the end is cut off, and what then stands at the end must not be a
    /// hyphen or a dot.
    static func shortHostname(of pod: Pod) -> String {
        var name = (pod.spec.hostname.isEmpty ? pod.metadata.name : pod.spec.hostname).prefix(63)
        while let last = name.last, last == "-" || last == "." { name.removeLast() }
        return String(name)
    }
}
