// Made by `make generate` from Service.yaml: change that, not this.

extension Service: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        validation.part("spec", spec)
    }
}

extension ServiceSpec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.known("externalTrafficPolicy", externalTrafficPolicy)
        validation.known("internalTrafficPolicy", internalTrafficPolicy)
        validation.known("ipFamilies", ipFamilies)
        validation.known("ipFamilyPolicy", ipFamilyPolicy)
        validation.parts("ports", ports)
        validation.known("sessionAffinity", sessionAffinity)
        validation.known("type", type)
        checkRules(&validation)
    }
}

extension ServicePort: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.format("name", name, .dnsLabel)
        validation.range("nodePort", nodePort, 0...65535)
        validation.format("port", port, .port)
        validation.known("protocol", `protocol`)
    }
}

extension ServiceStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("conditions", conditions)
        validation.part("loadBalancer", loadBalancer)
    }
}

extension LoadBalancerStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("ingress", ingress)
    }
}

extension LoadBalancerIngress: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("ports", ports)
    }
}

extension PortStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("protocol", `protocol`)
        validation.known("protocol", `protocol`)
    }
}
