// Made by `make generate` from Event.yaml: change that, not this.

/// Note that something happened to an object; kept for a limited time
public struct Event: Resource {
    public static let kind = Kind.event
    /// What was done or failed, in CamelCase
    public var action: String = ""
    /// How often it happened
    public var count: Int = 0
    /// When it first happened, to the microsecond
    public var eventTime: Timestamp?
    /// When it first happened, to the second
    public var firstTimestamp: Timestamp?
    /// Object it happened to
    public var involvedObject: ObjectReference = ObjectReference()
    /// When it last happened, to the second
    public var lastTimestamp: Timestamp?
    /// Sentence for people on what happened
    public var message: String = ""
    /// Name, namespace and other bookkeeping of the event
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// Short code for why it happened, in CamelCase
    public var reason: String = ""
    /// Second object that played a part; often unset
    @Boxed public var related: ObjectReference?
    /// Controller that reports it, such as example.com/scheduler
    public var reportingComponent: String = ""
    /// Which instance of the controller reports it
    public var reportingInstance: String = ""
    /// Count and last time if it keeps happening; unset for a single event
    @Boxed public var series: EventSeries?
    /// Component and node that report it; older form of reportingComponent
    public var source: EventSource = EventSource()
    /// Normal or Warning
    public var type: String = ""

    public init() {}
}

/// Repetition of an event
public struct EventSeries: Structure {
    /// How often it happened up to lastObservedTime
    public var count: Int = 0
    /// When it last happened, to the microsecond
    public var lastObservedTime: Timestamp?

    public init() {}
}

/// Reporter of an event
public struct EventSource: Structure {
    /// Program that reports it
    public var component: String = ""
    /// Node on which the program runs
    public var host: String = ""

    public init() {}
}
