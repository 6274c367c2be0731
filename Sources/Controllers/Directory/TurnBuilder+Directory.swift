internal import Cluster
internal import Model

extension TurnBuilder {
    /// What a statement says beyond what is known: a directory of thousands of files is not written out for one edit,
    /// and to say it twice is to say it once.
    func essence(of statement: DirectoryStatement) -> DirectoryStatement {
        let held = Set(state.heldPrune?.keys ?? [])
        var essence = statement
        essence.changed = statement.changed.filter { item in
            let known = state.stated(item.key)
            return known?.configuration != item.configuration || known?.origin != item.origin || held.contains(item.key)
        }
        essence.withdrawn = withdrawn(by: statement)
        essence.isComplete = false
        return essence
    }

    private func withdrawn(by statement: DirectoryStatement) -> [ObjectKey] {
        let said = Set(statement.changed.map(\.key))
        let candidates = statement.isComplete ? state.statedKeys : Set(statement.withdrawn).sorted()
        return candidates.filter { key in
            guard !said.contains(key), let path = state.stated(key)?.origin.path else { return false }
            return !statement.leavesOpen(path)
        }
    }

    /// Takes in what the directory says now: notes what is new or other, and lets go what is no longer said, or holds
    /// it back. What was held back before stays so, until it is stated again or somebody says that it was meant.
    ///
    /// - Parameter statement: its essence.
    mutating func take(_ statement: DirectoryStatement, cause: UInt64) {
        for item in statement.changed { state(item, cause: cause) }
        let said = Set(statement.changed.map(\.key))
        let held = (state.heldPrune?.keys ?? []).filter { !said.contains($0) }
        let isHeld = Set(held)
        let gone = statement.withdrawn.filter { !isHeld.contains($0) }
        let total = state.statedCount - held.count
        switch PruneGuard.verdict(leaving: gone.count, of: total, unreadable: statement.unreadable) {
        case .allow:
            prune(gone, cause: cause)
            hold(held, because: state.heldPrune?.reason, cause: cause)
        case .hold(let reason):
            hold((held + gone).sorted(), because: reason, cause: cause)
        }
    }

    private mutating func hold(_ keys: [ObjectKey], because reason: String?, cause: UInt64) {
        hold(keys.isEmpty ? nil : HeldPrune(keys: keys, reason: reason ?? ""), causes: [cause])
    }

    private mutating func state(_ item: DirectoryStatement.Item, cause: UInt64) {
        let known = state.stated(item.key)
        var stated = StatedObject(configuration: item.configuration, origin: item.origin)
        stated.hold = known.flatMap { $0.holdThatStays(beside: stated) }
        if stated != known { state(item.key, stated, causes: [cause]) }
    }

    /// Lets go what the guard held, as somebody asked.
    mutating func prune(by author: Author) throws(APIError) {
        guard let held = state.heldPrune, let cause = author.causes.first else {
            throw .badRequest("nothing is held back from pruning")
        }
        prune(held.keys, cause: cause)
        hold(nil, causes: author.causes)
    }

    private mutating func prune(_ keys: [ObjectKey], cause: UInt64) {
        for key in keys {
            let origin = state.stated(key)?.origin
            unstate(key, causes: [cause])
            let author = Author(
                manager: FieldManager.directory,
                origin: origin,
                causes: [cause],
                isDirectory: true,
                isForced: true
            )
            // What is gone already need not go; `default` stays, said or not.
            _ = try? delete(key, DeleteOptions(), by: author)
        }
    }
}
