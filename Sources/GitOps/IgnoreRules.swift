/// What the `.steadyignore` files of a tree leave out: each speaks for its directory and all below it, the deeper one
/// and the later line win.
struct IgnoreRules: Sendable, Hashable {
    static let fileName = Array(".steadyignore".utf8)

    private var files: [TreePath: [IgnorePattern]] = [:]

    mutating func add(_ bytes: [UInt8], in directory: TreePath) {
        files[directory] = bytes.split(separator: UInt8(ascii: "\n")).compactMap { IgnorePattern(line: $0) }
    }

    /// Whether a path is left out by its own name. That of a directory above it is not looked at: who walks the tree
    /// doesn't enter one that is left out; for a path out of the blue, see ``ignoresAnywhere(_:)``.
    func ignores(_ path: TreePath, isDirectory: Bool) -> Bool {
        if files.isEmpty { return false }
        let components = path.components
        var directory = path.parent
        // From the deepest file up: the first that has something to say has the last word.
        while true {
            if let patterns = files[directory] {
                let relative = components.dropFirst(directory.components.count)
                if let verdict = patterns.last(where: { $0.matches(relative, isDirectory: isDirectory) }) {
                    return !verdict.isNegated
                }
            }
            if directory == .root { return false }
            directory = directory.parent
        }
    }

    /// Whether a file is left out by its own name or that of a directory above it.
    func ignoresAnywhere(_ file: TreePath) -> Bool {
        if files.isEmpty { return false }
        if ignores(file, isDirectory: false) { return true }
        var directory = file.parent
        while directory != .root {
            if ignores(directory, isDirectory: true) { return true }
            directory = directory.parent
        }
        return false
    }
}
