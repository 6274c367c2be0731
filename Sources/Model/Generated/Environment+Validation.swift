// Made by `make generate` from Environment.yaml: change that, not this.

extension EnvVar: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
        validation.part("valueFrom", valueFrom)
        checkRules(&validation)
    }
}

extension EnvVarSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("configMapKeyRef", configMapKeyRef)
        validation.part("fieldRef", fieldRef)
        validation.part("fileKeyRef", fileKeyRef)
        validation.part("resourceFieldRef", resourceFieldRef)
        validation.part("secretKeyRef", secretKeyRef)
        checkRules(&validation)
    }
}

extension EnvFromSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        checkRules(&validation)
    }
}

extension ConfigMapKeySelector: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("key", key)
        validation.format("key", key, .configKey)
    }
}

extension ObjectFieldSelector: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("fieldPath", fieldPath)
        checkRules(&validation)
    }
}

extension FileKeySelector: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("key", key)
        validation.required("path", path)
        validation.required("volumeName", volumeName)
    }
}

extension ResourceFieldSelector: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("resource", resource)
        checkRules(&validation)
    }
}

extension SecretKeySelector: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("key", key)
        validation.format("key", key, .configKey)
    }
}
