extension AppSpec {
    /// Turns what older definitions say into what newer ones say. What can't be told from a mistake is left as it is,
    /// for validation to name.
    mutating func modernize() {
        fetchURIs()
        joinNetwork()
        movePortMappings()
        if portDefinitions == nil, let ports, usesHostNetwork {
            portDefinitions = ports.map { port in
                PortDefinition {
                    $0.port = port
                    $0.protocol = .tcp
                }
            }
            self.ports = nil
        }
    }

    /// `uris` become `fetch`; archives are unpacked as their names say.
    private mutating func fetchURIs() {
        guard fetch.isEmpty, !uris.isEmpty else { return }
        let archives = [".tgz", ".tar.gz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz", ".zip"]
        fetch = uris.map { uri in
            AppFetch {
                $0.uri = uri
                $0.extract = archives.contains { uri.hasSuffix($0) }
            }
        }
        uris = []
    }

    /// `ipAddress` and `docker.network` become `networks`.
    private mutating func joinNetwork() {
        guard networks.isEmpty else { return }
        if let address = ipAddress {
            networks = [
                AppNetwork {
                    $0.mode = .container
                    $0.name = address.networkName
                    $0.labels = address.labels
                }
            ]
            publish(address.discovery?.ports ?? [])
            ipAddress = nil
        }
        guard var container, var docker = container.docker, let network = docker.network else { return }
        if networks.isEmpty {
            networks = [
                AppNetwork {
                    $0.mode = network == .bridge ? .containerBridge : network == .user ? .container : .host
                }
            ]
        }
        docker.network = nil
        container.docker = docker
        self.container = container
    }

    private mutating func publish(_ ports: [AppIPDiscoveryPort]) {
        guard !ports.isEmpty else { return }
        var container = container ?? AppContainer()
        guard container.portMappings == nil else { return }
        container.portMappings = ports.map { port in
            PortMapping {
                $0.containerPort = port.number
                $0.name = port.name
                $0.labels = port.labels
                $0.protocol = port.protocol
            }
        }
        self.container = container
    }

    private mutating func movePortMappings() {
        guard var container, var docker = container.docker, let mappings = docker.portMappings else { return }
        if container.portMappings == nil, !usesHostNetwork { container.portMappings = mappings }
        docker.portMappings = nil
        container.docker = docker
        self.container = container
    }
}
