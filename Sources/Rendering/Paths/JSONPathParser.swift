internal import YAML

/// Reads a template, character by character.
struct JSONPathParser {
    private let characters: [Character]
    private var position = 0

    init(_ template: String) {
        characters = Array(template)
    }

    mutating func parseTemplate() throws(JSONPathError) -> [JSONPath.Piece] {
        let pieces = try parsePieces(inRange: false)
        return pieces
    }

    private mutating func parsePieces(inRange: Bool) throws(JSONPathError) -> [JSONPath.Piece] {
        var pieces: [JSONPath.Piece] = []
        var text = ""
        while let character = peek() {
            guard character == "{" else {
                text.append(character)
                position += 1
                continue
            }
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
            position += 1
            skipSpaces()
            if take("end") {
                try expect("}")
                guard inRange else { throw error("end without range") }
                return pieces
            }
            if take("range") {
                let steps = try parseSteps()
                try expect("}")
                pieces.append(.range(steps, body: try parsePieces(inRange: true)))
            } else {
                pieces.append(.expression(try parseSteps()))
                try expect("}")
            }
        }
        guard !inRange else { throw error("range without end") }
        if !text.isEmpty { pieces.append(.text(text)) }
        return pieces
    }

    /// Steps up to what cannot continue them: a brace, a parenthesis, a comparison.
    private mutating func parseSteps() throws(JSONPathError) -> [JSONPathStep] {
        var steps: [JSONPathStep] = []
        skipSpaces()
        while let character = peek() {
            switch character {
            case "$":
                position += 1
                steps.append(.root)
            case "@":
                position += 1
            case "\"", "'":
                steps.append(.literal(try parseQuoted()))
            case ".":
                position += 1
                if peek() == "." {
                    position += 1
                    steps.append(.descend)
                    if peek() == "[" { continue }
                }
                if peek() == "[" || peek() == nil || peek() == "}" { continue }
                steps.append(try parseName())
            case "[":
                position += 1
                steps.append(try parseBrackets())
            case "*":
                position += 1
                steps.append(.wildcard)
            case let character where character.isLetter || character == "_":
                steps.append(try parseName())
            default:
                skipSpaces()
                if peek() == character { return steps }
            }
        }
        return steps
    }

    private mutating func parseName() throws(JSONPathError) -> JSONPathStep {
        if peek() == "*" {
            position += 1
            return .wildcard
        }
        var name = ""
        while let character = peek() {
            if character == "\\", let next = peek(1) {
                name.append(next)
                position += 2
            } else if ".[]{}()=!<>,'\" \t\n".contains(character) {
                break
            } else {
                name.append(character)
                position += 1
            }
        }
        guard !name.isEmpty else { throw error("a name is missing") }
        return .field(name)
    }

    private mutating func parseBrackets() throws(JSONPathError) -> JSONPathStep {
        skipSpaces()
        if take("?(") {
            let filter = try parseFilter()
            try expect(")")
            try expect("]")
            return .filter(filter)
        }
        var choices: [JSONPathStep] = []
        repeat {
            skipSpaces()
            choices.append(try parseChoice())
            skipSpaces()
        } while take(",")
        try expect("]")
        return choices.count == 1 ? choices[0] : .union(choices)
    }

    private mutating func parseChoice() throws(JSONPathError) -> JSONPathStep {
        switch peek() {
        case "*":
            position += 1
            return .wildcard
        case "'", "\"":
            return .field(try parseQuoted())
        case let character? where character == "-" || character == ":" || character.isNumber:
            return try parseIndexOrSlice()
        default:
            return try parseName()
        }
    }

    private mutating func parseIndexOrSlice() throws(JSONPathError) -> JSONPathStep {
        let first = parseInteger()
        guard take(":") else {
            guard let first else { throw error("an index is missing") }
            return .index(first)
        }
        let second = parseInteger()
        let step = take(":") ? parseInteger() ?? 1 : 1
        return .slice(from: first, to: second, step: step)
    }

    private mutating func parseFilter() throws(JSONPathError) -> JSONPathFilter {
        let left = try parseOperand()
        skipSpaces()
        guard let comparison = JSONPathFilter.Comparison.allCases.first(where: { take($0.rawValue) }) else {
            return JSONPathFilter(left: left, comparison: nil, right: nil)
        }
        return JSONPathFilter(left: left, comparison: comparison, right: try parseOperand())
    }

    private mutating func parseOperand() throws(JSONPathError) -> JSONPathFilter.Operand {
        skipSpaces()
        switch peek() {
        case "'", "\"":
            return .value(.string(try parseQuoted()))
        case "@", "$", ".":
            return .path(try parseSteps())
        default:
            var text = ""
            while let character = peek(), !" )=!<>".contains(character) {
                text.append(character)
                position += 1
            }
            switch text {
            case "true": return .value(.bool(true))
            case "false": return .value(.bool(false))
            default:
                if let int = Int64(text) { return .value(.int(int)) }
                guard let double = Double(text) else { throw error("\(text) is no value") }
                return .value(.double(double))
            }
        }
    }

    private mutating func parseQuoted() throws(JSONPathError) -> String {
        let quote = characters[position]
        position += 1
        var text = ""
        while let character = peek() {
            position += 1
            if character == quote { return text }
            guard character == "\\", let escaped = peek() else {
                text.append(character)
                continue
            }
            position += 1
            switch escaped {
            case "n": text.append("\n")
            case "t": text.append("\t")
            case "r": text.append("\r")
            default: text.append(escaped)
            }
        }
        throw error("a quote is not closed")
    }

    private mutating func parseInteger() -> Int? {
        var text = ""
        while let character = peek(), character.isNumber || character == "-" && text.isEmpty {
            text.append(character)
            position += 1
        }
        return Int(text)
    }

    // MARK: Characters

    private func peek(_ distance: Int = 0) -> Character? {
        position + distance < characters.count ? characters[position + distance] : nil
    }

    private mutating func skipSpaces() {
        while let character = peek(), character.isWhitespace { position += 1 }
    }

    private mutating func take(_ text: String) -> Bool {
        guard characters[position...].starts(with: text) else { return false }
        position += text.count
        return true
    }

    private mutating func expect(_ text: String) throws(JSONPathError) {
        skipSpaces()
        guard take(text) else { throw error("\(text) is missing") }
    }

    private func error(_ message: String) -> JSONPathError {
        JSONPathError(description: "jsonpath \(String(characters)): at character \(position + 1): \(message)")
    }
}
