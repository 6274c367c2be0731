public import YAML

/// JSON patch (RFC 6902): a list of operations that all succeed or change nothing.
public enum JSONPatch {
    /// As many operations as the Kubernetes API server takes in one patch (CVE-2019-1002100 was a patch without end).
    public static let maximumOperations = 10_000

    /// As many values as `copy` may add in one patch, so that none doubles a document a hundred times.
    static let maximumCopiedNodes = 100_000

    /// The value with all operations applied in order.
    ///
    /// Throws `.badRequest` for what is no patch, `.requestEntityTooLarge` for too many operations, and `.invalid` for
    /// an operation that does not fit the value, a failed `test` among them.
    public static func apply(_ patch: Value, to value: Value) throws(PatchError) -> Value {
        var result = value
        var copied = 0
        for operation in try operations(of: patch) {
            try operation.apply(to: &result, copied: &copied)
        }
        return result
    }

    private static func operations(of patch: Value) throws(PatchError) -> [JSONPatchOperation] {
        guard case .array(let items) = patch else {
            throw PatchError(.badRequest, "read JSON patch: expected an array of operations")
        }
        guard items.count <= maximumOperations else {
            throw PatchError(
                .requestEntityTooLarge,
                "The allowed maximum operations in a JSON patch is \(maximumOperations), got \(items.count)"
            )
        }
        var operations: [JSONPatchOperation] = []
        for (index, item) in items.enumerated() {
            operations.append(try JSONPatchOperation(item, number: index + 1))
        }
        return operations
    }
}
