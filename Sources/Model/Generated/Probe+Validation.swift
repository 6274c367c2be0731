// Made by `make generate` from Probe.yaml: change that, not this.

extension Probe: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.minimum("failureThreshold", failureThreshold, 0)
        validation.part("grpc", grpc)
        validation.part("httpGet", httpGet)
        validation.minimum("initialDelaySeconds", initialDelaySeconds, 0)
        validation.minimum("periodSeconds", periodSeconds, 0)
        validation.minimum("successThreshold", successThreshold, 0)
        validation.part("tcpSocket", tcpSocket)
        validation.minimum("timeoutSeconds", timeoutSeconds, 0)
        checkRules(&validation)
    }
}

extension Lifecycle: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("postStart", postStart)
        validation.part("preStop", preStop)
        checkRules(&validation)
    }
}

extension LifecycleHandler: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("httpGet", httpGet)
        validation.part("tcpSocket", tcpSocket)
        checkRules(&validation)
    }
}

extension HTTPGetAction: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("httpHeaders", httpHeaders)
        validation.known("scheme", scheme)
        checkRules(&validation)
    }
}

extension HTTPHeader: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}

extension TCPSocketAction: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        checkRules(&validation)
    }
}

extension GRPCAction: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.format("port", port, .port)
    }
}
