internal import Cluster
internal import Journaling
internal import Model
internal import YAML

// What a turn says of itself and of its inputs, so that a journal can be read, and replayed.

extension TurnBuilder {
    /// Opens the turn's batch.
    mutating func open() {
        let version = Value.string(settings.version).json()
        note(.turn, body: Array("\"now\":\(now.nanoseconds),\"version\":\(version)".utf8))
    }

    /// What of an input is news.
    func essence(of input: Input) -> Input {
        if case .directory(let statement) = input { .directory(essence(of: statement)) } else { input }
    }

    /// Notes an input before anything is derived from it. Returns its number.
    mutating func note(_ input: Input) -> UInt64 {
        guard writesRecords else { return note(.input, body: []) }
        let draft = InputRecord.draft(input, settings, state.seals)
        if case .start = input { begin(DaemonStart(sequence: nextRevision, body: draft.body)) }
        return note(draft.type, key: draft.key, body: draft.body)
    }
}
