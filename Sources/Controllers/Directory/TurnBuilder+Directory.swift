internal import Cluster
internal import Model

extension TurnBuilder {
    /// Takes in what the directory says now: notes what is new or other, and lets go what is no longer said.
    ///
    /// - Parameter held: what the guard held back before.
    /// - Returns: what the guard holds back now.
    mutating func take(_ statement: DirectoryStatement, held: HeldPrune?, cause: UInt64) -> HeldPrune? {
        for item in statement.changed { state(item, cause: cause) }
        let said = Set(statement.changed.map(\.key))
        let stillHeld = statement.isComplete ? [] : (held?.keys ?? []).filter { !said.contains($0) }
        let gone = Set(leftKeys(of: statement) + stillHeld).filter { state.stated($0) != nil }.sorted()
        switch PruneGuard.verdict(leaving: gone.count, of: state.statedKeys.count, unreadable: statement.unreadable) {
        case .allow:
            prune(gone, cause: cause)
            return nil
        case .hold(let reason):
            return HeldPrune(keys: gone, reason: reason)
        }
    }

    private mutating func state(_ item: DirectoryStatement.Item, cause: UInt64) {
        let known = state.stated(item.key)
        if let known, known.configuration == item.configuration {
            // The file moved or was committed: its words are the same, and a hold stays.
            guard known.origin != item.origin else { return }
            let moved = StatedObject(configuration: item.configuration, origin: item.origin, isHeld: known.isHeld)
            state(item.key, moved, causes: [cause])
            return
        }
        state(item.key, StatedObject(configuration: item.configuration, origin: item.origin), causes: [cause])
    }

    func leftKeys(of statement: DirectoryStatement) -> [ObjectKey] {
        let said = Set(statement.changed.map(\.key))
        let candidates = statement.isComplete ? state.statedKeys : statement.withdrawn
        return candidates.filter { key in
            guard !said.contains(key), let path = state.stated(key)?.origin.path else { return false }
            return !statement.leavesOpen(path)
        }
    }

    /// Lets go what the guard held, as somebody asked.
    mutating func prune(_ held: HeldPrune?, _ request: Request, cause: UInt64) -> Answer {
        guard let held else { return Answer(.failure(.badRequest("nothing is held back from pruning"))) }
        prune(held.keys, cause: cause)
        return Answer(.success(.namespace(Namespace())), warnings: held.keys.map { "\($0) pruned" })
    }

    private mutating func prune(_ keys: [ObjectKey], cause: UInt64) {
        for key in keys {
            let origin = state.stated(key)?.origin
            unstate(key, causes: [cause])
            let author = Author(manager: FieldManager.directory, origin: origin, causes: [cause])
            _ = try? delete(key, DeleteOptions(), by: author)  // What is gone already need not go.
        }
    }
}
