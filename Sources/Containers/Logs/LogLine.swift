/// A line of a container's output, or a piece of one.
public struct LogLine: Sendable, Hashable {
    public enum Stream: String, Sendable, Hashable {
        case output = "stdout"
        case error = "stderr"
    }

    /// As it stands in the log: RFC 3339 with nanoseconds, UTC.
    public var timestamp: String
    public var stream: Stream
    /// More of the same line follows in the next one of this stream.
    public var isPartial: Bool
    /// Without the newline.
    public var text: [UInt8]

    public init(timestamp: String, stream: Stream, isPartial: Bool = false, text: [UInt8]) {
        self.timestamp = timestamp
        self.stream = stream
        self.isPartial = isPartial
        self.text = text
    }

    /// Reads `<timestamp> stdout|stderr F|P <text>`; `nil` for anything else.
    init?(_ line: ArraySlice<UInt8>) {
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count == 4, let stream = Stream(rawValue: String(decoding: fields[1], as: UTF8.self)) else {
            return nil
        }
        timestamp = String(decoding: fields[0], as: UTF8.self)
        self.stream = stream
        isPartial = fields[2].first == UInt8(ascii: "P")
        text = Array(fields[3])
    }
}
