internal import Cluster

/// On whose behalf an object is written, and what the write rests on.
struct Author {
    /// The field manager that the write is recorded under; nil for Steady's own controllers, whose objects nobody
    /// applies by hand.
    var manager: String?
    /// New words come from here; nil leaves the object's origin as it is.
    var origin: Origin?
    var causes: [UInt64]
    /// Whether the watched directory speaks: what it states of an app, it states of all of its apps at once.
    var isDirectory = false
    /// Whether an app that is being deployed is changed all the same.
    var isForced = false
}
