// Made by `make generate` from Resources.yaml: change that, not this.

extension ResourceRequirements: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("claims", claims)
        checkRules(&validation)
    }
}

extension ResourceClaim: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}
