import Client
import Model
import YAML

extension APIClient {
    /// Pauses or resumes a deployment, and tells so.
    ///
    /// - Throws: `Failure` where it is so already.
    func setPaused(_ isPaused: Bool, _ key: ObjectKey) async throws {
        guard try await deployment(key).spec.paused != isPaused else {
            throw Failure("\(key.kind.qualifiedPlural) \"\(key.name)\" is \(isPaused ? "already" : "not") paused")
        }
        try await merge(["spec": ["paused": .bool(isPaused)]], into: key)
        Console.line("\(key.kind.qualifiedSingular)/\(key.name) \(isPaused ? "paused" : "resumed")")
    }

    /// Changes the fields of an object that `patch` names.
    func merge(_ patch: Value, into key: ObjectKey, force: Bool = false) async throws {
        _ = try await call(
            "PATCH",
            ResourcePath.target(key, query: force ? [(name: "force", value: "true")] : []),
            contentType: "application/merge-patch+json",
            body: Array(patch.json().utf8)
        )
    }
}
