extension PodSpec {
    func checkRules(_ validation: inout Validation) {
        checkNames(&validation)
        checkMounts(&validation)
        for (index, container) in containers.enumerated() {
            validation.within("containers[\(index)]") { container.checkProbes(&$0) }
        }
        for (index, container) in initContainers.enumerated() {
            validation.within("initContainers[\(index)]") { container.checkAsInitContainer(&$0) }
        }
        checkHostPorts(&validation)
        if let seconds = activeDeadlineSeconds, !(1...Int(Int32.max)).contains(seconds) {
            validation.invalid("activeDeadlineSeconds", seconds, "must be between 1 and 2147483647, inclusive")
        }
        if dnsPolicy == .none, dnsConfig?.nameservers.isEmpty ?? true {
            validation.required(
                "dnsConfig.nameservers",
                because: "must provide at least one DNS nameserver when `dnsPolicy` is None"
            )
        }
        for (key, value) in nodeSelector.sorted(by: { $0.key < $1.key }) {
            if let complaint = Names.complaint(aboutLabelKey: key) {
                validation.invalid("nodeSelector", key, complaint)
            }
            if let complaint = Names.complaint(aboutLabelValue: value) {
                validation.invalid("nodeSelector", value, complaint)
            }
        }
    }

    /// Volumes have names of their own; containers of all sorts share theirs.
    private func checkNames(_ validation: inout Validation) {
        validation.unique(volumes.map(\.name)) { "volumes[\($0)].name" }
        var seen: Set<String> = []
        let lists = [
            ("initContainers", initContainers.map(\.name)), ("containers", containers.map(\.name)),
            ("ephemeralContainers", ephemeralContainers.map(\.name)),
        ]
        for (list, names) in lists {
            for (index, name) in names.enumerated() where !name.isEmpty && !seen.insert(name).inserted {
                validation.duplicate("\(list)[\(index)].name", name)
            }
        }
    }

    private func checkMounts(_ validation: inout Validation) {
        let names = Set(volumes.map(\.name))
        for (list, containers) in [("initContainers", initContainers), ("containers", containers)] {
            for (index, container) in containers.enumerated() {
                for (place, mount) in container.volumeMounts.enumerated()
                where !mount.name.isEmpty && !names.contains(mount.name) {
                    validation.notFound("\(list)[\(index)].volumeMounts[\(place)].name", mount.name)
                }
            }
        }
    }

    /// On the host's network a port is the host's; and no port of the host is taken twice.
    private func checkHostPorts(_ validation: inout Validation) {
        var taken: Set<String> = []
        for (index, container) in containers.enumerated() {
            for (place, port) in container.ports.enumerated() where port.hostPort != 0 {
                let name = "containers[\(index)].ports[\(place)]"
                if hostNetwork, port.hostPort != port.containerPort {
                    validation.invalid(
                        name + ".containerPort",
                        port.containerPort,
                        "must match `hostPort` when `hostNetwork` is true"
                    )
                }
                if !taken.insert("\(port.protocol)/\(port.hostIP)/\(port.hostPort)").inserted {
                    validation.duplicate(name + ".hostPort", "\(port.hostPort)")
                }
            }
        }
    }
}
