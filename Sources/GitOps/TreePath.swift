/// Where something lies in a watched tree: the bytes of its path from the root, without a leading slash; empty for the
/// root itself. Bytes, because a name on Linux need not be UTF-8, and two names that look alike need not be one.
public struct TreePath: Sendable, Hashable {
    public let bytes: [UInt8]

    public static let root = TreePath(bytes: [])

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The last component.
    public var name: ArraySlice<UInt8> {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
        return bytes[(slash + 1)...]
    }

    /// The directory in which it lies; the root lies in itself.
    public var parent: TreePath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return .root }
        return TreePath(bytes: Array(bytes[..<slash]))
    }

    public var components: [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "/"))
    }

    public func appending(_ name: some Collection<UInt8>) -> TreePath {
        bytes.isEmpty ? TreePath(bytes: Array(name)) : TreePath(bytes: bytes + [UInt8(ascii: "/")] + name)
    }

    /// Whether it is `directory` or lies anywhere below it.
    public func isWithin(_ directory: TreePath) -> Bool {
        if directory.bytes.isEmpty { return true }
        guard bytes.starts(with: directory.bytes) else { return false }
        return bytes.count == directory.bytes.count || bytes[directory.bytes.count] == UInt8(ascii: "/")
    }
}

extension TreePath: Comparable {
    public static func < (left: TreePath, right: TreePath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension TreePath: CustomStringConvertible {
    /// The path fit for one line of a terminal or a log: control characters and what is not UTF-8 are escaped, and so is
    /// the backslash, so that no two paths read alike.
    public var description: String {
        if bytes.isEmpty { return "." }
        var text = ""
        if let decoded = String(validating: bytes, as: UTF8.self) {
            for scalar in decoded.unicodeScalars { text += Self.printable(scalar) }
        } else {
            for byte in bytes {
                text += byte < 0x80 ? Self.printable(Unicode.Scalar(byte)) : Self.escaped(byte)
            }
        }
        return text
    }

    private static func printable(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control: return escaped(UInt8(truncatingIfNeeded: scalar.value))
        // Marks that turn the direction of what follows let one name pass for another.
        case .format, .lineSeparator, .paragraphSeparator: return "\\u{" + String(scalar.value, radix: 16) + "}"
        default: return String(Character(scalar))
        }
    }

    private static func escaped(_ byte: UInt8) -> String {
        (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16)
    }
}
