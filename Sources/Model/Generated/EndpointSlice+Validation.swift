// Made by `make generate` from EndpointSlice.yaml: change that, not this.

extension EndpointSlice: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        validation.required("addressType", addressType)
        validation.known("addressType", addressType)
        validation.parts("endpoints", endpoints)
        validation.parts("ports", ports)
        checkRules(&validation)
    }
}

extension Endpoint: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("addresses", addresses)
        validation.part("hints", hints)
    }
}

extension EndpointHints: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("forNodes", forNodes)
        validation.parts("forZones", forZones)
    }
}

extension ForNode: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}

extension ForZone: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}

extension EndpointPort: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("port", port)
        validation.known("protocol", `protocol`)
    }
}
