/// One line of the journal: something that was put in, decided or changed, with its number and its causes.
public struct Record: Sendable, Equatable {
    /// Its number, unique in this journal and greater than that of every record before it.
    public var sequence: UInt64
    /// When its batch was decided, in nanoseconds since 1970 (UTC).
    public var time: Int64
    /// The numbers of the records that it rests on, each smaller than its own.
    public var causes: [UInt64]
    public var type: RecordType
    /// What it is about (`pods/default/web-1`); the journal finds all records of a key again.
    public var key: String?
    /// The inner bytes of a JSON object, braces left out: `"object":{...},"by":"api"`. May be empty. The journal
    /// never looks into it.
    public var body: [UInt8]

    public init(
        sequence: UInt64,
        time: Int64,
        causes: [UInt64] = [],
        type: RecordType,
        key: String? = nil,
        body: [UInt8] = []
    ) {
        self.sequence = sequence
        self.time = time
        self.causes = causes
        self.type = type
        self.key = key
        self.body = body
    }
}

/// What sort of thing a record says. An open set: the journal itself knows only `commit`.
public struct RecordType: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// One to 32 lower-case letters, digits or hyphens; a batch with another is refused.
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }

    /// Opens the batch of one step of the control plane.
    public static let turn: RecordType = "turn"
    /// What came from outside: a set of files, a call, a node's observation, a timer.
    public static let input: RecordType = "input"
    /// An object's new state, whole.
    public static let put: RecordType = "put"
    /// An object's end.
    public static let delete: RecordType = "delete"
    /// Something that happened and changes no object.
    public static let event: RecordType = "event"
    /// Ends a batch: what stands before it is durable as a whole. Written by the journal alone, never handed out.
    public static let commit: RecordType = "commit"
}

/// What a record rests on.
public enum Cause: Hashable, Sendable {
    /// A record that has a number already.
    case sequence(UInt64)
    /// The draft at this index of the same batch, which must stand before the one that names it.
    case inBatch(Int)
}

/// What a record says, before it has a number.
public struct RecordDraft: Sendable, Equatable {
    public var type: RecordType
    public var key: String?
    public var causes: [Cause]
    /// As `Record.body`. It must hold no byte below 0x20 (JSON escapes them), since a record is a line, and must not
    /// repeat the names `seq`, `time`, `causes`, `type`, `key` and `crc`, which the journal writes.
    public var body: [UInt8]

    public init(type: RecordType, key: String? = nil, causes: [Cause] = [], body: [UInt8] = []) {
        self.type = type
        self.key = key
        self.causes = causes
        self.body = body
    }
}

/// Records that become durable together or not at all: one turn.
public struct Batch: Sendable, Equatable {
    /// The time of all its records, in nanoseconds since 1970 (UTC).
    public var time: Int64
    public var drafts: [RecordDraft]

    /// A turn is never split. It is meant to stay under 1 MiB; beyond this many bytes it is refused.
    public static let maximumBytes = 64 << 20

    public init(time: Int64, drafts: [RecordDraft]) {
        self.time = time
        self.drafts = drafts
    }
}
