import Client
import Model
import Rendering
import YAML

/// What objects said at a moment of the past, and what they say now.
struct PastComparison {
    let client: APIClient
    let moment: AskedMoment

    /// Both versions of each object that is meant and was there then or is now; nil where it was not there.
    ///
    /// - Parameters:
    ///   - words: `TYPE`, `TYPE NAME`, `TYPE/NAME`; none means all that somebody wrote.
    ///   - namespace: nil for all of them.
    func versions(_ words: [String], namespace: String?) async throws -> [(key: ObjectKey, then: Value?, now: Value?)] {
        if ObjectName.namesObjects(words) {
            var versions: [(key: ObjectKey, then: Value?, now: Value?)] = []
            for key in try ObjectName.keys(words, namespace: namespace ?? "default") {
                let then = try await client.objectIfAny(key, query: moment.query)
                let now = try await client.objectIfAny(key)
                guard then != nil || now != nil else { throw Failure("\(key) is not there, and was not there then") }
                versions.append((key, then.map(said), now.map(said)))
            }
            return versions
        }
        var versions: [(key: ObjectKey, then: Value?, now: Value?)] = []
        for kind in try words.first.map(ObjectName.kinds) ?? Self.writtenKinds {
            let then = try await objects(kind, namespace, query: moment.query)
            let now = try await objects(kind, namespace, query: [])
            for key in Set(then.keys).union(now.keys).sorted() {
                versions.append((key, then[key], now[key]))
            }
        }
        return versions
    }

    /// What people write; the rest follows from it.
    private static let writtenKinds = Kind.allCases.filter { ![.event, .endpointSlice, .node].contains($0) }

    /// Of pods and the like, those that no controller keeps: the others follow from it.
    private func objects(_ kind: Kind, _ namespace: String?, query: [(name: String, value: String)]) async throws
        -> [ObjectKey: Value]
    {
        let list = try await client.get(ResourcePath.target(kind, namespace: namespace, query: query))
        var objects: [ObjectKey: Value] = [:]
        for item in list["items"]?.array ?? [] {
            let metadata = item["metadata"]
            guard !(metadata?["ownerReferences"]?.array ?? []).contains(where: { $0["controller"] == true }) else {
                continue
            }
            let namespace = metadata?["namespace"]?.string ?? ""
            objects[ObjectKey(kind, namespace: namespace, name: metadata?["name"]?.string ?? "")] = said(item)
        }
        return objects
    }

    /// What it is to be, and not how it is. Items of lists don't say what they are.
    private func said(_ object: Value) -> Value {
        guard case .object(var fields) = object else { return object }
        fields["status"] = nil
        return .object(fields)
    }
}
