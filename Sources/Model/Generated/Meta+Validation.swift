// Made by `make generate` from Meta.yaml: change that, not this.

extension OwnerReference: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("apiVersion", apiVersion)
        validation.required("kind", kind)
        validation.required("name", name)
        validation.required("uid", uid)
    }
}

extension ManagedFieldsEntry: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.known("operation", operation)
    }
}

extension LabelSelector: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("matchExpressions", matchExpressions)
        checkRules(&validation)
    }
}

extension LabelSelectorRequirement: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("key", key)
        validation.required("operator", `operator`)
        validation.known("operator", `operator`)
        checkRules(&validation)
    }
}

extension Condition: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("lastTransitionTime", lastTransitionTime)
        validation.required("message", message)
        validation.required("reason", reason)
        validation.required("status", status)
        validation.known("status", status)
        validation.required("type", type)
    }
}

extension TypedLocalObjectReference: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("kind", kind)
        validation.required("name", name)
    }
}

extension TypedObjectReference: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("kind", kind)
        validation.required("name", name)
    }
}
