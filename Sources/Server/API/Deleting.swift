internal import Cluster
internal import Controllers
internal import Model
internal import YAML

/// Deletes one object, or those that a selection finds.
struct Deleting {
    private let cluster: any ClusterAccess
    private let encoder: ObjectEncoder
    private let options: WriteOptions
    private let deletion: DeleteOptions

    init(cluster: any ClusterAccess, call: Call, encoder: ObjectEncoder) throws(APIError) {
        self.cluster = cluster
        self.encoder = encoder
        let body = try DeletionBody(call)
        options = try WriteOptions(call, body: body.value)
        deletion = try body.options()
    }

    func delete(_ key: ObjectKey) async throws(APIError) -> Reply {
        let answer = await cluster.submit(options.request(.delete(key, deletion)))
        let object = try answer.object()
        let isTold = answer.isGone && key.kind != .pod
        let body = isTold ? Self.success(key, uid: object.metadata.uid) : encoder.object(object)
        var reply = Reply(body: .bytes(body))
        reply.warn(answer.warnings)
        return reply
    }

    /// One after the other; answers with a list of them.
    func deleteCollection(_ route: ObjectsRoute, _ selection: ListOptions) async throws(APIError) -> Reply {
        let state = cluster.state
        var deleted: [Object] = []
        for stored in state.objects(of: route.kind, namespace: route.namespace) {
            guard try selection.matches(stored.object) else { continue }
            let answer = await cluster.submit(options.request(.delete(stored.key, deletion)))
            switch answer.result {
            case .success(let object?): deleted.append(object)
            case .success(nil): continue
            // Somebody else was quicker.
            case .failure(let error) where error.code == 404: continue
            case .failure(let error): throw error
            }
        }
        return Reply(
            body: .bytes(encoder.list(deleted, revision: state.revision, continueToken: nil, remaining: nil))
        )
    }

    private static func success(_ key: ObjectKey, uid: String) -> [UInt8] {
        var details: Fields = ["name": .string(key.name)]
        if !key.kind.group.isEmpty { details["group"] = .string(key.kind.group) }
        details["kind"] = .string(key.kind.plural)
        details["uid"] = .string(uid)
        var writer = JSONWriter()
        writer.beginObject()
        writeHead(to: &writer, status: "Success")
        writer.key("details")
        writer.value(.object(details))
        writer.endObject()
        return writer.bytes
    }
}
