public import YAML

/// JSON merge patch (RFC 7396): what the patch states replaces what stands there, objects merge field by field, and
/// null removes.
public enum MergePatch {
    /// The value with the patch applied. Fields keep their order; new ones come last.
    ///
    /// A patch that is no object replaces the whole value, as the RFC wants.
    public static func apply(_ patch: Value, to value: Value?) -> Value {
        guard case .object(let changes) = patch else { return patch }
        var fields: Fields = [:]
        if case .object(let present)? = value { fields = present }
        for (key, change) in changes {
            if change == .null {
                fields[key] = nil
            } else {
                fields[key] = apply(change, to: fields[key])
            }
        }
        return .object(fields)
    }
}
