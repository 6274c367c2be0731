internal import Cluster
internal import Controllers
internal import Model
internal import YAML

/// Creates, replaces, patches, scales: calls turned into requests to the control plane.
struct Writing {
    private let cluster: any ClusterWriting
    private let call: Call
    private let encoder: ObjectEncoder
    private let options: WriteOptions

    init(cluster: any ClusterWriting, call: Call, encoder: ObjectEncoder) throws(APIError) {
        self.cluster = cluster
        self.call = call
        self.encoder = encoder
        options = try WriteOptions(call)
    }

    // MARK: Whole objects

    func create(_ route: ObjectsRoute) async throws(APIError) -> Reply {
        var (object, warnings) = try Body.object(call, of: route.kind)
        try place(&object, route)
        return try await perform(.create(object), warnings: warnings)
    }

    func replace(_ route: ObjectsRoute, _ key: ObjectKey) async throws(APIError) -> Reply {
        if route.subresource == "scale" { return try await scale(key) }
        var (object, warnings) = try Body.object(call, of: route.kind)
        let named = object.metadata.name
        guard named.isEmpty || named == key.name else {
            throw .badRequest("the name of the object (\(named)) does not match the name on the URL (\(key.name))")
        }
        object.metadata.name = key.name
        try place(&object, route)
        return try await perform(.replace(key, object, try subresource(route)), warnings: warnings)
    }

    /// Puts an object into the namespace that the path names.
    private func place(_ object: inout Object, _ route: ObjectsRoute) throws(APIError) {
        guard let namespace = route.namespace else { return }
        let stated = object.metadata.namespace
        guard stated.isEmpty || stated == namespace else {
            throw .badRequest("the namespace of the provided object does not match the namespace sent on the request")
        }
        object.metadata.namespace = namespace
    }

    private func subresource(_ route: ObjectsRoute) throws(APIError) -> Subresource? {
        guard let name = route.subresource else { return nil }
        guard let subresource = Subresource(rawValue: name) else { throw .methodNotAllowed }
        return subresource
    }

    // MARK: Patches

    static let patchTypes = [
        "application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json",
        "application/apply-patch+yaml",
    ]

    func patch(_ route: ObjectsRoute, _ key: ObjectKey) async throws(APIError) -> Reply {
        if route.subresource == "scale" { return try await scale(key) }
        var warnings: [String] = []
        let patch: Patch
        switch MediaType(call.contentType ?? "").name {
        case "application/merge-patch+json": patch = .merge(try Body.value(call.body))
        case "application/strategic-merge-patch+json": patch = .strategic(try Body.value(call.body))
        case "application/json-patch+json": patch = .json(try Body.value(call.body))
        case "application/apply-patch+yaml": patch = try apply(route, key, &warnings)
        default: throw .unsupportedMediaType(Self.patchTypes)
        }
        return try await perform(.patch(key, patch, try subresource(route)), warnings: warnings)
    }

    /// An apply states a whole object, so that its fields can be judged before anything is merged.
    private func apply(_ route: ObjectsRoute, _ key: ObjectKey, _ warnings: inout [String]) throws(APIError) -> Patch {
        guard call.query["fieldManager"].map({ !$0.isEmpty }) ?? false else {
            throw .optionInvalid(
                "PatchOptions",
                field: "fieldManager",
                "Required value: is required for apply patch",
                reason: "FieldValueRequired"
            )
        }
        let document = try Body.yaml(call.body, of: route.kind.name)
        let judged = try Body.object(document.root, of: route.kind, Body.FieldValidation(call))
        let named = judged.object.metadata.name
        guard named.isEmpty || named == key.name else {
            throw .badRequest("the name of the object (\(named)) does not match the name on the URL (\(key.name))")
        }
        warnings += judged.warnings
        do throws(Problem) {
            return .apply(try document.root.value(), force: call.query.isTrue("force"))
        } catch {
            throw .badRequest(error.message)
        }
    }

    // MARK: Scale

    /// Replaces or patches a `Scale`: what counts of it is the number of replicas.
    private func scale(_ key: ObjectKey) async throws(APIError) -> Reply {
        let value = try Body.value(call.body, yaml: true)
        guard let wanted = Self.replicas(in: value) else {
            throw .badRequest(
                "Scale in version \"v1\" cannot be handled as a Scale: spec.replicas is missing or no number"
            )
        }
        guard let replicas = Int32(exactly: wanted), replicas >= 0 else {
            throw .badRequest("spec.replicas: Invalid value: \(wanted): must be from 0 to \(Int32.max)")
        }
        let request = Request.Operation.scale(
            key,
            replicas: Int(replicas),
            resourceVersion: value["metadata"]?["resourceVersion"]?.string,
            hold: call.query.isTrue("hold")
        )
        let answer = await submit(request)
        return Reply(body: .bytes(ScaleObject(try answer.object()).json()))
    }

    /// From a Scale, a merge patch of one, or a JSON patch that replaces the number.
    private static func replicas(in value: Value) -> Int64? {
        if let operations = value.array {
            return operations.last { $0["path"]?.string == "/spec/replicas" }?["value"]?.int64
        }
        return value["spec"]?["replicas"]?.int64
    }

    // MARK: Submitting

    private func perform(_ operation: Request.Operation, warnings: [String]) async throws(APIError) -> Reply {
        let answer = await submit(operation)
        var object = try answer.object()
        if options.isDryRun {
            // Nothing was written, so that there is no new version to speak of.
            object.metadata.resourceVersion = cluster.state.object(object.key)?.object.metadata.resourceVersion ?? ""
        }
        var reply = Reply(status: answer.isNew ? 201 : 200, body: .bytes(encoder.object(object)))
        reply.warn(warnings + answer.warnings)
        return reply
    }

    private func submit(_ operation: Request.Operation) async -> Answer {
        await cluster.submit(options.request(operation))
    }
}
