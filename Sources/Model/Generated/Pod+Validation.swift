// Made by `make generate` from Pod.yaml: change that, not this.

extension Pod: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        validation.part("spec", spec)
    }
}

extension PodSpec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("affinity", affinity)
        validation.required("containers", containers)
        validation.parts("containers", containers)
        validation.known("dnsPolicy", dnsPolicy)
        validation.parts("ephemeralContainers", ephemeralContainers)
        validation.parts("hostAliases", hostAliases)
        validation.format("hostname", hostname, .dnsLabel)
        validation.parts("initContainers", initContainers)
        validation.format("nodeName", nodeName, .dnsSubdomain)
        validation.part("os", os)
        validation.known("preemptionPolicy", preemptionPolicy)
        validation.format("priorityClassName", priorityClassName, .dnsSubdomain)
        validation.parts("readinessGates", readinessGates)
        validation.parts("resourceClaims", resourceClaims)
        validation.part("resources", resources)
        validation.known("restartPolicy", restartPolicy)
        validation.format("runtimeClassName", runtimeClassName, .dnsSubdomain)
        validation.parts("schedulingGates", schedulingGates)
        validation.part("securityContext", securityContext)
        validation.format("serviceAccountName", serviceAccountName, .dnsSubdomain)
        validation.format("subdomain", subdomain, .dnsLabel)
        validation.minimum("terminationGracePeriodSeconds", terminationGracePeriodSeconds, 0)
        validation.parts("tolerations", tolerations)
        validation.parts("topologySpreadConstraints", topologySpreadConstraints)
        validation.parts("volumes", volumes)
        checkRules(&validation)
    }
}

extension PodTemplateSpec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("metadata", metadata)
        validation.part("spec", spec)
    }
}

extension HostAlias: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("ip", ip)
    }
}

extension PodOS: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}

extension PodReadinessGate: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("conditionType", conditionType)
        validation.format("conditionType", conditionType, .labelKey)
    }
}

extension PodResourceClaim: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}

extension PodSchedulingGate: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}
