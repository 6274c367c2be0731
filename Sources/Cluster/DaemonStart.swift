public import Journaling

/// What a daemon noted when it started, settings among it: under them stand its decisions until the next one starts.
///
/// Part of the state, so that it is known where the record itself is no longer kept.
public struct DaemonStart: Sendable, Equatable {
    /// The input, as it stands in the journal.
    public let record: Record

    /// Nil for any other record.
    public init?(_ record: Record) {
        guard record.type == .input, record.body.starts(with: Self.mark) else { return nil }
        self.init(sequence: record.sequence, body: record.body)
    }

    /// - Parameter body: of the input by which it starts.
    public init(sequence: UInt64, body: [UInt8]) {
        record = Record(sequence: sequence, time: 0, type: .input, body: body)
    }

    private static let mark = Array("\"by\":\"start\"".utf8)
}
