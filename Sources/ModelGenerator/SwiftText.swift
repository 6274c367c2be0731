/// Swift source that grows line by line.
struct SwiftText {
    private(set) var text = ""
    private var depth = 0

    init(header: String) {
        text = header
    }

    mutating func line(_ line: String = "") {
        text += line.isEmpty ? "\n" : String(repeating: "    ", count: depth) + line + "\n"
    }

    /// `head {`, the lines of the body one step further in, `}`.
    mutating func block(_ head: String, _ body: (inout SwiftText) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    /// A `case` of a switch with what follows it: on one line where it fits.
    mutating func branch(_ pattern: String, _ body: String) {
        if fits("case \(pattern): \(body)") { return line("case \(pattern): \(body)") }
        line("case \(pattern):")
        depth += 1
        array(body.dropFirst().dropLast().split(separator: ", ").map(String.init))
        depth -= 1
    }

    /// A documentation comment, wrapped at 120 columns.
    mutating func document(_ text: String) {
        guard !text.isEmpty else { return }
        var row = "///"
        for word in text.split(separator: " ") {
            if row.count + 1 + word.count > 118 - 4 * depth {
                line(row)
                row = "///"
            }
            row += " " + word
        }
        line(row)
    }

    /// `head item, item, ...`: on one line where it fits, else one item per line.
    mutating func cases(_ items: [String]) {
        let row = "case " + items.joined(separator: ", ")
        if fits(row) { return line(row) }
        for item in items { line("case " + item) }
    }

    /// An array literal: on one line where it fits, else one element per line.
    mutating func array(_ items: [String]) {
        let row = "[" + items.joined(separator: ", ") + "]"
        if fits(row) { return line(row) }
        line("[")
        for item in items { line("    \(item),") }
        line("]")
    }

    /// `head tail`, on two lines where they don't fit on one.
    mutating func assignment(_ head: String, _ tail: String) {
        if fits("\(head) \(tail)") { return line("\(head) \(tail)") }
        line(head)
        line(head.prefix { $0 == " " } + "    " + tail)
    }

    /// `name(arguments)`, one argument per line where they don't fit on one.
    mutating func call(_ name: String, _ arguments: [String]) {
        let row = "\(name)(\(arguments.joined(separator: ", ")))"
        if fits(row) { return line(row) }
        line("\(name)(")
        for (index, argument) in arguments.enumerated() {
            line("    \(argument)\(index == arguments.count - 1 ? "" : ",")")
        }
        line(")")
    }

    /// A text of words with spaces between them, as an argument on one line or on several.
    mutating func words(_ words: [String]) {
        var rows = [""]
        for word in words {
            if rows[rows.count - 1].count + word.count > 100 { rows.append("") }
            rows[rows.count - 1] += (rows[rows.count - 1].isEmpty ? "" : " ") + word
        }
        if rows.count == 1 { return line("    \(rows[0].quoted)") }
        line("    \"\"\"")
        for (index, row) in rows.enumerated() { line("    \(row)\(index == rows.count - 1 ? "" : " \\")") }
        line("    \"\"\"")
    }

    func fits(_ row: String) -> Bool { row.count + 4 * depth <= 120 }
}

extension String {
    /// The name as Swift may write it: in backticks where it is a keyword.
    var swiftName: String {
        let keywords: Set = [
            "protocol", "operator", "default", "extension", "where", "continue", "in", "as", "is", "case", "class",
            "func", "import", "internal", "private", "public", "return", "static", "self", "Self", "true", "false",
            "for", "if", "else", "while", "repeat", "switch", "init", "nil", "let", "var", "enum", "struct", "try",
        ]
        return keywords.contains(self) ? "`\(self)`" : self
    }

    /// A value of an enumeration as a Swift name: `ClusterFirst` → `clusterFirst`, `TCP` → `tcp`, `IPv4` → `ipv4`,
    /// `MESOS_HTTP` → `mesosHTTP`.
    var caseName: String {
        if hasPrefix("IPv") { return lowercased() }
        let words = split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let first = words.first else { return "none" }
        let letters = Array(first)
        let end = letters.firstIndex { !$0.isUppercase && !$0.isNumber } ?? letters.count
        let head = end == letters.count ? end : max(1, end - 1)
        var name = String(letters[..<head]).lowercased() + String(letters[head...])
        for word in words.dropFirst() {
            let acronyms: Set = ["HTTP", "HTTPS", "TCP", "UDP"]
            let rest = word.contains { $0.isLowercase } ? String(word.dropFirst()) : word.dropFirst().lowercased()
            name += acronyms.contains(word) ? word : word.prefix(1).uppercased() + rest
        }
        return name.swiftName
    }

    /// As a literal in Swift source.
    var quoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
