extension Validation {
    /// The rules for what every object carries, its name above all.
    mutating func metadata(of resource: some Resource) {
        let metadata = resource.metadata
        let kind = type(of: resource).kind
        within("metadata") { validation in
            if metadata.name.isEmpty, metadata.generateName.isEmpty {
                validation.required("name", because: "name or generateName is required")
            } else if !metadata.name.isEmpty, let complaint = kind.complaint(aboutName: metadata.name) {
                validation.invalid("name", metadata.name, complaint)
            }
            if !metadata.generateName.isEmpty, let complaint = kind.complaint(aboutPrefix: metadata.generateName) {
                validation.invalid("generateName", metadata.generateName, complaint)
            }
            validation.namespace(of: metadata, kind)
            metadata.validate(&validation)
            if kind != .deployment, kind != .replicaSet { metadata.refuseSteadyAnnotations(&validation) }
            validation.owners(metadata.ownerReferences)
            for (index, finalizer) in metadata.finalizers.enumerated() {
                if let complaint = Names.complaint(aboutLabelKey: finalizer) {
                    validation.invalid("finalizers[\(index)]", finalizer, complaint)
                }
            }
        }
    }

    private mutating func namespace(of metadata: ObjectMeta, _ kind: Kind) {
        if !kind.isNamespaced {
            if !metadata.namespace.isEmpty { forbidden("namespace", "not allowed on this type") }
        } else if !metadata.namespace.isEmpty, let complaint = Names.complaint(aboutLabel: metadata.namespace) {
            invalid("namespace", metadata.namespace, complaint)
        }
    }

    private mutating func owners(_ owners: [OwnerReference]) {
        var controller: OwnerReference?
        for (index, owner) in owners.enumerated() {
            within("ownerReferences[\(index)]") { owner.validate(&$0) }
            guard owner.controller == true else { continue }
            if let controller {
                invalid(
                    "ownerReferences",
                    [controller.name, owner.name],
                    "Only one reference can have Controller set to true. Found \"true\" in references for "
                        + "\(controller.kind)/\(controller.name) and \(owner.kind)/\(owner.name)"
                )
            }
            controller = owner
        }
    }
}

extension ObjectMeta {
    /// Steady's own annotations, sorted.
    var steadyAnnotations: [(name: String, text: String)] {
        annotations.filter { $0.key.hasPrefix("steady.dev/") }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Where nothing reads them they would do nothing, and be missed.
    func refuseSteadyAnnotations(_ validation: inout Validation) {
        for (name, _) in steadyAnnotations {
            validation.forbidden(
                "annotations[\(name)]",
                "it is for the metadata of a Deployment, and does nothing here"
            )
        }
    }
}

extension ObjectMeta: Validated {
    /// What holds for the metadata of a template too.
    func validate(_ validation: inout Validation) {
        for (key, value) in labels.sorted(by: { $0.key < $1.key }) {
            if let complaint = Names.complaint(aboutLabelKey: key) { validation.invalid("labels", key, complaint) }
            if let complaint = Names.complaint(aboutLabelValue: value) {
                validation.invalid("labels", value, complaint)
            }
        }
        var size = 0
        for (key, value) in annotations.sorted(by: { $0.key < $1.key }) {
            size += key.utf8.count + value.utf8.count
            // Annotations may have capitals where labels may not.
            if let complaint = Names.complaint(aboutLabelKey: key.lowercased()) {
                validation.invalid("annotations", key, complaint)
            }
        }
        let limit = 256 * 1024
        if size > limit { validation.add(.tooLong, "annotations", "Too long: may not be more than \(limit) bytes") }
    }
}

extension Kind {
    fileprivate func complaint(aboutName name: String) -> String? {
        switch self {
        case .namespace: Names.complaint(aboutLabel: name)
        case .service: Names.complaint(aboutServiceName: name)
        default: Names.complaint(aboutSubdomain: name)
        }
    }

    /// A prefix may end in a hyphen, since more follows.
    fileprivate func complaint(aboutPrefix prefix: String) -> String? {
        complaint(aboutName: prefix.hasSuffix("-") ? prefix.dropLast() + "a" : prefix)
    }
}
