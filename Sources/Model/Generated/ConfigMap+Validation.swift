// Made by `make generate` from ConfigMap.yaml: change that, not this.

extension ConfigMap: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        checkRules(&validation)
    }
}
