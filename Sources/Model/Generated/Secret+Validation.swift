// Made by `make generate` from Secret.yaml: change that, not this.

extension Secret: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        checkRules(&validation)
    }
}
