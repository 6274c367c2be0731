extension AppSpec {
    func checkNetworks(_ validation: inout Validation) {
        if container?.docker?.network != nil {
            validation.forbidden("networks", "must not specify both container.docker.network and networks")
        }
        if ipAddress != nil { validation.forbidden("networks", "must not specify both networks and ipAddress") }
        let modes = networks.map(\.mode)
        if modes.count > 1, modes.contains(where: { $0 != .container }) {
            validation.forbidden("networks", "may only use a single network unless all of them are container networks")
        }
        if modes.count > 1, container?.type == .docker {
            validation.forbidden("networks", "Docker containers may join at most one container network")
        }
        for (index, network) in networks.enumerated() {
            validation.within("networks[\(index)]") { network.check(&$0) }
        }
    }

    func checkPorts(_ validation: inout Validation) {
        if ports != nil, portDefinitions != nil {
            validation.forbidden("ports", "cannot specify both ports and port definitions")
        }
        let mappings = container?.portMappings ?? []
        if usesHostNetwork {
            if !mappings.isEmpty {
                validation.forbidden("container.portMappings", "portMappings are not allowed with host-networking")
            }
        } else if !(portDefinitions ?? []).isEmpty {
            validation.forbidden("portDefinitions", "portDefinitions are only allowed with host-networking")
        }
        let definitions = portDefinitions ?? []
        validation.unique(definitions.map { $0.name ?? "" }) { "portDefinitions[\($0)].name" }
        validation.unique(mappings.map { $0.name ?? "" }) { "container.portMappings[\($0)].name" }
        let fixed = definitions.map { $0.port == 0 ? "" : "\($0.port)" }
        if Set(fixed.filter { !$0.isEmpty }).count < fixed.count(where: { !$0.isEmpty }) {
            validation.invalid("portDefinitions", fixed.filter { !$0.isEmpty }, "ports must be unique")
        }
        validation.unique(mappings.map { ($0.hostPort ?? 0) == 0 ? "" : "\($0.hostPort ?? 0)" }) {
            "container.portMappings[\($0)].hostPort"
        }
    }

    func checkHealthChecks(_ validation: inout Validation) {
        let count = usesHostNetwork ? (portDefinitions ?? []).count : (container?.portMappings ?? []).count
        for (index, check) in healthChecks.enumerated() {
            validation.within("healthChecks[\(index)]") { check.check(portCount: count, &$0) }
        }
        let onNode = healthChecks.count { $0.isMadeOnNode }
        if onNode > 1 {
            validation.invalid("healthChecks", onNode, "AppDefinition can contain at most one Mesos health check")
        }
        if onNode > 0, onNode < healthChecks.count {
            validation.invalid("healthChecks", onNode, "AppDefinition must not mix Mesos and Marathon health checks")
        }
    }
}

extension AppNetwork {
    fileprivate func check(_ validation: inout Validation) {
        switch mode {
        case .host:
            if name != nil { validation.forbidden("name", "Network name is not allowed for host networks") }
            if !labels.isEmpty { validation.forbidden("labels", "Labels are not allowed for host networks") }
        case .containerBridge:
            if name != nil { validation.forbidden("name", "Network name is not allowed for bridge networks") }
        default: break
        }
    }
}

extension AppHealthCheck {
    fileprivate func check(portCount: Int, _ validation: inout Validation) {
        if self.protocol == .command {
            if command == nil { validation.required("command", because: "Health checks of protocol COMMAND need one") }
            return
        }
        if command != nil { validation.forbidden("command", "only for health checks of protocol COMMAND") }
        if port != nil, portIndex != nil { validation.forbidden("port", "cannot specify both port and portIndex") }
        if let portIndex, portIndex >= portCount {
            validation.invalid(
                "portIndex",
                portIndex,
                "Health check port indices must address an element of the ports array or container port mappings."
            )
        }
    }
}

extension Constraint {
    /// What is wrong with it, in Marathon's words; nil where nothing is.
    var complaint: String? {
        guard (2...3).contains(parts.count) else { return "Each constraint must have either 2 or 3 fields" }
        if field.isEmpty { return "missing field for constraint declaration" }
        guard let `operator` = self.operator else {
            return "operator must be one of the following UNIQUE, CLUSTER, GROUP_BY, LIKE, MAX_PER, UNLIKE or IS"
        }
        switch `operator` {
        case .unique: return value == nil ? nil : "UNIQUE does not accept a value"
        case .maxPer: return value.flatMap { Int($0) } == nil ? "MAX_PER requires an integer value" : nil
        case .groupBy:
            guard let value, Int(value) == nil else { return nil }
            return "GROUP BY must define an integer value or else no value at all"
        case .like, .unlike:
            guard let value, !value.isEmpty else {
                return "LIKE and UNLIKE require a non-empty, regular expression value"
            }
            // What can't be compiled would match nothing.
            return (try? Regex(value)) == nil ? "\(value) is not a valid regular expression" : nil
        case .is: return value == nil ? "IS requires a value" : nil
        case .cluster: return nil
        }
    }
}
