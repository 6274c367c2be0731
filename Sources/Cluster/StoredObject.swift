public import Model

/// An object as the cluster holds it, with what the journal knows about it.
///
/// It never changes, and so is shared by all states that hold it: to make a path of a table anew for one object's
/// change takes a reference of each of its neighbours, not of all their parts.
public final class StoredObject: Sendable {
    public let object: Object
    /// Sequence number of the record that last put it; also its `metadata.resourceVersion`.
    public let revision: UInt64
    /// Sequence numbers of what the last change rested on.
    public let causes: [UInt64]
    public let origin: Origin?

    public init(object: Object, revision: UInt64, causes: [UInt64] = [], origin: Origin? = nil) {
        self.object = object
        self.revision = revision
        self.causes = causes
        self.origin = origin
    }

    public var key: ObjectKey { object.key }

    /// The same, resting on something else.
    public func resting(on causes: [UInt64]) -> StoredObject {
        StoredObject(object: object, revision: revision, causes: causes, origin: origin)
    }
}

/// One step of the cluster's state, as folds and watchers see it.
public struct Change: Sendable {
    public enum Body: Sendable {
        case put(StoredObject, previous: StoredObject?)
        case delete(last: StoredObject)
        case state(ObjectKey, StatedObject, previous: StatedObject?)
        case unstate(ObjectKey, previous: StatedObject)
    }

    /// Sequence number of the change's record.
    public var revision: UInt64
    public var body: Body

    public init(revision: UInt64, body: Body) {
        self.revision = revision
        self.body = body
    }

    public var key: ObjectKey {
        switch body {
        case .put(let stored, _), .delete(let stored): stored.key
        case .state(let key, _, _), .unstate(let key, _): key
        }
    }
}
