// Made by `make generate` from Deployment.yaml: change that, not this.

extension Deployment: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        validation.part("spec", spec)
        checkRules(&validation)
    }
}

extension DeploymentSpec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.minimum("minReadySeconds", minReadySeconds, 0)
        validation.minimum("progressDeadlineSeconds", progressDeadlineSeconds, 0)
        validation.minimum("replicas", replicas, 0)
        validation.minimum("revisionHistoryLimit", revisionHistoryLimit, 0)
        validation.required("selector", selector)
        validation.part("selector", selector)
        validation.part("strategy", strategy)
        validation.part("template", template)
        checkRules(&validation)
    }
}

extension DeploymentStrategy: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.known("type", type)
        checkRules(&validation)
    }
}

extension DeploymentStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("conditions", conditions)
    }
}

extension DeploymentCondition: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("status", status)
        validation.known("status", status)
        validation.required("type", type)
    }
}
