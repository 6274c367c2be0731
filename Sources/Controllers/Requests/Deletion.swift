internal import Cluster
internal import Model

/// The finalizers by which an object waits for its dependents, in Kubernetes' words.
enum DependentsFinalizer {
    static let foreground = "foregroundDeletion"
    static let orphan = "orphan"
}

/// Namespaces that every cluster has, with what keeps it alive in them. Nobody deletes them, in Kubernetes' words.
enum ImmortalNamespaces {
    static let names: Set<String> = ["default", "kube-system", "kube-public", "kube-node-lease"]
}

extension TurnBuilder {
    /// Asks for an object's end: at once where nothing holds it, else marked and awaited.
    ///
    /// Returns the object as it is then, and whether it is gone.
    mutating func delete(
        _ key: ObjectKey,
        _ options: DeleteOptions,
        by author: Author
    ) throws(APIError) -> (object: Object, isGone: Bool) {
        guard let live = state.object(key) else { throw .notFound(key) }
        if key.kind == .namespace, ImmortalNamespaces.names.contains(key.name) {
            throw .forbidden(key, "this namespace may not be deleted")
        }
        try check(options, live)
        var object = live.object
        addFinalizers(for: options.propagation, to: &object)
        beginStop(of: &object, options.propagation, by: author)
        let grace = gracePeriod(of: object, options)
        mark(&object, grace: grace)
        let mayGo = object.metadata.finalizers.isEmpty && grace == 0 && object.kind != .namespace
        if mayGo {
            remove(key, causes: author.causes)
            return (object, true)
        }
        if object != live.object {
            let stored = put(object, causes: author.causes + [live.revision], origin: author.origin)
            return (stored.object, false)
        }
        return (object, false)
    }

    private func check(_ options: DeleteOptions, _ live: StoredObject) throws(APIError) {
        let uid = live.object.metadata.uid
        if let wanted = options.uid, wanted != uid {
            throw .conflict(
                live.key,
                "Precondition failed: UID in precondition: \(wanted), UID in object meta: \(uid)"
            )
        }
        if let wanted = options.resourceVersion, wanted != String(live.revision) {
            throw .conflict(
                live.key,
                "Precondition failed: ResourceVersion in precondition: \(wanted), ResourceVersion in object meta: "
                    + "\(live.revision)"
            )
        }
    }

    private func addFinalizers(for propagation: Propagation, to object: inout Object) {
        let wanted: String? =
            switch propagation {
            case .background: nil
            case .foreground: DependentsFinalizer.foreground
            case .orphan: DependentsFinalizer.orphan
            }
        guard let wanted, object.metadata.deletionTimestamp == nil else { return }
        guard !state.dependents(of: object.metadata.uid).isEmpty else { return }
        if !object.metadata.finalizers.contains(wanted) { object.metadata.finalizers.append(wanted) }
    }

    /// Seconds that an object may take to end. Only a pod that runs somewhere needs any.
    private func gracePeriod(of object: Object, _ options: DeleteOptions) -> Int {
        guard case .pod(let pod) = object, !pod.spec.nodeName.isEmpty, !pod.hasEnded else { return 0 }
        // Asked once more without a number, it has the time that it has.
        let running = pod.metadata.deletionGracePeriodSeconds
        let wanted = options.gracePeriodSeconds ?? running ?? pod.spec.terminationGracePeriodSeconds ?? 30
        return max(0, min(wanted, running ?? wanted))
    }

    /// Notes when the object has to be gone. A second request may shorten the time, never lengthen it.
    private func mark(_ object: inout Object, grace: Int) {
        let end = now.startOfSecond + .seconds(grace)
        if let earlier = object.metadata.deletionTimestamp, earlier <= end { return }
        object.metadata.deletionTimestamp = end
        object.metadata.deletionGracePeriodSeconds = grace
        if case .namespace(var namespace) = object {
            namespace.status.phase = .terminating
            object = .namespace(namespace)
        }
        if object.hasGeneration { object.metadata.generation += 1 }
    }
}
