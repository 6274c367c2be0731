// What deciders ask of a pod again and again.

extension Pod {
    /// All its containers are done and none will be started again.
    public var hasEnded: Bool { status.phase == .succeeded || status.phase == .failed }

    public var isReady: Bool { status.conditions.contains { $0.type == "Ready" && $0.status == .true } }

    /// Since when it has been ready; nil while it is not.
    public var readySince: Timestamp? {
        guard let ready = status.conditions.first(where: { $0.type == "Ready" && $0.status == .true }) else {
            return nil
        }
        return ready.lastTransitionTime ?? metadata.creationTimestamp
    }
}

extension ObjectMeta {
    /// The owner that manages the object; at most one does.
    @inlinable
    public var controller: OwnerReference? { ownerReferences.first { $0.controller == true } }
}

extension OwnerReference {
    /// A reference to the object that manages another one, which waits for that one's end when deleted in foreground.
    public init(controller owner: some Resource) {
        self.init()
        apiVersion = type(of: owner).kind.apiVersion
        kind = type(of: owner).kind.name
        name = owner.metadata.name
        uid = owner.metadata.uid
        controller = true
        blockOwnerDeletion = true
    }
}
