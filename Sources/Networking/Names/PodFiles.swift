/// The files in `/etc` that each pod has as its own, in the form that kubelet gives them.
public enum PodFiles {
    /// What `/etc/hosts` says in a pod with its own address.
    ///
    /// The pod's own name is among it: a server that looks up its own name when it binds would otherwise wait for
    /// DNS to time out.
    public static func hosts(
        address: IPv4Address,
        hostname: String,
        subdomain: String? = nil,
        namespace: String,
        clusterDomain: String,
        aliases: [HostAlias] = []
    ) -> String {
        var own = "\(address)\t"
        if let subdomain, !subdomain.isEmpty {
            own += "\(hostname).\(subdomain).\(namespace).svc.\(clusterDomain)\t"
        }
        return """
            # Written by Steady for this pod.
            127.0.0.1\tlocalhost
            ::1\tlocalhost ip6-localhost ip6-loopback
            fe00::0\tip6-localnet
            fe00::0\tip6-mcastprefix
            fe00::1\tip6-allnodes
            fe00::2\tip6-allrouters
            \(own)\(hostname)

            """ + lines(of: aliases)
    }

    /// What `/etc/hosts` says in a pod on the host's network: the host's own file and the pod's aliases.
    public static func hosts(host: String, aliases: [HostAlias] = []) -> String {
        let separator = host.isEmpty || host.hasSuffix("\n") ? "" : "\n"
        return "# Written by Steady for this pod (host network).\n" + host + separator + lines(of: aliases)
    }

    private static func lines(of aliases: [HostAlias]) -> String {
        guard !aliases.isEmpty else { return "" }
        return "\n# Entries added by HostAliases.\n"
            + aliases.map { "\($0.address)\t\($0.hostnames.joined(separator: "\t"))\n" }.joined()
    }

    /// What `/etc/resolv.conf` says.
    ///
    /// - Parameter host: the host's own file, which the policy `Default` passes on. A name server on the host's
    ///   loopback can't be reached from a pod's own network: there the gateway takes its place, which asks that
    ///   server itself.
    public static func resolvConf(
        policy: DNSPolicy,
        config: DNSConfig = DNSConfig(),
        namespace: String,
        isHostNetwork: Bool = false,
        plan: NetworkPlan,
        host: ResolverConfiguration
    ) -> String {
        var result: DNSConfig
        switch policy {
        case .none:
            result = DNSConfig()
        case .clusterFirst where !isHostNetwork, .clusterFirstWithHostNet:
            let services = "svc.\(plan.clusterDomain)"
            result = DNSConfig(
                nameservers: ["\(plan.gateway)"],
                searches: ["\(namespace).\(services)", services, plan.clusterDomain] + host.searches,
                options: [DNSConfig.Option(name: "ndots", value: "5")]
            )
        case .default, .clusterFirst:
            result = DNSConfig(
                nameservers: host.nameservers.map { server in
                    !isHostNetwork && (server.hasPrefix("127.") || server == "::1") ? "\(plan.gateway)" : server
                },
                searches: host.searches,
                options: host.options
            )
        }
        return result.adding(config).text
    }
}

/// An address and the names that a pod's `/etc/hosts` shall give it.
public struct HostAlias: Hashable, Sendable {
    public var address: String
    public var hostnames: [String]

    public init(address: String, hostnames: [String]) {
        self.address = address
        self.hostnames = hostnames
    }
}

/// A pod's `dnsPolicy`.
public enum DNSPolicy: String, Hashable, Sendable {
    case clusterFirst = "ClusterFirst"
    case clusterFirstWithHostNet = "ClusterFirstWithHostNet"
    case `default` = "Default"
    case none = "None"
}

/// What a `resolv.conf` says, and a pod's `dnsConfig`.
public struct DNSConfig: Hashable, Sendable {
    public var nameservers: [String]
    public var searches: [String]
    public var options: [Option]

    public struct Option: Hashable, Sendable {
        public var name: String
        public var value: String?

        public init(name: String, value: String? = nil) {
            self.name = name
            self.value = value
        }
    }

    public init(nameservers: [String] = [], searches: [String] = [], options: [Option] = []) {
        self.nameservers = nameservers
        self.searches = searches
        self.options = options
    }
}

/// The host's own `resolv.conf`, read.
public typealias ResolverConfiguration = DNSConfig

extension DNSConfig {
    /// Reads the text of a `resolv.conf`. What the C library would skip is skipped.
    public init(parsing text: String) {
        self.init()
        for line in text.split(whereSeparator: \.isNewline) {
            // A comment begins a word: `#` within one is how systemd writes a server's port.
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
                .prefix { !$0.hasPrefix("#") && !$0.hasPrefix(";") }
            guard let keyword = words.first else { continue }
            let values = Array(words.dropFirst())
            switch keyword {
            case "nameserver": nameservers += values.prefix(1)
            case "search": searches = values.filter { $0 != "." }
            case "domain": searches = Array(values.prefix(1))
            case "options":
                options += values.map { value in
                    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
                    return Option(name: parts.first ?? value, value: parts.count > 1 ? parts[1] : nil)
                }
            default: continue
            }
        }
    }

    /// The way in which `dnsConfig` joins what the policy gives: servers and searches behind, options by name.
    func adding(_ other: DNSConfig) -> DNSConfig {
        var result = self
        result.nameservers = Self.distinct(nameservers + other.nameservers)
        result.searches = Self.distinct(searches + other.searches)
        for option in other.options {
            if let index = result.options.firstIndex(where: { $0.name == option.name }) {
                result.options[index] = option
            } else {
                result.options.append(option)
            }
        }
        return result
    }

    /// The C library reads three servers and no more; 32 searches is Kubernetes' bound.
    var text: String {
        var text = ""
        if !searches.isEmpty { text += "search \(searches.prefix(32).joined(separator: " "))\n" }
        for server in nameservers.prefix(3) { text += "nameserver \(server)\n" }
        if !options.isEmpty {
            let words = options.map { option in option.value.map { "\(option.name):\($0)" } ?? option.name }
            text += "options \(words.joined(separator: " "))\n"
        }
        return text
    }

    private static func distinct(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
