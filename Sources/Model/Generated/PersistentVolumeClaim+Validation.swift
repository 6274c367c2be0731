// Made by `make generate` from PersistentVolumeClaim.yaml: change that, not this.

extension PersistentVolumeClaimTemplate: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("metadata", metadata)
        validation.part("spec", spec)
    }
}

extension PersistentVolumeClaimSpec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("dataSource", dataSource)
        validation.part("dataSourceRef", dataSourceRef)
        validation.part("selector", selector)
    }
}
