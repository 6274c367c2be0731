extension App {
    /// The label that says in which namespace the object of a bare definition stands.
    public static let namespaceLabel = "steady.dev/namespace"

    mutating func applyComputedDefaults() {
        spec.id = spec.id.isEmpty && !metadata.name.isEmpty ? "/\(metadata.name)" : AppID(spec.id).description
        if metadata.name.isEmpty { metadata.name = AppID(spec.id).objectName }
    }
}

extension AppSpec {
    /// What Marathon makes of a definition before it looks at it: old shapes become new ones, and what depends on
    /// other fields is filled in.
    mutating func applyComputedDefaults() {
        modernize()
        if networks.isEmpty { networks = [AppNetwork { $0.mode = .host }] }
        applyPortDefaults()
        applyContainerDefaults()
        applyStrategyDefaults()
        for index in healthChecks.indices { healthChecks[index].applyKindDefaults() }
    }

    /// Whether all tasks share the network of their host.
    public var usesHostNetwork: Bool { networks.allSatisfy { $0.mode == .host } }

    /// Whether a task keeps data on one node.
    public var isResident: Bool { container?.volumes.contains { $0.persistent != nil } ?? false }

    private mutating func applyPortDefaults() {
        if usesHostNetwork {
            guard portDefinitions == nil else { return }
            portDefinitions = [
                PortDefinition {
                    $0.name = "default"
                    $0.protocol = .tcp
                }
            ]
        } else {
            var container = container ?? AppContainer { $0.type = .mesos }
            var mappings = container.portMappings ?? [AppSpec.defaultMapping]
            if networks.contains(where: { $0.mode == .containerBridge }) {
                for index in mappings.indices where mappings[index].hostPort == nil { mappings[index].hostPort = 0 }
            }
            container.portMappings = mappings
            self.container = container
        }
    }

    private static var defaultMapping: PortMapping {
        PortMapping {
            $0.name = "default"
            $0.protocol = .tcp
        }
    }

    private mutating func applyContainerDefaults() {
        guard var container, container.type.isEmpty else { return }
        container.type = container.docker == nil ? .mesos : .docker
        self.container = container
    }

    private mutating func applyStrategyDefaults() {
        let hasVolume = container?.volumes.contains { $0.persistent != nil || $0.external != nil } ?? false
        let (health, surplus) = isSingleInstance ? (0.0, 0.0) : hasVolume ? (0.5, 0.0) : (1.0, 1.0)
        var strategy = upgradeStrategy ?? AppUpgradeStrategy()
        if strategy.minimumHealthCapacity == nil { strategy.minimumHealthCapacity = health }
        if strategy.maximumOverCapacity == nil { strategy.maximumOverCapacity = surplus }
        upgradeStrategy = strategy
        if unreachableStrategy == nil {
            unreachableStrategy = isResident ? .disabled : .after(inactive: 0, expunge: 0)
        }
    }

    /// Whether a label says that there must never be two tasks.
    public var isSingleInstance: Bool { labels["MARATHON_SINGLE_INSTANCE_APP"]?.lowercased() == "true" }
}

extension AppHealthCheck {
    fileprivate mutating func applyKindDefaults() {
        if self.protocol == .command { return }
        if port == nil, portIndex == nil { portIndex = 0 }
        let isHTTP = [.http, .https, .mesosHTTP, .mesosHTTPS].contains(self.protocol)
        if isHTTP, path == nil { path = "/" }
    }
}
