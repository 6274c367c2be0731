import HashTreeCollections
import Model
import YAML

/// Who states which object, and which statement counts.
///
/// Where two places state one object, the file that stated it before keeps it, and the other is a mistake that names
/// both: a stray copy never takes anything away, nor does a restart. Where both are new, the first by path and line
/// counts.
struct StatementIndex: Sendable {
    /// Persistent: each set holds the one of its time, and an edit copies none of it.
    private(set) var inForce: TreeDictionary<ObjectKey, StatedObject> = [:]
    /// Each place that states an object whose statement doesn't count.
    private(set) var duplicates: [ObjectKey: [Problem]] = [:]
    private var claims: [ObjectKey: [Claim]] = [:]
    private var touched: Set<ObjectKey> = []
    /// Where each object was stated last, as its origin names it.
    private var holders: [ObjectKey: String]

    init(holders: [ObjectKey: String] = [:]) { self.holders = holders }

    private struct Claim: Sendable {
        var path: TreePath
        var commit: GitCommit?
        var statement: ManifestContent.Statement
    }

    /// A file states this now, in place of what it stated before.
    mutating func replace(
        _ old: [ManifestContent.Statement],
        by new: [ManifestContent.Statement],
        in path: TreePath,
        commit: GitCommit?
    ) {
        for key in Set(old.map(\.key)) {
            claims[key]?.removeAll { $0.path == path }
            touched.insert(key)
        }
        for statement in new {
            claims[statement.key, default: []].append(Claim(path: path, commit: commit, statement: statement))
            touched.insert(statement.key)
        }
    }

    /// Decides anew on what was touched.
    ///
    /// - Parameter undecided: what can't be read or understood now: it may still hold what it stated before.
    /// - Returns: what is stated otherwise than before, in the order of the files, and what is stated no more.
    mutating func settle(undecided: [TreePath] = []) -> (changed: [StatedObject], withdrawn: [ObjectKey]) {
        var changed: [StatedObject] = []
        var withdrawn: [ObjectKey] = []
        var open: Set<ObjectKey> = []
        for key in touched {
            let all = order(claims[key, default: []], of: key)
            claims[key] = all.isEmpty ? nil : all
            if let holder = absentHolder(of: key, all, undecided) {
                open.insert(key)
                let what = "is stated by \(holder), too, which can't be read now: what that said last counts"
                duplicates[key] = all.map { Self.problem($0, what) }
                continue
            }
            duplicates[key] = all.count > 1 ? Self.problems(all) : nil
            let before = inForce[key]
            let after = all.first.map(Self.stated)
            if let after { holders[key] = after.origin.path.description }
            if before == after { continue }
            inForce[key] = after
            if let after { changed.append(after) } else { withdrawn.append(key) }
        }
        touched = open
        changed.sort { ($0.origin.path, $0.origin.line) < ($1.origin.path, $1.origin.line) }
        return (changed, withdrawn.sorted())
    }

    /// The holder's claims first, then by path and line.
    private func order(_ claims: [Claim], of key: ObjectKey) -> [Claim] {
        let holder = holders[key]
        let sorted = claims.sorted { ($0.path, $0.statement.line) < ($1.path, $1.statement.line) }
        guard sorted.count > 1 else { return sorted }
        return sorted.filter { $0.path.description == holder } + sorted.filter { $0.path.description != holder }
    }

    /// The file that stated an object and may do so still, where only others are known to state it.
    private func absentHolder(of key: ObjectKey, _ claims: [Claim], _ undecided: [TreePath]) -> String? {
        guard let first = claims.first, let holder = holders[key], first.path.description != holder else { return nil }
        return undecided.contains { TreePath(holder).isWithin(TreePath($0.description)) } ? holder : nil
    }

    private static func stated(_ claim: Claim) -> StatedObject {
        StatedObject(
            key: claim.statement.key,
            object: claim.statement.object,
            origin: ManifestOrigin(path: claim.path, line: claim.statement.line, commit: claim.commit)
        )
    }

    private static func problems(_ claims: [Claim]) -> [Problem] {
        guard let first = claims.first else { return [] }
        return claims.dropFirst().map { problem($0, "is stated twice: what \(stated(first).origin) says counts") }
    }

    private static func problem(_ claim: Claim, _ what: String) -> Problem {
        Problem(
            file: claim.path.description,
            position: Position(line: claim.statement.line, column: 1),
            message: "\(claim.statement.key) \(what)"
        )
    }
}
