internal import Cluster
internal import Journaling
internal import Model
internal import YAML

/// Reads the members of an input's record, or of an object in it.
struct InputReader {
    private let record: Record
    private let node: YAML.Node
    private let seals: Seals

    init(_ record: Record, _ seals: Seals) throws(ClusterError) {
        self.init(record, try ChangeRecord.body(of: record), seals)
    }

    private init(_ record: Record, _ node: YAML.Node, _ seals: Seals) {
        self.record = record
        self.node = node
        self.seals = seals
    }

    func unreadable(_ why: String) -> ClusterError { .unreadable(record, why) }

    /// What Secrets in this record are sealed as, where the record is about one object.
    var subject: String { record.key ?? "" }

    /// What the record is about.
    func key() throws(ClusterError) -> ObjectKey {
        guard let key = record.key.flatMap({ ObjectKey($0) }) else { throw unreadable("its key names no object") }
        return key
    }

    func text(_ name: String) throws(ClusterError) -> String {
        guard let text = text(ifAny: name) else { throw unreadable("it has no \(name)") }
        return text
    }

    func text(ifAny name: String) -> String? { node[name]?.string() }

    func flag(_ name: String) -> Bool { node[name]?.bool() ?? false }

    func number(_ name: String) -> Int? { node[name]?.int64().flatMap { Int(exactly: $0) } }

    func key(_ name: String) throws(ClusterError) -> ObjectKey {
        guard let key = ObjectKey(try text(name)) else { throw unreadable("its \(name) names no object") }
        return key
    }

    func keys(_ name: String) throws(ClusterError) -> [ObjectKey] {
        try elements(name).map { element throws(ClusterError) in
            guard let key = element.string().flatMap({ ObjectKey($0) }) else {
                throw unreadable("its \(name) names no object")
            }
            return key
        }
    }

    func texts(_ name: String) -> [String] { elements(name).compactMap { $0.string() } }

    func elements(_ name: String) -> [YAML.Node] { node[name].map { Array($0.elements) } ?? [] }

    /// Readers of a list's elements.
    func objects(_ name: String) -> [InputReader] { elements(name).map { InputReader(record, $0, seals) } }

    func member(_ name: String) throws(ClusterError) -> YAML.Node {
        guard let member = node[name] else { throw unreadable("it has no \(name)") }
        return member
    }

    /// What is said of an object of that kind.
    func value(_ name: String, of kind: Kind, about subject: String) throws(ClusterError) -> Value {
        try seals.opened(try member(name), of: kind, about: subject, in: record)
    }

    func object(_ name: String, about subject: String) throws(ClusterError) -> Object {
        let node = try member(name)
        let (version, kind) = (node["apiVersion"]?.string() ?? "", node["kind"]?.string() ?? "")
        guard let kind = Kind(apiVersion: version, kind: kind) else { throw unreadable("its \(name) is no object") }
        return try ChangeRecord.object(node, about: subject, kind, in: record, seals)
    }

    func status() throws(ClusterError) -> PodStatus {
        var context = DecodingContext(unknownFields: .ignore)
        let status = PodStatus.decode(try member("status"), &context)
        if context.hasErrors { throw unreadable("its status: \(context.problems[0].message)") }
        return status
    }

    func origin() -> Origin { node["origin"].map(Origin.init) ?? Origin() }
}
