internal import Cluster
internal import Controllers
internal import Model
internal import Rendering
internal import YAML

/// Creates, replaces, patches, deletes, scales: calls turned into requests to the control plane.
struct Writing {
    let cluster: any ClusterAccess
    let call: Call
    let encoder: ObjectEncoder

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

    private static let patchTypes = [
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
        let judged = try Body.object(document.root, of: route.kind, Body.FieldValidation(call.query))
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
        guard key.kind.subresources.contains("scale") else { throw .methodNotAllowed }
        let value = try Body.value(call.body, yaml: true)
        let wanted = Self.replicas(in: value)
        guard let wanted, let replicas = Int32(exactly: wanted), replicas >= 0 else {
            throw .badRequest(
                "Scale in version \"v1\" cannot be handled as a Scale: spec.replicas is missing or no number"
            )
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

    // MARK: Deletion

    func delete(_ key: ObjectKey) async throws(APIError) -> Reply {
        let answer = await submit(.delete(key, try deleteOptions()))
        let object = try answer.object()
        guard answer.isGone, key.kind != .pod else {
            return finish(Reply(body: .bytes(encoder.object(object))), answer.warnings)
        }
        return finish(Reply(body: .bytes(Self.success(key, uid: object.metadata.uid))), answer.warnings)
    }

    /// Deletes what a selection finds, one after the other, and lists it.
    func deleteCollection(_ route: ObjectsRoute, _ options: ListOptions) async throws(APIError) -> Reply {
        let state = cluster.state
        let deletion = try deleteOptions()
        var deleted: [Object] = []
        for stored in state.objects(of: route.kind, namespace: route.namespace) {
            guard try options.matches(stored.object) else { continue }
            let answer = await submit(.delete(stored.key, deletion))
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

    /// From the query, or from a body of `DeleteOptions`, which wins.
    private func deleteOptions() throws(APIError) -> DeleteOptions {
        var options = DeleteOptions(hold: call.query.isTrue("hold"))
        let body = call.body.isEmpty ? Value.object([:]) : try Body.value(call.body, yaml: true)
        if let text = call.query["gracePeriodSeconds"] { options.gracePeriodSeconds = Int(text) }
        if let seconds = body["gracePeriodSeconds"]?.int64 { options.gracePeriodSeconds = Int(seconds) }
        let policy = body["propagationPolicy"]?.string ?? call.query["propagationPolicy"] ?? ""
        switch policy {
        case "", "Background": options.propagation = .background
        case "Foreground": options.propagation = .foreground
        case "Orphan": options.propagation = .orphan
        default:
            throw .optionInvalid(
                "DeleteOptions",
                field: "propagationPolicy",
                "Unsupported value: \"\(policy)\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                reason: "FieldValueNotSupported"
            )
        }
        options.uid = body["preconditions"]?["uid"]?.string
        options.resourceVersion = body["preconditions"]?["resourceVersion"]?.string
        return options
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

    // MARK: Submitting

    private func perform(_ operation: Request.Operation, warnings: [String]) async throws(APIError) -> Reply {
        if let value = call.query["dryRun"], value != "All" {
            let options =
                call.method == .post ? "CreateOptions" : call.method == .put ? "UpdateOptions" : "PatchOptions"
            throw .optionInvalid(
                options,
                field: "dryRun",
                "Unsupported value: []string{\"\(value)\"}: supported values: \"All\"",
                reason: "FieldValueNotSupported"
            )
        }
        let answer = await submit(operation)
        var object = try answer.object()
        if call.query["dryRun"] != nil {
            // Nothing was written, so that there is no new version to speak of.
            object.metadata.resourceVersion = cluster.state.object(object.key)?.object.metadata.resourceVersion ?? ""
        }
        let reply = Reply(status: answer.isNew ? 201 : 200, body: .bytes(encoder.object(object)))
        return finish(reply, warnings + answer.warnings)
    }

    private func submit(_ operation: Request.Operation) async -> Answer {
        await cluster.submit(
            Request(operation, user: call.user, manager: manager, isDryRun: call.query["dryRun"] == "All")
        )
    }

    /// As Kubernetes: the query's, else how the client calls itself.
    private var manager: String {
        if let stated = call.query["fieldManager"], !stated.isEmpty { return stated }
        let agent = call.userAgent?.split(separator: "/").first.map(String.init) ?? ""
        return agent.isEmpty ? "unknown" : agent
    }

    private func finish(_ reply: Reply, _ warnings: [String]) -> Reply {
        var reply = reply
        reply.warn(warnings)
        return reply
    }
}

/// The part of a workload that scaling tools read and write.
struct ScaleObject {
    private let object: Object

    init(_ object: Object) {
        self.object = object
    }

    func json() -> [UInt8] {
        let (wanted, present, selector) = numbers
        let metadata = object.metadata
        var fields: Fields = ["name": .string(metadata.name), "namespace": .string(metadata.namespace)]
        fields["uid"] = .string(metadata.uid)
        fields["resourceVersion"] = .string(metadata.resourceVersion)
        if let created = metadata.creationTimestamp { fields["creationTimestamp"] = .string(created.description) }
        let scale: Value = [
            "kind": "Scale",
            "apiVersion": "autoscaling/v1",
            "metadata": .object(fields),
            "spec": ["replicas": .int(Int64(wanted))],
            "status": ["replicas": .int(Int64(present)), "selector": .string(selector)],
        ]
        return Array(scale.json().utf8)
    }

    private var numbers: (wanted: Int, present: Int, selector: String) {
        switch object {
        case .deployment(let deployment):
            (
                deployment.spec.replicas ?? 1, deployment.status.replicas,
                deployment.spec.selector.map(SelectorText.text) ?? ""
            )
        case .replicaSet(let replicaSet):
            (
                replicaSet.spec.replicas ?? 1, replicaSet.status.replicas,
                replicaSet.spec.selector.map(SelectorText.text) ?? ""
            )
        case .app(let app): (app.spec.instances ?? 1, app.status.instances, app.status.selector)
        default: (0, 0, "")
        }
    }
}
