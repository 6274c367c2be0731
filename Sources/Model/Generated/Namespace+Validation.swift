// Made by `make generate` from Namespace.yaml: change that, not this.

extension Namespace: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
    }
}

extension NamespaceStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("conditions", conditions)
        validation.known("phase", phase)
    }
}

extension NamespaceCondition: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("status", status)
        validation.known("status", status)
        validation.required("type", type)
    }
}
