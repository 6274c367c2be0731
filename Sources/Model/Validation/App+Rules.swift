extension App {
    func checkRules(_ validation: inout Validation) {
        let name = AppID(spec.id).objectName
        if !spec.id.isEmpty, !metadata.name.isEmpty, name != metadata.name {
            validation.invalid("metadata.name", metadata.name, "must be \"\(name)\", since spec.id is \(spec.id)")
        }
    }
}

extension AppSpec {
    /// Marathon's rules, in its words.
    func checkRules(_ validation: inout Validation) {
        if let complaint = AppID.complaint(about: id) { validation.invalid("id", id, complaint) }
        checkCommand(&validation)
        checkAmounts(&validation)
        checkNetworks(&validation)
        checkPorts(&validation)
        checkHealthChecks(&validation)
        checkSecrets(&validation)
        checkStrategies(&validation)
        for (index, constraint) in constraints.enumerated() {
            if let complaint = constraint.complaint {
                validation.invalid("constraints[\(index)]", constraint.parts, complaint)
            }
        }
        if !uris.isEmpty, !fetch.isEmpty {
            validation.forbidden("uris", "may not be set in conjunction with fetch")
        }
        if !storeUrls.isEmpty { validation.forbidden("storeUrls", "must be empty") }
        if acceptedResourceRoles?.isEmpty ?? false {
            validation.invalid("acceptedResourceRoles", [String](), "must not be empty")
        }
        checkReadiness(&validation)
        checkDependencies(&validation)
    }

    private func checkCommand(_ validation: inout Validation) {
        if let cmd, cmd.isEmpty { validation.invalid("cmd", cmd, "must not be an empty string") }
        let hasImage = !(container?.docker?.image.isEmpty ?? true)
        let isContainer = container.map { hasImage || $0.type == .mesos } ?? false
        let commands = (cmd == nil ? 0 : 1) + (args.isEmpty ? 0 : 1)
        if commands == 2 || (commands == 0 && !isContainer) {
            validation.required(
                "cmd",
                because: "AppDefinition must either contain one of 'cmd' or 'args', and/or a 'container'."
            )
        }
        if let container, container.type == .docker, container.docker == nil {
            validation.required("container.docker", because: "docker.image must be defined for type DOCKER")
        }
    }

    private func checkAmounts(_ validation: inout Validation) {
        for (name, amount, bounds) in amounts {
            guard let amount else { continue }
            if amount.isNaN || amount < bounds.lowerBound {
                validation.invalid(name, amount, "must be greater than or equal to \(bounds.lowerBound.goText)")
            } else if amount > bounds.upperBound {
                validation.invalid(name, amount, "must be less than or equal to \(bounds.upperBound.goText)")
            }
        }
        if isSingleInstance, (instances ?? 1) > 1 {
            validation.invalid("instances", instances ?? 1, "Single instance app may only have one instance")
        }
    }

    /// Marathon bounds them from below alone. The upper bounds lie far beyond any machine: a million cores, an exbibyte
    /// in MiB, some thirty years. What is larger is a slip of the pen and no amount to reckon with.
    private var amounts: [(name: String, amount: Double?, bounds: ClosedRange<Double>)] {
        [
            ("cpus", cpus, 0.001...1e6),
            ("mem", mem, 0...1_099_511_627_776),
            ("disk", disk, 0...1_099_511_627_776),
            ("backoffSeconds", backoffSeconds, 0...1e9),
            ("backoffFactor", backoffFactor, 1...1e6),
            ("maxLaunchDelaySeconds", maxLaunchDelaySeconds, 0...1e9),
        ]
    }

    private func checkStrategies(_ validation: inout Validation) {
        let shares = [
            ("minimumHealthCapacity", upgradeStrategy?.minimumHealthCapacity),
            ("maximumOverCapacity", upgradeStrategy?.maximumOverCapacity),
        ]
        for (name, share) in shares {
            guard let share, !(0.0...1.0).contains(share) else { continue }
            validation.invalid("upgradeStrategy.\(name)", share, "is greater than 1 or less than 0")
        }
        if isResident {
            if let surplus = upgradeStrategy?.maximumOverCapacity, surplus != 0 {
                validation.invalid("upgradeStrategy.maximumOverCapacity", surplus, "got \(surplus), expected 0.0")
            }
            if let unreachableStrategy, unreachableStrategy != .disabled {
                validation.forbidden("unreachableStrategy", "unreachableStrategy must be disabled for resident tasks")
            }
        }
        if case .after(let inactive, let expunge) = unreachableStrategy, inactive > expunge {
            validation.invalid(
                "unreachableStrategy.inactiveAfterSeconds",
                inactive,
                "inactiveAfterSeconds must be less or equal to expungeAfterSeconds"
            )
        }
    }

    private func checkSecrets(_ validation: inout Validation) {
        for (name, value) in env.sorted(by: { $0.key < $1.key }) {
            guard case .secret(let secret) = value, secrets[secret] == nil else { continue }
            validation.invalid("env[\(name)]", secret, "references an undefined secret")
        }
        for (index, volume) in (container?.volumes ?? []).enumerated() {
            guard let secret = volume.secret, secrets[secret] == nil else { continue }
            validation.invalid("container.volumes[\(index)].secret", secret, "references an undefined secret")
        }
    }
}
