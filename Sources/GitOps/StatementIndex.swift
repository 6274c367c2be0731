import HashTreeCollections
import Model
import YAML

/// Who states which object, and which statement counts.
///
/// Where two places state one object, the first by path and line counts, and the other is a mistake that names both. So
/// the answer is the same after a restart, and a copied file never takes anything away.
struct StatementIndex: Sendable {
    /// Persistent: each set holds the one of its time, and an edit copies none of it.
    private(set) var inForce: TreeDictionary<ObjectKey, StatedObject> = [:]
    /// Each place that states an object whose statement doesn't count.
    private(set) var duplicates: [ObjectKey: [Problem]] = [:]
    private var claims: [ObjectKey: [Claim]] = [:]
    private var touched: Set<ObjectKey> = []

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
    /// - Returns: what is stated otherwise than before, in the order of the files, and what is stated no more.
    mutating func settle() -> (changed: [StatedObject], withdrawn: [ObjectKey]) {
        var changed: [StatedObject] = []
        var withdrawn: [ObjectKey] = []
        for key in touched {
            let all = claims[key, default: []].sorted { ($0.path, $0.statement.line) < ($1.path, $1.statement.line) }
            claims[key] = all.isEmpty ? nil : all
            duplicates[key] = all.count > 1 ? Self.problems(all) : nil
            let before = inForce[key]
            let after = all.first.map(Self.stated)
            if before == after { continue }
            inForce[key] = after
            if let after { changed.append(after) } else { withdrawn.append(key) }
        }
        touched = []
        changed.sort { ($0.origin.path, $0.origin.line) < ($1.origin.path, $1.origin.line) }
        return (changed, withdrawn.sorted())
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
        return claims.dropFirst().map { claim in
            Problem(
                file: claim.path.description,
                position: Position(line: claim.statement.line, column: 1),
                message: "\(claim.statement.key) is stated twice: what \(stated(first).origin) says counts"
            )
        }
    }
}
