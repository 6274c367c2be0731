public import Journaling

extension Replay {
    /// A record that came out otherwise than it stands in the journal.
    public struct Difference: Sendable, Equatable {
        public var sequence: UInt64
        /// When its turn was decided, in nanoseconds since 1970.
        public var time: Int64
        /// The build of Steady that decided it then; nil where the turn doesn't say.
        public var version: String?
        /// What the journal holds; nil where it holds nothing more in this turn.
        public var recorded: RecordDraft?
        /// What is decided now; nil where nothing is any more.
        public var derived: RecordDraft?
    }
}

extension Replay.Difference: CustomStringConvertible {
    public var description: String {
        "record \(sequence): the journal holds \(Self.text(recorded)), and now comes \(Self.text(derived))"
    }

    private static func text(_ draft: RecordDraft?) -> String {
        guard let draft else { return "nothing" }
        let causes = draft.causes.map { cause in
            switch cause {
            case .sequence(let sequence): "\(sequence)"
            case .inBatch(let index): "draft \(index)"
            }
        }
        let body = String(decoding: draft.body.prefix(4000), as: UTF8.self)
        return "\(draft.type) \(draft.key ?? "") (causes \(causes.joined(separator: ", "))): \(body)"
    }
}
