/// What is wrong with names, in the API server's words; nil where nothing is.
extension Names {
    static func complaint(aboutLabel text: String) -> String? {
        if text.utf8.count > 63 { return tooLong(63) }
        if isLabel(text[...]) { return nil }
        return "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start "
            + "and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
            + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
    }

    static func complaint(aboutSubdomain text: String) -> String? {
        if text.utf8.count > 253 { return tooLong(253) }
        if isSubdomain(text[...]) { return nil }
        return
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
            + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
            + #"'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#
    }

    /// The name of a service, which starts with a letter.
    static func complaint(aboutServiceName text: String) -> String? {
        if text.utf8.count > 63 { return tooLong(63) }
        if isLabel(text[...]), let first = text.utf8.first, !isDigit(first) { return nil }
        return "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
            + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
            + "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
    }

    /// The key of a label: a name, perhaps after a DNS subdomain and a slash.
    static func complaint(aboutLabelKey text: String) -> String? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
        switch parts.count {
        case 1: return complaint(aboutNamePart: parts[0])
        case 2:
            if parts[0].isEmpty { return "prefix part must be non-empty" }
            if let complaint = complaint(aboutSubdomain: String(parts[0])) { return "prefix part \(complaint)" }
            return complaint(aboutNamePart: parts[1])
        default:
            return "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end "
                + "with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
                + "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and "
                + "'/' (e.g. 'example.com/MyName')"
        }
    }

    private static func complaint(aboutNamePart text: Substring) -> String? {
        if text.isEmpty { return "name part must be non-empty" }
        if text.utf8.count > 63 { return "name part \(tooLong(63))" }
        if isName(text) { return nil }
        return "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
            + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
            + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
    }

    static func complaint(aboutLabelValue text: String) -> String? {
        if text.utf8.count > 63 { return tooLong(63) }
        if text.isEmpty || isName(text[...]) { return nil }
        return "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
            + "start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used "
            + "for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
    }

    /// The key of an entry in a config map or secret, which may become the name of a file.
    static func complaint(aboutConfigKey text: String) -> String? {
        if text.utf8.count > 253 { return tooLong(253) }
        if text == "." || text == ".." { return "must not be '\(text)'" }
        if text.hasPrefix("..") { return "must not start with '..'" }
        let isValid = !text.isEmpty && text.utf8.allSatisfy { isAlphanumeric($0) || isJoint($0) }
        if isValid { return nil }
        return "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or "
            + "'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"
    }

    static func complaint(aboutVariable text: String) -> String? {
        let isValid = !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "=") }
        if isValid { return nil }
        return "a valid environment variable name must consist only of printable ASCII characters other than '='"
    }

    /// The name of a port, up to 15 letters as IANA wants it.
    static func complaint(aboutPortName text: String) -> String? {
        if text.utf8.count > 15 { return tooLong(15) }
        if !text.utf8.allSatisfy({ isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }) {
            return "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"
        }
        if text.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") }) {
            return "must contain at least one letter (a-z)"
        }
        if text.contains("--") { return "must not contain consecutive hyphens" }
        return text.hasPrefix("-") || text.hasSuffix("-") ? "must not begin or end with a hyphen" : nil
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || isJoint($0) }
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    private static func tooLong(_ limit: Int) -> String { "must be no more than \(limit) characters" }
}
