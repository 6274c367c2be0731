internal import Cluster
internal import Controllers
internal import Merging
internal import Model
internal import YAML

/// What `POST /steady/v1/plan` is asked with, and answers.
enum PlanBody {
    // MARK: The question

    /// `{"root": "manifests", "isComplete": true, "items": [{"path": "web.yaml", "line": 1, "manifest": {…}}]}`.
    ///
    /// - Throws: an answer for the caller, where the body is none such or a manifest can't be understood.
    static func statement(_ body: [UInt8]) throws(APIError) -> DirectoryStatement {
        let value: Value
        do {
            value = try Value.parse(json: body)
        } catch {
            throw .badRequest("the body is no JSON: \(error.message)")
        }
        guard let items = value["items"]?.array else { throw .badRequest("items: a list of manifests is expected") }
        var changed: [DirectoryStatement.Item] = []
        for item in items { changed.append(try Self.item(item)) }
        return DirectoryStatement(
            root: value["root"]?.string ?? "",
            changed: changed,
            isComplete: value["isComplete"] == true
        )
    }

    private static func item(_ value: Value) throws(APIError) -> DirectoryStatement.Item {
        let manifest = value["manifest"] ?? .null
        let (version, name) = (manifest["apiVersion"]?.string ?? "", manifest["kind"]?.string ?? "")
        guard let kind = Kind(apiVersion: version, kind: name) else {
            throw .badRequest("Steady has no kind \(version) \(name)")
        }
        guard let object = manifest["metadata"]?["name"]?.string, !object.isEmpty else {
            throw .badRequest("a \(name) without a name can't be planned")
        }
        let namespace = manifest["metadata"]?["namespace"]?.string ?? "default"
        return DirectoryStatement.Item(
            key: ObjectKey(kind, namespace: kind.isNamespaced ? namespace : "", name: object),
            configuration: Array(manifest.json().utf8),
            origin: Origin(path: value["path"]?.string, line: value["line"]?.int64.flatMap { Int(exactly: $0) })
        )
    }

    // MARK: The answer

    static func value(_ forecast: Forecast) -> Value {
        [
            "changes": .array(forecast.changes.map(value)),
            "steps": .array(forecast.steps.map(value)),
            "pending": .array(forecast.pending.map { ["pod": .string("\($0.pod)"), "reason": .string($0.reason)] }),
            "waiting": .array(
                forecast.waiting.map { ["object": .string("\($0.object)"), "reason": .string($0.reason)] }
            ),
            "refused": .array(forecast.refusals.map { .string($0) }),
            "kept": .array((forecast.held?.keys ?? []).map { .string("\($0)") }),
            "isSettled": .bool(forecast.isSettled),
        ]
    }

    private static func value(_ change: Forecast.Change) -> Value {
        var fields: Fields = [
            "object": .string("\(change.key)"), "do": .string(change.deed.rawValue),
            "replacesPods": .bool(change.replacesPods),
            "fields": .array(
                change.fields.map { field in
                    ["path": .string(field.path), "from": field.old ?? .null, "to": field.new ?? .null]
                }
            ),
        ]
        if let origin = change.origin { fields["origin"] = .string("\(origin)") }
        return .object(fields)
    }

    private static func value(_ step: Forecast.Step) -> Value {
        var fields: Fields = [
            "after": .int(step.delay.components.seconds), "do": .string(step.deed.rawValue),
            "pod": .string("\(step.pod)"), "node": .string(step.node),
        ]
        if let prefix = step.generateName { fields["generateName"] = .string(prefix) }
        return .object(fields)
    }
}
