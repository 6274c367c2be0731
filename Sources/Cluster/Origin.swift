/// Where what an object says was said: a place in a file and its commit, or a call and its user.
///
/// Every stored object carries the latest one, so that `why` still answers when old journal segments are gone.
public struct Origin: Sendable, Hashable {
    /// Path of the manifest below the watched directory.
    public var path: String?
    /// Line in that file, from 1.
    public var line: Int?
    /// The git commit that the file stood in, abbreviated as git prints it; nil outside a work tree.
    public var commit: String?
    /// Who wrote the commit, as git names people: `Ada Lovelace <ada@example.org>`.
    public var author: String?
    /// What was called: `apply`, `scale`, `delete`, ...
    public var call: String?
    public var user: String?

    public init(
        path: String? = nil,
        line: Int? = nil,
        commit: String? = nil,
        author: String? = nil,
        call: String? = nil,
        user: String? = nil
    ) {
        self.path = path
        self.line = line
        self.commit = commit
        self.author = author
        self.call = call
        self.user = user
    }
}

extension Origin: CustomStringConvertible {
    /// `web.yaml:3 (4f2a1c9, Ada)`, or `scale by root`.
    public var description: String {
        if let path {
            let place = line.map { "\(path):\($0)" } ?? path
            let commitFacts = [commit, authorName].compactMap(\.self).joined(separator: ", ")
            return commitFacts.isEmpty ? place : "\(place) (\(commitFacts))"
        }
        return [call, user.map { "by \($0)" }].compactMap(\.self).joined(separator: " ")
    }

    /// Without the address, which says little to a reader and takes much of a line.
    private var authorName: String? {
        guard let author, let address = author.firstIndex(of: "<") else { return author }
        let name = author[..<address]
        return name.isEmpty ? author : String(name.last == " " ? name.dropLast() : name)
    }
}
