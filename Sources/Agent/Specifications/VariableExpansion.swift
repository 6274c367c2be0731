/// Kubernetes' expansion of `$(NAME)` in commands, arguments and variables.
enum VariableExpansion {
    /// `$(NAME)` becomes the variable's value where there is such a variable and stays as it is where there is none;
    /// `$$` becomes `$`, so that `$$(NAME)` is a way to write `$(NAME)`.
    static func expand(_ text: String, with variables: [String: String]) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            let behind = rest[rest.index(after: dollar)...]
            if behind.first == "(", let end = behind.firstIndex(of: ")") {
                let name = String(behind[behind.index(after: behind.startIndex)..<end])
                result += variables[name] ?? "$(\(name))"
                rest = behind[behind.index(after: end)...]
            } else if behind.first == "$" {
                result += "$"
                rest = behind.dropFirst()
            } else {
                result += "$"
                rest = behind
            }
        }
        return result + rest
    }
}
