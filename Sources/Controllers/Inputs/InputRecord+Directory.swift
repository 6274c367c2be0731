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
            writer.raw("configuration", item.configuration)
        }
        texts("left", statement.withdrawn.map(\.description))
        texts("undecided", statement.undecided.sorted())
        field("unreadable", ifAny: statement.unreadable)
    }
}

extension InputReader {
    func directoryStatement() throws(ClusterError) -> DirectoryStatement {
        let items = try objects("stated").map { item throws(ClusterError) in
            DirectoryStatement.Item(
                key: try item.key("key"),
                configuration: Array(try item.value("configuration").json().utf8),
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
