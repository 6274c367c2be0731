internal import YAML

/// A place in a JSON document (RFC 6901): `/spec/containers/0/image`, with `~1` for `/` and `~0` for `~`.
struct JSONPointer: CustomStringConvertible {
    let tokens: [String]
    let description: String

    /// Nil when the text is neither empty nor begins with a slash, or holds a `~` that escapes nothing.
    init?(_ text: String) {
        description = text
        guard !text.isEmpty else {
            tokens = []
            return
        }
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        var tokens: [String] = []
        for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let token = JSONPointer.unescaped(part) else { return nil }
            tokens.append(token)
        }
        self.tokens = tokens
    }

    /// Whether the place lies inside the other, or is it.
    func isInside(_ other: JSONPointer) -> Bool {
        tokens.starts(with: other.tokens)
    }

    private static func unescaped(_ part: Substring) -> String? {
        guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
        var text = ""
        var characters = part.unicodeScalars.makeIterator()
        while let character = characters.next() {
            guard character == "~" else {
                text.unicodeScalars.append(character)
                continue
            }
            switch characters.next() {
            case "0"?: text.unicodeScalars.append("~")
            case "1"?: text.unicodeScalars.append("/")
            default: return nil
            }
        }
        return text
    }
}
