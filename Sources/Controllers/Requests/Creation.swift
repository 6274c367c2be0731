internal import Cluster
internal import Merging
internal import Model

extension TurnBuilder {
    /// Admits a new object: name, namespace, defaults, addresses, rules, identity.
    ///
    /// - Parameter managed: who owns which field, where the caller knows better than the author tells.
    mutating func create(
        _ object: Object,
        managed: [ManagedFieldsEntry]? = nil,
        by author: Author
    ) throws(APIError) -> StoredObject {
        var object = object
        prepareIdentity(of: &object)
        try checkNamespace(of: object)
        if state.object(object.key) != nil { throw .alreadyExists(object.key) }
        object.applyDefaults()
        try admission.admitNew(&object)
        try checkDependencies(of: object, by: author)
        let errors = object.validate()
        if !errors.isEmpty { throw .invalid(object.key, errors) }
        seal(&object)
        object.metadata.managedFields = try owned(managed, object, nil, nil, author)
        beginDeployment(of: &object, replacing: nil, by: author)
        return put(object, causes: author.causes, origin: author.origin)
    }

    var admission: Admission { Admission(state: state, settings: settings, now: now) }

    private func prepareIdentity(of object: inout Object) {
        if !object.kind.isNamespaced {
            object.metadata.namespace = ""
        } else if object.metadata.namespace.isEmpty {
            object.metadata.namespace = "default"
        }
        let prefix = object.metadata.generateName
        guard object.metadata.name.isEmpty, !prefix.isEmpty else { return }
        object.metadata.name = freeName(prefix: prefix, for: object)
    }

    /// A name with a random-looking end that depends on the owner and on how many it has had, and on nothing else:
    /// what happens to one owner's objects does not rename another's.
    ///
    /// Nobody counts what has no owner. There the number of the record tells one birth from the next, so that the name
    /// of an object that is gone is not another's at once.
    private func freeName(prefix: String, for object: Object) -> String {
        let controller = object.metadata.controller?.uid
        let owner = controller ?? state.identitySeed
        var attempt = controller.map { state.births(of: $0) } ?? nextRevision
        while true {
            // The API keeps 58 letters of the prefix, so that the whole fits into a label.
            let name = String(prefix.prefix(58)) + NameSuffix.text(Seed(owner, prefix, attempt))
            let key = ObjectKey(object.kind, namespace: object.metadata.namespace, name: name)
            if state.object(key) == nil { return name }
            attempt += 1
        }
    }

    private func checkNamespace(of object: Object) throws(APIError) {
        guard object.kind.isNamespaced else { return }
        let name = object.metadata.namespace
        guard let namespace = state.get(Namespace.self, name) else {
            throw .notFound(ObjectKey(.namespace, name: name))
        }
        guard namespace.metadata.deletionTimestamp == nil else {
            throw .forbidden(
                object.key,
                "unable to create new content in namespace \(name) because it is being terminated",
                causes: [
                    APIError.Cause(
                        reason: "NamespaceTerminating",
                        message: "namespace \(name) is being terminated",
                        field: "metadata.namespace"
                    )
                ]
            )
        }
    }

    /// Gives what only the cluster may give, whatever the writer said.
    private func seal(_ object: inout Object) {
        object.metadata.uid = Seed(state.identitySeed, object.key.description, nextRevision).uid
        object.metadata.creationTimestamp = now.startOfSecond
        object.metadata.deletionTimestamp = nil
        object.metadata.deletionGracePeriodSeconds = nil
        object.metadata.generation = object.hasGeneration ? 1 : 0
    }
}
