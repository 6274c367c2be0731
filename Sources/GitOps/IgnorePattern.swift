/// One line of a `.steadyignore`: written as in a `.gitignore`, and meaning the same.
///
/// `#` begins a comment, `!` takes back what an earlier line left out, a trailing `/` matches directories only; a
/// pattern with a `/` before its end is tied to the directory of the file, one without matches a name at any depth.
/// `*` and `?` stay within a name, `[a-z]` and `[!a-z]` match one character, `**` stands for any number of directories,
/// and `\` takes the meaning from the character after it.
struct IgnorePattern: Sendable, Hashable {
    var isNegated = false
    var matchesDirectoriesOnly = false
    /// One glob per component; `**` as a component of its own.
    private var globs: [[UInt8]]

    /// - Returns: nil for an empty line and a comment.
    init?(line: some Collection<UInt8>) {
        var pattern = Array(Self.trimmed(line))
        if pattern.first == UInt8(ascii: "#") { return nil }
        if pattern.first == UInt8(ascii: "!") {
            isNegated = true
            pattern.removeFirst()
        }
        if pattern.last == UInt8(ascii: "/") {
            matchesDirectoriesOnly = true
            pattern.removeLast()
        }
        let isAnchored = pattern.contains(UInt8(ascii: "/"))
        globs = pattern.split(separator: UInt8(ascii: "/")).map(Array.init)
        if globs.isEmpty { return nil }
        if !isAnchored { globs.insert(Self.anyDirectories, at: 0) }
        // `logs/**` is what lies below logs, not logs itself.
        if globs.last == Self.anyDirectories { globs.append([UInt8(ascii: "*")]) }
    }

    /// - Parameter components: the path from the directory in which the `.steadyignore` lies.
    func matches(_ components: some RandomAccessCollection<ArraySlice<UInt8>>, isDirectory: Bool) -> Bool {
        if matchesDirectoriesOnly, !isDirectory { return false }
        return Self.match(
            Array(components),
            globs,
            isStar: { $0 == Self.anyDirectories },
            one: { Glob.matches($0, $1[...]) }
        )
    }

    private static let anyDirectories = [UInt8](repeating: UInt8(ascii: "*"), count: 2)

    /// Trailing spaces don't count unless a backslash stands before them; nor does the `\r` of a DOS line.
    private static func trimmed(_ line: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(line)
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        while bytes.last == UInt8(ascii: " "), bytes.dropLast().last != UInt8(ascii: "\\") { bytes.removeLast() }
        return bytes
    }

    /// Matches with stars that stand for any run. Only the last star is ever widened, so that no pattern takes more
    /// than text × pattern steps.
    fileprivate static func match<Item, Part>(
        _ items: [Item],
        _ parts: [Part],
        isStar: (Part) -> Bool,
        one: (Item, Part) -> Bool
    ) -> Bool {
        var item = 0
        var part = 0
        var widen: (item: Int, part: Int)?
        while item < items.count {
            if part < parts.count, isStar(parts[part]) {
                widen = (item, part + 1)
                part += 1
            } else if part < parts.count, one(items[item], parts[part]) {
                item += 1
                part += 1
            } else if let star = widen {
                widen = (star.item + 1, star.part)
                item = star.item + 1
                part = star.part
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy(isStar)
    }
}

/// A name against one glob.
private enum Glob {
    private enum Part {
        case star
        case any
        case literal(Character32)
        case set([ClosedRange<Character32>], isNegated: Bool)
    }

    /// A character, or a byte that is not part of one (kept apart above the last character).
    private typealias Character32 = UInt32

    static func matches(_ name: ArraySlice<UInt8>, _ glob: ArraySlice<UInt8>) -> Bool {
        IgnorePattern.match(
            characters(name),
            parts(characters(glob)),
            isStar: { if case .star = $0 { true } else { false } },
            one: { character, part in
                switch part {
                case .star: false
                case .any: true
                case .literal(let wanted): character == wanted
                case .set(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
                }
            }
        )
    }

    private static func characters(_ bytes: ArraySlice<UInt8>) -> [Character32] {
        if let text = String(validating: bytes, as: UTF8.self) { return text.unicodeScalars.map(\.value) }
        return bytes.map { $0 < 0x80 ? Character32($0) : 0x110000 + Character32($0) }
    }

    private static func parts(_ glob: [Character32]) -> [Part] {
        var parts: [Part] = []
        var index = 0
        while index < glob.count {
            switch Unicode.Scalar(glob[index]) {
            case "*": parts.append(.star)
            case "?": parts.append(.any)
            case "\\" where index + 1 < glob.count:
                index += 1
                parts.append(.literal(glob[index]))
            case "[":
                if let (set, end) = set(glob, from: index + 1) {
                    parts.append(set)
                    index = end
                } else {
                    parts.append(.literal(glob[index]))
                }
            default: parts.append(.literal(glob[index]))
            }
            index += 1
        }
        return parts
    }

    /// - Returns: the set and where its `]` stands; nil when it has none.
    private static func set(_ glob: [Character32], from start: Int) -> (Part, Int)? {
        var index = start
        var ranges: [ClosedRange<Character32>] = []
        let isNegated = index < glob.count && (glob[index] == 0x21 || glob[index] == 0x5E)
        if isNegated { index += 1 }
        let first = index
        while index < glob.count {
            if glob[index] == 0x5D, index > first { return (.set(ranges, isNegated: isNegated), index) }
            if glob[index] == 0x5C, index + 1 < glob.count { index += 1 }
            let low = glob[index]
            if index + 2 < glob.count, glob[index + 1] == 0x2D, glob[index + 2] != 0x5D {
                let high = glob[index + 2]
                if low <= high { ranges.append(low...high) }
                index += 3
            } else {
                ranges.append(low...low)
                index += 1
            }
        }
        return nil
    }
}
