internal import Cluster
internal import Model
internal import YAML

// A settled set of files. What is written is its essence: what it says beyond what was known.

extension InputWriter {
    mutating func write(_ statement: DirectoryStatement) {
        field("by", "directory")
        field("root", statement.root)
        objects("stated", statement.changed) { writer, item in
            writer.field("key", item.key.description)
            writer.origin(item.origin)
            writer.json("configuration", item.configuration, of: item.key.kind, about: item.key.description)
        }
        texts("left", statement.withdrawn.map(\.description))
        texts("undecided", statement.undecided.sorted())
        field("unreadable", ifAny: statement.unreadable)
    }
}

extension InputReader {
    func directoryStatement() throws(ClusterError) -> DirectoryStatement {
        let items = try objects("stated").map { item throws(ClusterError) in
            let key = try item.key("key")
            let configuration = try item.value("configuration", of: key.kind, about: key.description)
            return DirectoryStatement.Item(
                key: key,
                configuration: Array(configuration.json().utf8),
                origin: item.origin()
            )
        }
        return DirectoryStatement(
            root: try text("root"),
            changed: items,
            withdrawn: try keys("left"),
            isComplete: false,
            undecided: Set(texts("undecided")),
            unreadable: text(ifAny: "unreadable")
        )
    }
}
