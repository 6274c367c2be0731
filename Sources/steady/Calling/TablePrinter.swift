import Model
import Rendering
import YAML

/// Prints tables as the daemon answers them.
struct TablePrinter {
    /// All columns, not only the usual ones.
    var isWide = false
    var hasHeader = true
    var showsNamespace = false
    var showsLabels = false
    /// Put before names where several kinds are listed: `pod/`.
    var namePrefix = ""
    private var layout = TextTable()
    /// A watch tells its columns once.
    private var columns: [(name: String, isWide: Bool, isName: Bool)] = []
    private var hasPrintedHeader = false

    init(
        isWide: Bool = false,
        hasHeader: Bool = true,
        showsNamespace: Bool = false,
        showsLabels: Bool = false,
        namePrefix: String = ""
    ) {
        self.isWide = isWide
        self.hasHeader = hasHeader
        self.showsNamespace = showsNamespace
        self.showsLabels = showsLabels
        self.namePrefix = namePrefix
    }

    /// The lines of a table; the header only the first time.
    mutating func text(_ table: Value) -> String {
        if let definitions = table["columnDefinitions"]?.array {
            columns = definitions.map { column in
                (
                    name: column["name"]?.string ?? "", isWide: (column["priority"]?.int64 ?? 0) > 0,
                    isName: column["format"]?.string == "name"
                )
            }
        }
        var lines: [[String]] = []
        if hasHeader, !hasPrintedHeader {
            lines.append(header)
            hasPrintedHeader = true
        }
        lines += (table["rows"]?.array ?? []).map(line)
        return layout.lay(lines)
    }

    private var header: [String] {
        var cells = columns.filter { isWide || !$0.isWide }.map { $0.name.uppercased() }
        if showsNamespace { cells.insert("NAMESPACE", at: 0) }
        if showsLabels { cells.append("LABELS") }
        return cells
    }

    private func line(_ row: Value) -> [String] {
        let values = row["cells"]?.array ?? []
        var cells: [String] = []
        for (column, value) in zip(columns, values) where isWide || !column.isWide {
            let text = Self.oneLine(value.string ?? (value.isNull ? "<none>" : value.json()))
            cells.append(column.isName ? namePrefix + text : text)
        }
        let metadata = row["object"]?["metadata"]
        if showsNamespace { cells.insert(metadata?["namespace"]?.string ?? "", at: 0) }
        if showsLabels {
            let labels = metadata?["labels"]?.object ?? [:]
            let text = labels.sorted().map { "\($0.key)=\($0.value.string ?? "")" }.joined(separator: ",")
            cells.append(text.isEmpty ? "<none>" : text.printable)
        }
        return cells
    }

    /// Of several lines the first, as kubectl has it: a table can't hold the others.
    private static func oneLine(_ text: String) -> String {
        guard let end = text.firstIndex(where: \.isNewline) else { return text.printable }
        return String(text[..<end]).printable + "..."
    }
}
