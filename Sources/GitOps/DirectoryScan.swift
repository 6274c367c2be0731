/// Which manifests lie in a tree, found by walking all of it; their content is not looked at.
///
/// A manifest's name ends in `.yaml`, `.yml` or `.json`. Hidden names (a leading dot) and what a `.steadyignore` names
/// are left out. A symbolic link is followed when it leads to somewhere in the tree, once all that is no link has been
/// seen: what two paths lead to is read once, under the path that is no link.
public struct DirectoryScan: Sendable {
    public struct File: Sendable, Hashable {
        public var status: FileStatus
        /// The path to read: another one than the file's own where links were followed.
        public var source: TreePath
    }

    /// What an honest tree of manifests stays far below; beyond it somebody most likely named the wrong directory.
    public struct Bounds: Sendable {
        public var depth = 64
        public var directories = 20_000
        public var files = 200_000

        public init() {}
    }

    public internal(set) var files: [TreePath: File] = [:]
    /// Where a change may show: every directory that was walked, and those in which linked files really lie.
    public internal(set) var directories: Set<TreePath> = []
    /// Each link that was seen, and where it led, if anywhere.
    public internal(set) var links: [TreePath: TreePath?] = [:]
    public internal(set) var notes: [TreePath: TreeNote] = [:]
    /// Directories that could not be listed: what lies below them is unknown, which is not the same as gone.
    public internal(set) var unknown: [TreePath] = []
    var rules = IgnoreRules()

    init() {}

    /// - Parameter entering: called with each directory before it is listed, so that a watch set up in it misses nothing.
    public init(_ tree: any FileTree, bounds: Bounds = Bounds(), entering: (TreePath) -> Void = { _ in }) {
        self = withoutActuallyEscaping(entering) { entering in
            var walk = TreeWalk(tree: tree, bounds: bounds, entering: entering)
            return walk.run()
        }
    }

    /// Whether all links still lead where they led when they were followed.
    func isCurrent(in tree: any FileTree) -> Bool {
        links.allSatisfy { link, destination in
            // A link that can't be followed leads nowhere now, as it may have then.
            (try? tree.destination(of: link)) == destination
        }
    }

    static func isManifest(_ name: some Collection<UInt8>) -> Bool {
        if isHidden(name) { return false }
        let text = String(decoding: name, as: UTF8.self)
        return [".yaml", ".yml", ".json"].contains { text.hasSuffix($0) }
    }

    static func isHidden(_ name: some Collection<UInt8>) -> Bool {
        name.first == UInt8(ascii: ".")
    }
}

/// What is to be said about a path of the tree apart from what its content says.
public struct TreeNote: Sendable, Hashable {
    /// An error leaves something that may have been stated unread; a warning leaves out what can't be a statement.
    public var isError: Bool
    public var message: String

    static func error(_ message: String) -> TreeNote { TreeNote(isError: true, message: message) }
    static func warning(_ message: String) -> TreeNote { TreeNote(isError: false, message: message) }
}

/// One walk through a tree, and what it has seen.
private struct TreeWalk {
    let tree: any FileTree
    let bounds: DirectoryScan.Bounds
    let entering: (TreePath) -> Void
    var scan = DirectoryScan()
    /// Still to be followed, last first.
    var links: [TreePath] = []
    var directories: [FileIdentity: TreePath] = [:]
    var files: Set<FileIdentity> = []

    mutating func run() -> DirectoryScan {
        walk(.root, source: .root, identity: tree.identity)
        links.sort(by: >)
        while let link = links.popLast() { follow(link) }
        return scan
    }

    /// - Parameter source: the same directory by a path without links.
    private mutating func walk(_ directory: TreePath, source: TreePath, identity: FileIdentity) {
        guard mayEnter(directory) else { return }
        directories[identity] = directory
        scan.directories.insert(source)
        entering(source)
        do {
            let entries = try tree.entries(of: source).sorted { $0.name.lexicographicallyPrecedes($1.name) }
            if entries.contains(where: { $0.name == IgnoreRules.fileName }) { try readRules(of: directory, source) }
            for entry in entries where !DirectoryScan.isHidden(entry.name) {
                visit(entry, in: directory, source: source)
            }
        } catch FileTreeError.missing {
            return  // It went away since its parent was listed.
        } catch {
            scan.unknown.append(directory)
            scan.notes[directory] = .error("this directory can't be read: \(error); what it stated before stays")
        }
    }

    /// Without its rules a directory can't be read: what it means to leave out would take effect.
    private mutating func readRules(of directory: TreePath, _ source: TreePath) throws(FileTreeError) {
        do {
            let rules = try tree.read(source.appending(IgnoreRules.fileName), limit: 1 << 20)
            scan.rules.add(rules.bytes, in: directory)
        } catch .missing {
            return
        } catch {
            throw .failed(operation: "read .steadyignore", reason: "\(error)")
        }
    }

    private mutating func visit(_ entry: TreeEntry, in directory: TreePath, source: TreePath) {
        let path = directory.appending(entry.name)
        let isDirectory = entry.status.kind == .directory
        if scan.rules.ignores(path, isDirectory: isDirectory) { return }
        switch entry.status.kind {
        case .directory: walk(path, source: source.appending(entry.name), identity: entry.status.identity)
        case .link: links.append(path)
        case .file where DirectoryScan.isManifest(entry.name):
            files.insert(entry.status.identity)
            keep(path, entry.status, source: source.appending(entry.name))
        case .fifo, .socket, .device:
            if DirectoryScan.isManifest(entry.name) {
                scan.notes[path] = .warning("is a \(entry.status.kind.rawValue), not a file: left out")
            }
        case .file: break
        }
    }

    private mutating func follow(_ link: TreePath) {
        scan.links[link] = .some(nil)
        do {
            let destination = try tree.destination(of: link)
            scan.links[link] = destination
            let status = try tree.status(of: destination)
            switch status.kind {
            case .directory: enter(destination, status, by: link)
            case .file where DirectoryScan.isManifest(link.name):
                scan.directories.insert(destination.parent)
                if files.insert(status.identity).inserted { keep(link, status, source: destination) }
            default: break
            }
        } catch {
            // A link that is plainly to something else, such as README.md, is nobody's concern.
            guard DirectoryScan.isManifest(link.name) || !link.name.contains(UInt8(ascii: ".")) else { return }
            scan.notes[link] = .warning("a symbolic link that \(error.asLink): left out")
        }
    }

    private mutating func enter(_ destination: TreePath, _ status: FileStatus, by link: TreePath) {
        if link.isWithin(destination) {
            scan.notes[link] = .warning("a symbolic link to \(destination), in which it lies itself: not followed")
        } else if directories[status.identity] == nil {
            let before = links.count
            walk(link, source: destination, identity: status.identity)
            links[before...].sort(by: >)
        }
    }

    private mutating func keep(_ path: TreePath, _ status: FileStatus, source: TreePath) {
        if scan.files.count >= bounds.files {
            scan.notes[.root] = .error("more than \(bounds.files) manifests: the rest is left unread")
        } else {
            scan.files[path] = DirectoryScan.File(status: status, source: source)
        }
    }

    private mutating func mayEnter(_ directory: TreePath) -> Bool {
        let reason: String
        if directory.components.count > bounds.depth {
            reason = "more than \(bounds.depth) directories deep"
        } else if scan.directories.count >= bounds.directories {
            reason = "more than \(bounds.directories) directories"
        } else {
            return true
        }
        scan.unknown.append(directory)
        scan.notes[directory] = .error("\(reason): left unread")
        return false
    }
}

extension FileTreeError {
    /// Said of a link that could not be followed.
    fileprivate var asLink: String {
        switch self {
        case .missing: "leads nowhere"
        case .leadsOut: "leads out of the watched directory"
        case .tooManyLinks: "leads in a circle"
        default: "can't be followed (\(self))"
        }
    }
}
