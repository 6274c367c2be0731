extension LabelQuery {
    /// Reads `a=b,c!=d,e in (x,y),f notin (z),g,!h,i>1`.
    public init(_ text: String) throws(SelectorError) {
        var parser = LabelQueryParser(text)
        requirements = try parser.requirements()
    }
}

/// Reads a selector the way the API server does, so that its messages are the same.
private struct LabelQueryParser {
    private enum Token: Equatable {
        case identifier(String)
        case symbol(String)
        case end

        var text: String {
            switch self {
            case .identifier(let text), .symbol(let text): text
            case .end: ""
            }
        }
    }

    /// Where a word is expected that may stand for itself: after a comparison, `in` is a value like any other.
    private enum Context {
        case key, value
    }

    private var tokens: [Token] = []
    private var index = 0

    init(_ text: String) {
        var rest = Array(text.unicodeScalars)[...]
        while let first = rest.first {
            if first.properties.isWhitespace {
                rest.removeFirst()
            } else if LabelQueryParser.isSpecial(first) {
                let length = LabelQueryParser.symbolLength(rest)
                tokens.append(.symbol(LabelQueryParser.text(rest.prefix(length))))
                rest.removeFirst(length)
            } else {
                let word = rest.prefix { !$0.properties.isWhitespace && !LabelQueryParser.isSpecial($0) }
                tokens.append(.identifier(LabelQueryParser.text(word)))
                rest.removeFirst(word.count)
            }
        }
    }

    mutating func requirements() throws(SelectorError) -> [LabelRequirement] {
        var found: [LabelRequirement] = []
        while true {
            let token = peek(.key)
            switch token {
            case .end: return found
            case .identifier, .symbol("!"):
                found.append(try requirement())
                let next = take(.value)
                switch next {
                case .end: return found
                case .symbol(","):
                    let following = peek(.value)
                    guard case .identifier = following else {
                        if following == .symbol("!") { continue }
                        throw SelectorError("found '\(following.text)', expected: identifier after ','")
                    }
                default: throw SelectorError("found '\(next.text)', expected: ',' or 'end of string'")
                }
            default: throw SelectorError("found '\(token.text)', expected: !, identifier, or 'end of string'")
            }
        }
    }

    private mutating func requirement() throws(SelectorError) -> LabelRequirement {
        do throws(SelectorError) {
            let isAbsent = peek(.key) == .symbol("!")
            if isAbsent { _ = take(.key) }
            let key = take(.value)
            guard case .identifier(let name) = key else {
                throw SelectorError("found '\(key.text)', expected: identifier")
            }
            if let complaint = Names.complaint(aboutLabelKey: name) {
                throw SelectorError("key: Invalid value: \"\(name)\": \(complaint)")
            }
            if isAbsent { return LabelRequirement(key: name, .isAbsent) }
            if peek(.value) == .end || peek(.value) == .symbol(",") { return LabelRequirement(key: name, .exists) }
            return LabelRequirement(key: name, try comparison(name))
        } catch {
            throw SelectorError("unable to parse requirement: \(error.description)")
        }
    }

    private mutating func comparison(_ key: String) throws(SelectorError) -> LabelRequirement.Comparison {
        let token = take(.key)
        switch token.text {
        case "=", "==": return .isIn([try value(key)])
        case "!=": return .isNotIn([try value(key)])
        case "in": return .isIn(try values(key))
        case "notin": return .isNotIn(try values(key))
        case ">": return .isGreater(than: try number(key))
        case "<": return .isLess(than: try number(key))
        default:
            throw SelectorError("found '\(token.text)', expected: in, notin, =, ==, !=, gt, lt")
        }
    }

    /// A single value, which may be empty: `a=`.
    private mutating func value(_ key: String) throws(SelectorError) -> String {
        if peek(.value) == .end || peek(.value) == .symbol(",") { return "" }
        let token = take(.value)
        guard case .identifier(let value) = token else {
            throw SelectorError("found '\(token.text)', expected: identifier")
        }
        return try checked(value, key)
    }

    private mutating func number(_ key: String) throws(SelectorError) -> Int64 {
        guard let number = Int64(try value(key)) else {
            throw SelectorError(
                "values[0][\(key)]: Invalid value: for 'Gt', 'Lt' operators, the value must be an integer"
            )
        }
        return number
    }

    private mutating func values(_ key: String) throws(SelectorError) -> [String] {
        let open = take(.value)
        guard open == .symbol("(") else { throw SelectorError("found '\(open.text)' expected: '('") }
        var values: [String] = []
        while true {
            let token = take(.value)
            switch token {
            case .identifier(let value):
                values.append(try checked(value, key))
                let next = take(.value)
                if next == .symbol(")") { return values }
                guard next == .symbol(",") else { throw SelectorError("found '\(next.text)', expected: ',' or ')'") }
            case .symbol(","): values.append("")
            case .symbol(")"): return values + [""]
            default: throw SelectorError("found '\(token.text)', expected: ',', ')' or identifier")
            }
        }
    }

    private func checked(_ value: String, _ key: String) throws(SelectorError) -> String {
        guard let complaint = Names.complaint(aboutLabelValue: value) else { return value }
        throw SelectorError("values[0][\(key)]: Invalid value: \"\(value)\": \(complaint)")
    }

    private func peek(_ context: Context) -> Token {
        guard index < tokens.count else { return .end }
        let token = tokens[index]
        if context == .key, token == .identifier("in") || token == .identifier("notin") { return .symbol(token.text) }
        return token
    }

    private mutating func take(_ context: Context) -> Token {
        defer { index += 1 }
        return peek(context)
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        "=!(),><".unicodeScalars.contains(scalar)
    }

    /// `==` and `!=` are one symbol.
    private static func symbolLength(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
        let pair = text(rest.prefix(2))
        return pair == "==" || pair == "!=" ? 2 : 1
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
