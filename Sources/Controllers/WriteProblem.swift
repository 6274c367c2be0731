internal import Cluster
public import Model

/// Why nothing can be written, and since when.
public struct WriteProblem: Sendable, Hashable {
    /// What was tried, and what came of it: `writing the journal: write 0001.journal: No space left on device`.
    public var message: String
    public var since: Timestamp

    public init(message: String, since: Timestamp) {
        self.message = message
        self.since = since
    }

    /// The type of the node condition, and the reason of the event, that tell of it.
    public static let name = "JournalWritable"
}

extension TurnBuilder {
    /// Tells that the disk takes writes again: while it did not, nothing could be told.
    mutating func take(theEndOf problem: WriteProblem, cause: UInt64) {
        let duration = (now - problem.since).components.seconds
        for node in state.objects(of: .node) {
            let report = EventReport(
                key: node.key,
                uid: node.object.metadata.uid,
                isNormal: false,
                reason: WriteProblem.name,
                message: "nothing could be changed from \(problem.since.startOfSecond) on for \(duration) s: "
                    + problem.message
            )
            record(report, causes: [cause])
        }
    }
}
