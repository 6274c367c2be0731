public import Model
internal import YAML

/// A field that a manager wants to set to another value than its owner's.
public struct FieldConflict: Sendable, Hashable {
    /// The owner, as recorded.
    public var manager: ManagedFieldsEntry
    public var path: [PathElement]

    /// The owner as Kubernetes names it: `"kubectl" using apps/v1`.
    public var owner: String {
        var text = Value.string(manager.manager).json()
        if !manager.subresource.isEmpty { text += " with subresource \(Value.string(manager.subresource).json())" }
        return manager.operation == .update ? "\(text) using \(manager.apiVersion)" : text
    }
}

extension PatchError {
    /// The API server's answer to an apply that others' fields stand in the way of.
    static func conflict(_ conflicts: [FieldConflict]) -> PatchError {
        let causes = conflicts.map { conflict in
            Cause(
                reason: "FieldManagerConflict",
                message: "conflict with \(conflict.owner)",
                field: conflict.path.pathDescription
            )
        }
        guard conflicts.count > 1 else {
            let fields = causes.map { "\($0.message): \($0.field)" }.joined()
            return PatchError(.conflict, "Apply failed with 1 conflict: \(fields)", causes: causes)
        }
        var paths: [String: [String]] = [:]
        for conflict in conflicts { paths[conflict.owner, default: []].append("- \(conflict.path.pathDescription)") }
        let owners = paths.sorted { $0.key < $1.key }.map { owner, paths in
            "conflicts with \(owner):\n\(paths.joined(separator: "\n"))"
        }
        let message = "Apply failed with \(conflicts.count) conflicts: \(owners.joined(separator: "\n"))"
        return PatchError(.conflict, message, causes: causes)
    }
}
