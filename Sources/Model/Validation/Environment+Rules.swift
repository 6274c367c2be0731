extension EnvVar {
    func checkRules(_ validation: inout Validation) {
        if !name.isEmpty, let complaint = Names.complaint(aboutVariable: name) {
            validation.invalid("name", name, complaint)
        }
        if valueFrom != nil, !value.isEmpty {
            validation.invalid("valueFrom", "", "may not be specified when `value` is not empty")
        }
    }
}

extension EnvVarSource {
    func checkRules(_ validation: inout Validation) {
        let count = [
            configMapKeyRef != nil, fieldRef != nil, fileKeyRef != nil, resourceFieldRef != nil, secretKeyRef != nil,
        ].count { $0 }
        if count == 0 {
            validation.invalid(
                "",
                "",
                "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, "
                    + "`secretKeyRef` or `fileKeyRef`"
            )
        } else if count > 1 {
            validation.invalid("", "", "may not have more than one field specified at a time")
        }
        for (name, reference) in [("configMapKeyRef", configMapKeyRef?.name), ("secretKeyRef", secretKeyRef?.name)] {
            if reference?.isEmpty ?? false { validation.required("\(name).name") }
        }
    }
}

extension EnvFromSource {
    func checkRules(_ validation: inout Validation) {
        if !prefix.isEmpty, let complaint = Names.complaint(aboutVariable: prefix) {
            validation.invalid("prefix", prefix, complaint)
        }
        switch (configMapRef, secretRef) {
        case (nil, nil): validation.invalid("", "", "must specify one of: `configMapRef` or `secretRef`")
        case (let map?, nil): validation.required("configMapRef.name", map.name)
        case (nil, let secret?): validation.required("secretRef.name", secret.name)
        default: validation.invalid("", "", "may not have more than one field specified at a time")
        }
    }
}

extension ObjectFieldSelector {
    /// The fields of a pod that it can be told.
    static let known = [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
        "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs", "metadata.labels", "metadata.annotations",
    ]

    func checkRules(_ validation: inout Validation) {
        if fieldPath.isEmpty || fieldPath.hasPrefix("metadata.labels['")
            || fieldPath.hasPrefix("metadata.annotations['")
        {
            return
        }
        if !ObjectFieldSelector.known.contains(fieldPath) {
            validation.notSupported("fieldPath", fieldPath, ObjectFieldSelector.known.sorted())
        }
    }
}

extension ResourceFieldSelector {
    private static let resources = [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage",
        "requests.memory",
    ]

    func checkRules(_ validation: inout Validation) {
        if resource.isEmpty || resource.contains("hugepages-") { return }
        if !ResourceFieldSelector.resources.contains(resource) {
            validation.notSupported("resource", resource, ResourceFieldSelector.resources)
        }
    }
}
