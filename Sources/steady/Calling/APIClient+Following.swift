import Client
import Model
import YAML

extension APIClient {
    /// Hands over each event of one object until `isLast` says so, or until the watch ends: then a moment passes, so
    /// that whoever asks again and again leaves the daemon room.
    ///
    /// - Parameter version: where to begin; nil begins with the object as it is.
    /// - Returns: whether `isLast` said so.
    func follow(
        _ key: ObjectKey,
        from version: String? = nil,
        until isLast: @Sendable (WatchEvent) async throws -> Bool
    ) async throws -> Bool {
        struct Enough: Error {}
        var query = [(name: "watch", value: "true"), (name: "fieldSelector", value: "metadata.name=\(key.name)")]
        if let version { query.append((name: "resourceVersion", value: version)) }
        do {
            try await watch(ResourcePath.target(key.kind, namespace: key.namespace, query: query)) { event in
                if try await isLast(event) { throw Enough() }
            }
        } catch is Enough {
            return true
        } catch let refusal as Refusal where refusal.isExpired {
            // What happened since then is no longer told; whoever asks again begins with what is there.
        }
        try await Task.sleep(for: .milliseconds(200))
        return false
    }

    /// Nil where there is no such object.
    func objectIfAny(_ key: ObjectKey, query: [(name: String, value: String)] = []) async throws -> Value? {
        do {
            return try await get(ResourcePath.target(key, query: query))
        } catch let refusal as Refusal where refusal.isNotFound {
            return nil
        }
    }
}
