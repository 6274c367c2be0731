internal import Cluster
internal import Journaling
internal import Model

// What a turn says of itself and of its inputs, so that a journal can be read, and replayed.

extension TurnBuilder {
    /// Opens the turn's batch.
    mutating func open() {
        note(.turn, body: Array("\"now\":\(now.nanoseconds),\"version\":\"\(BuildVersion.text)\"".utf8))
    }

    /// What of an input is news.
    func essence(of input: Input) -> Input {
        if case .directory(let statement) = input { .directory(essence(of: statement)) } else { input }
    }

    /// Notes an input before anything is derived from it. Returns its number.
    mutating func note(_ input: Input) -> UInt64 {
        let draft = InputRecord.draft(input, settings, state.seals)
        return note(draft.type, key: draft.key, body: draft.body)
    }
}
