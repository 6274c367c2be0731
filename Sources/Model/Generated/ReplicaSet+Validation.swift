// Made by `make generate` from ReplicaSet.yaml: change that, not this.

extension ReplicaSet: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        validation.part("spec", spec)
    }
}

extension ReplicaSetSpec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.minimum("minReadySeconds", minReadySeconds, 0)
        validation.minimum("replicas", replicas, 0)
        validation.required("selector", selector)
        validation.part("selector", selector)
        validation.part("template", template)
        checkRules(&validation)
    }
}

extension ReplicaSetStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("conditions", conditions)
    }
}

extension ReplicaSetCondition: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.known("status", status)
        validation.required("type", type)
    }
}
