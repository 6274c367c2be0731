extension ServiceSpec {
    func checkRules(_ validation: inout Validation) {
        if ports.isEmpty, clusterIP != "None", type != .externalName { validation.required("ports") }
        checkType(&validation)
        checkPorts(&validation)
        checkAddresses(&validation)
        for (key, value) in selector.sorted(by: { $0.key < $1.key }) {
            if let complaint = Names.complaint(aboutLabelKey: key) { validation.invalid("selector", key, complaint) }
            if let complaint = Names.complaint(aboutLabelValue: value) {
                validation.invalid("selector", value, complaint)
            }
        }
        if let seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds, !(1...86_400).contains(seconds) {
            validation.invalid(
                "sessionAffinityConfig.clientIP.timeoutSeconds",
                seconds,
                "must be greater than 0 and less than 86400"
            )
        }
    }

    private func checkType(_ validation: inout Validation) {
        switch type {
        case .externalName:
            if externalName.isEmpty {
                validation.required("externalName")
            } else if let complaint = Names.complaint(aboutSubdomain: externalName.trimmingFinalDot) {
                validation.invalid("externalName", externalName, complaint)
            }
            if !clusterIP.isEmpty, clusterIP != "None" {
                validation.forbidden("clusterIPs[0]", "may not be set for ExternalName services")
            }
        case .nodePort where clusterIP == "None", .loadBalancer where clusterIP == "None":
            validation.invalid("clusterIPs[0]", "None", "may not be set to 'None' for \(type) services")
        default: break
        }
        let isOutward = type == .nodePort || type == .loadBalancer || !externalIPs.isEmpty
        if !externalTrafficPolicy.isEmpty, !isOutward {
            validation.invalid(
                "externalTrafficPolicy",
                externalTrafficPolicy.rawValue,
                "may only be set for externally-accessible services"
            )
        }
    }

    private func checkPorts(_ validation: inout Validation) {
        var names: Set<String> = []
        var numbers: Set<String> = []
        var nodePorts: Set<String> = []
        for (index, port) in ports.enumerated() {
            validation.within("ports[\(index)]") { validation in
                if port.name.isEmpty, ports.count > 1 { validation.required("name") }
                if !port.name.isEmpty, !names.insert(port.name).inserted { validation.duplicate("name", port.name) }
                if port.targetPort != IntOrString() { validation.port("targetPort", port.targetPort) }
                if port.nodePort != 0, type != .nodePort, type != .loadBalancer {
                    validation.forbidden("nodePort", "may not be used when `type` is '\(type)'")
                }
                // One number may serve TCP and UDP, and neither twice.
                if port.nodePort != 0, !nodePorts.insert("\(port.protocol)/\(port.nodePort)").inserted {
                    validation.duplicate("nodePort", port.nodePort)
                }
            }
            if port.port != 0, !numbers.insert("\(port.protocol)/\(port.port)").inserted {
                validation.duplicate("ports[\(index)]", "\(port.port)/\(port.protocol)")
            }
        }
    }

    private func checkAddresses(_ validation: inout Validation) {
        let stated = clusterIPs.isEmpty && !clusterIP.isEmpty ? [clusterIP] : clusterIPs
        for (index, address) in stated.enumerated() where !address.isEmpty && address != "None" {
            if !Names.isAddress(address) {
                validation.invalid("clusterIPs[\(index)]", address, Names.addressComplaint)
            }
        }
        for (index, address) in externalIPs.enumerated() where !Names.isAddress(address) {
            validation.invalid("externalIPs[\(index)]", address, Names.addressComplaint)
        }
    }
}

extension String {
    fileprivate var trimmingFinalDot: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension EndpointSlice {
    func checkRules(_ validation: inout Validation) {
        for (index, endpoint) in endpoints.enumerated() {
            for (place, address) in endpoint.addresses.enumerated() {
                let isValid =
                    switch addressType {
                    case .ipv4: Names.isIPv4(address)
                    case .ipv6: Names.isIPv6(address)
                    case .fqdn: Names.isSubdomain(address[...])
                    default: true
                    }
                if !isValid {
                    validation.invalid(
                        "endpoints[\(index)].addresses[\(place)]",
                        address,
                        Names.addressComplaint
                    )
                }
            }
        }
        validation.unique(ports.map { $0.name ?? "" }) { "ports[\($0)].name" }
    }
}
