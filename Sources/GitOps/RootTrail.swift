import Glibc

/// The names by which a path is found: a change of one of them may make the path lead elsewhere, or somewhere at last.
struct RootTrail: Sendable, Hashable {
    struct Step: Sendable, Hashable {
        var directory: String
        var name: String
    }

    /// The last name of the path, each symbolic link on the way, and the first name that is missing.
    private(set) var steps: [Step] = []

    init(to path: String) {
        var current = ""
        var names = Array(path.split(separator: "/").map(String.init).reversed())
        // As the kernel does, stop at 40 links.
        var links = 0
        while let name = names.popLast() {
            if name == "." { continue }
            if name == ".." {
                current = String(current[..<(current.lastIndex(of: "/") ?? current.startIndex)])
                continue
            }
            var status = stat()
            let isThere = lstat(current + "/" + name, &status) == 0
            let isLink = isThere && status.st_mode & S_IFMT == S_IFLNK
            if !isThere || isLink || names.isEmpty {
                steps.append(Step(directory: current.isEmpty ? "/" : current, name: name))
            }
            guard isThere else { return }
            guard isLink else {
                current += "/" + name
                continue
            }
            links += 1
            guard links <= 40, let target = Self.target(of: current + "/" + name) else { return }
            if target.hasPrefix("/") { current = "" }
            names += target.split(separator: "/").map(String.init).reversed()
        }
    }

    private static func target(of link: String) -> String? {
        withUnsafeTemporaryAllocation(byteCount: Int(PATH_MAX), alignment: 1) { buffer in
            guard let bytes = buffer.bindMemory(to: CChar.self).baseAddress else { return nil }
            let count = readlink(link, bytes, buffer.count)
            guard count >= 0 else { return nil }
            return String(decoding: UnsafeRawBufferPointer(buffer)[..<count], as: UTF8.self)
        }
    }
}
