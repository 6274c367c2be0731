public import Model

/// Holds back a pruning that looks like an accident, until `steady prune` says that it is none.
public enum PruneGuard {
    public enum Verdict: Sendable, Hashable {
        /// These may go; often none.
        case allow([ObjectKey])
        /// These would go, but don't.
        case hold([ObjectKey], Reason)
    }

    public enum Reason: Sendable, Hashable {
        case directoryMissing
        case directoryUnreadable(String)
        case nothingStated
        case tooMany(going: Int, of: Int)
    }

    /// An object that the directory once stated.
    public struct Owned: Sendable, Hashable {
        public var key: ObjectKey
        /// The file that stated it, if that is known.
        public var path: TreePath?

        public init(key: ObjectKey, path: TreePath?) {
            self.key = key
            self.path = path
        }
    }

    /// More than half and more than ten at once are held back.
    public static let harmlessNumber = 10

    /// What may be pruned of the objects that the directory owns.
    ///
    /// What comes from a file or directory that is unreadable or not understood is left alone without a word: nothing
    /// says that it is stated no more.
    ///
    /// - Parameter owned: all objects that the directory's manager owns, in the order in which they shall be named.
    public static func verdict(on owned: some Sequence<Owned>, for set: DirectorySet) -> Verdict {
        var total = 0
        var going: [ObjectKey] = []
        for object in owned {
            total += 1
            if set.objects[object.key] != nil { continue }
            if let path = object.path, !set.decides(on: path) { continue }
            going.append(object.key)
        }
        guard !going.isEmpty else { return .allow([]) }
        guard let reason = reason(to: going.count, of: total, set) else { return .allow(going) }
        return .hold(going, reason)
    }

    private static func reason(to going: Int, of total: Int, _ set: DirectorySet) -> Reason? {
        switch set.state {
        case .missing: return .directoryMissing
        case .unreadable(let reason): return .directoryUnreadable(reason)
        case .readable: break
        }
        if set.objects.isEmpty { return .nothingStated }
        if going > harmlessNumber, going * 2 > total { return .tooMany(going: going, of: total) }
        return nil
    }
}

extension PruneGuard.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .directoryMissing: "the directory is gone"
        case .directoryUnreadable(let reason): "the directory can't be read: \(reason)"
        case .nothingStated: "the directory states nothing any more"
        case .tooMany(let going, let total): "\(going) of \(total) objects would go at once"
        }
    }
}
