/// Doubts a directory that suddenly says much less than before.
enum PruneGuard {
    enum Verdict: Hashable {
        case allow
        case hold(reason: String)
    }

    /// Up to this many objects go without a question, whatever their share.
    static let alwaysAllowed = 10

    /// - Parameters:
    ///   - leaving: objects that the directory no longer states, and stated until now.
    ///   - total: objects that it stated until now or states now. What is held back already counts in neither.
    ///   - unreadable: why the directory could not be read whole; nil when it could.
    static func verdict(leaving: Int, of total: Int, unreadable: String?) -> Verdict {
        if leaving == 0 { return .allow }
        if let unreadable { return .hold(reason: unreadable) }
        if leaving == total { return .hold(reason: "the directory states nothing any longer") }
        if leaving > alwaysAllowed, leaving * 2 > total {
            return .hold(reason: "\(leaving) of \(total) objects would go at once")
        }
        return .allow
    }
}
