extension Object {
    /// What may not change when one object takes the place of another.
    func checkChange(from old: Object, _ validation: inout Validation) {
        validation.within("metadata") { metadata.checkChange(from: old.metadata, &$0) }
        switch (self, old) {
        case (.configMap(let new), .configMap(let old)): new.checkChange(from: old, &validation)
        case (.secret(let new), .secret(let old)): new.checkChange(from: old, &validation)
        case (.service(let new), .service(let old)): new.checkChange(from: old, &validation)
        case (.deployment(let new), .deployment(let old)):
            validation.unchanged("spec.selector", new.spec.selector, old.spec.selector)
        case (.replicaSet(let new), .replicaSet(let old)):
            validation.unchanged("spec.selector", new.spec.selector, old.spec.selector)
        case (.endpointSlice(let new), .endpointSlice(let old)):
            if new.addressType != old.addressType {
                validation.invalid("addressType", new.addressType.rawValue, "field is immutable")
            }
        case (.pod(let new), .pod(let old)): new.checkChange(from: old, &validation)
        case (.app(let new), .app(let old)): new.checkChange(from: old, &validation)
        default: break
        }
    }
}

extension ObjectMeta {
    fileprivate func checkChange(from old: ObjectMeta, _ validation: inout Validation) {
        for (name, new, old) in [
            ("name", name, old.name), ("namespace", namespace, old.namespace), ("uid", uid, old.uid),
        ]
        where new != old {
            validation.invalid(name, new, "field is immutable")
        }
        let added = finalizers.filter { !old.finalizers.contains($0) }
        if old.deletionTimestamp != nil, !added.isEmpty {
            validation.forbidden(
                "finalizers",
                "no new finalizers can be added if the object is being deleted, found new finalizers \(added.goText)"
            )
        }
    }
}

extension ConfigMap {
    fileprivate func checkChange(from old: ConfigMap, _ validation: inout Validation) {
        guard old.immutable == true else { return }
        let detail = "field is immutable when `immutable` is set"
        if immutable != true { validation.forbidden("immutable", detail) }
        if data != old.data { validation.forbidden("data", detail) }
        if binaryData != old.binaryData { validation.forbidden("binaryData", detail) }
    }
}

extension App {
    /// Two paths may come to one name: `/jobs/clock` and `/jobs-clock`. The first that was there keeps it.
    fileprivate func checkChange(from old: App, _ validation: inout Validation) {
        guard spec.id != old.spec.id else { return }
        validation.invalid(
            "spec.id",
            spec.id,
            "the object \(metadata.name) is the app \(old.spec.id) already, and both ids give that name; choose another id"
        )
    }
}

extension Secret {
    fileprivate func checkChange(from old: Secret, _ validation: inout Validation) {
        if type != old.type { validation.invalid("type", type, "field is immutable") }
        guard old.immutable == true else { return }
        let detail = "field is immutable when `immutable` is set"
        if immutable != true { validation.forbidden("immutable", detail) }
        if data != old.data { validation.forbidden("data", detail) }
    }
}

extension Service {
    /// An address stays, except that a service without one may get one and an external name has none.
    fileprivate func checkChange(from old: Service, _ validation: inout Validation) {
        guard old.spec.type != .externalName, spec.type != .externalName, !old.spec.clusterIP.isEmpty,
            spec.clusterIP != old.spec.clusterIP
        else { return }
        validation.invalid("spec.clusterIPs[0]", [spec.clusterIP], "may not change once set")
    }
}

extension Pod {
    /// A pod is what it was when it was made, but for its images, its deadline and further tolerations.
    fileprivate func checkChange(from old: Pod, _ validation: inout Validation) {
        var expected = old.spec
        guard spec.containers.count == expected.containers.count,
            spec.initContainers.count == expected.initContainers.count
        else {
            return validation.forbidden("spec.containers", "pod updates may not add or remove containers")
        }
        for index in spec.containers.indices { expected.containers[index].image = spec.containers[index].image }
        for index in spec.initContainers.indices {
            expected.initContainers[index].image = spec.initContainers[index].image
        }
        expected.activeDeadlineSeconds = spec.activeDeadlineSeconds
        if old.spec.tolerations.allSatisfy(spec.tolerations.contains) { expected.tolerations = spec.tolerations }
        // The scheduler and the server fill these in.
        if old.spec.nodeName.isEmpty { expected.nodeName = spec.nodeName }
        expected.ephemeralContainers = spec.ephemeralContainers
        if !old.spec.schedulingGates.isEmpty { expected.schedulingGates = spec.schedulingGates }
        if expected != spec {
            validation.forbidden(
                "spec",
                "pod updates may not change fields other than `spec.containers[*].image`,"
                    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to "
                    + "existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was "
                    + "previously negative)"
            )
        }
    }
}

extension Validation {
    fileprivate mutating func unchanged(_ name: String, _ new: LabelSelector?, _ old: LabelSelector?) {
        if new == old { return }
        add(.invalid, name, "Invalid value: \((new ?? LabelSelector()).goText): field is immutable")
    }
}
