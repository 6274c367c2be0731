// Made by `make generate` from Event.yaml: change that, not this.

extension Event: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
    }
}
