public import Journaling

/// Why the cluster's state can't be told from the journal.
public enum ClusterError: Error, Sendable, CustomStringConvertible {
    /// A record whose checksum is right and whose words are not: another version wrote it.
    case unreadable(Record, String)

    public var description: String {
        switch self {
        case .unreadable(let record, let why):
            "reading record \(record.sequence) (\(record.type)) of the journal: \(why)"
        }
    }
}
