public import YAML

/// A template of `-o jsonpath=…`: text with expressions in braces, as kubectl understands them.
///
/// `{.items[*].metadata.name}`, `{range .items[*]}{.metadata.name}{"\n"}{end}`, `['a','b']`, `[-1]`, `[0:3:2]`,
/// `..name`, `[?(@.status=="True")]`, `\.` inside a name.
public struct JSONPath: Sendable {
    indirect enum Piece: Sendable {
        case text(String)
        case expression([JSONPathStep])
        case range([JSONPathStep], body: [Piece])
    }

    let pieces: [Piece]

    /// - Throws: `JSONPathError`, with the place of the mistake.
    public init(_ template: String) throws(JSONPathError) {
        var parser = JSONPathParser(template)
        pieces = try parser.parseTemplate()
    }

    /// The template's text for a value. A name that is not there gives nothing; an index beyond the end is an error,
    /// as kubectl has it.
    public func text(for value: Value) throws(JSONPathError) -> String {
        var text = ""
        try append(pieces, root: value, current: value, to: &text)
        return text
    }

    private func append(
        _ pieces: [Piece],
        root: Value,
        current: Value,
        to text: inout String
    ) throws(JSONPathError) {
        for piece in pieces {
            switch piece {
            case .text(let literal):
                text += literal
            case .expression(let steps):
                let found = try JSONPathStep.follow(steps, root: root, current: current)
                text += found.map(Self.plain).joined(separator: " ")
            case .range(let steps, let body):
                for element in try JSONPathStep.follow(steps, root: root, current: current) {
                    try append(body, root: root, current: element, to: &text)
                }
            }
        }
    }

    /// Strings as they are, everything else as JSON.
    private static func plain(_ value: Value) -> String {
        switch value {
        case .string(let string): string
        case .null: ""
        default: value.json()
        }
    }
}

public struct JSONPathError: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
}
