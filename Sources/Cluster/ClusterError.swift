public import Journaling

/// Why the cluster's state can't be told from the journal.
public enum ClusterError: Error, Sendable, CustomStringConvertible {
    /// A record whose checksum is right and whose words are not: another version wrote it.
    case unreadable(Record, String)
    /// A Secret that is sealed, and no key to open it.
    case sealed(Record)
    /// A Secret that the key does not open: it was sealed with another, or something in it was changed.
    case notOpened(Record)

    public var description: String {
        switch self {
        case .unreadable(let record, let why):
            "\(Self.place(record)): \(why)"
        case .sealed(let record):
            "\(Self.place(record)): its secret is sealed, and there is no key"
        case .notOpened(let record):
            "\(Self.place(record)): the key does not open its secret"
        }
    }

    private static func place(_ record: Record) -> String {
        "reading record \(record.sequence) (\(record.type) \(record.key ?? "")) of the journal"
    }
}
