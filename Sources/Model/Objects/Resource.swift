/// An object with a kind and a name.
public protocol Resource: Structure {
    static var kind: Kind { get }
    var metadata: ObjectMeta { get set }
    /// Nil where the object is of another kind.
    init?(_ object: Object)
    var object: Object { get }
    /// Gives fields that are absent the values that the API gives them.
    mutating func applyDefaults()
}
