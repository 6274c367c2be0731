internal import Controllers
internal import Model
internal import YAML

/// Where the next page of a list begins.
struct ContinueToken: Equatable {
    private static let version = "meta.k8s.io/v1"

    var revision: UInt64
    /// The key of the last object that was listed.
    var namespace: String
    var name: String

    init(revision: UInt64, after key: ObjectKey) {
        self.revision = revision
        namespace = key.namespace
        name = key.name
    }

    init(_ text: String) throws(APIError) {
        guard let bytes = Base64URL.decode(text), let value = try? Value.parse(json: bytes),
            value["v"]?.string == Self.version, let revision = value["rv"]?.int64, revision > 0,
            let start = value["start"]?.string
        else {
            throw .badRequest("invalid continue token: continue key is not valid")
        }
        let parts = start.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        self.revision = UInt64(revision)
        namespace = parts.count > 1 ? String(parts[0]) : ""
        name = String(parts[parts.count - 1])
    }

    var text: String {
        let value: Value = [
            "v": .string(Self.version), "rv": .int(Int64(revision)), "start": .string("\(namespace)/\(name)"),
        ]
        return Base64URL.encode(Array(value.json().utf8))
    }

    func isBefore(_ key: ObjectKey) -> Bool {
        (namespace, name) < (key.namespace, key.name)
    }
}
