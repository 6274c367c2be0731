/// What the watched directory says of one object.
public struct StatedObject: Sendable, Hashable {
    /// The manifest as written, as JSON.
    public var configuration: [UInt8]
    public var origin: Origin
    /// What of the object is not the file's to say at present; nil: all of it is.
    public var hold: Hold?

    public init(configuration: [UInt8], origin: Origin, hold: Hold? = nil) {
        self.configuration = configuration
        self.origin = origin
        self.hold = hold
    }
}

/// What a call overruled of a file's words, until the file says something else there.
public enum Hold: String, Sendable, Hashable {
    /// The whole object: `scale --hold`, `delete --hold`.
    case object
    /// The template of its pods: what a rollback leaves behind. The rest is the file's as before.
    case template
}
