/// Why the journal could not do what it was asked, in words that name the file.
public struct JournalError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// The caller's head or epoch is not the journal's: somebody else has written. Nothing was written.
        case fenced
        /// The batch can't be written as it is (its message says which draft and why). Nothing was written.
        case invalidBatch
        /// The disk is full. Nothing of the batch remains; a later append may succeed.
        case full
        /// The disk failed (`systemError` says how). Nothing of the batch remains; a later append may succeed.
        case disk
        /// A failure that leaves open what is on the disk, such as a sync that failed. Whether the batch survives
        /// shows when the journal is opened anew; until then every append is refused.
        case stopped
        /// Records that no snapshot covers are damaged; `repair` is needed before anything can be written.
        case readOnly
        /// Another process, or another part of this one, has the journal open.
        case inUse
        /// The files were written by a newer Steady. Nothing was touched.
        case unsupportedFormat
        /// What was asked for is no longer kept, or is lost in a gap.
        case unavailable
        /// The snapshot can't be written as it is: it is later than the head, or holds a record that is later than it.
        case invalidSnapshot
    }

    public var code: Code
    /// What was done, to what, and what went wrong:
    /// `write 00000000000000000001.journal: No space left on device`.
    public var message: String
    /// The system's error number, where there is one.
    public var systemError: Int32?

    public init(_ code: Code, _ message: String, systemError: Int32? = nil) {
        self.code = code
        self.message = message
        self.systemError = systemError
    }

    public var description: String { message }

    static func unsupportedFormat(_ name: String, _ version: UInt64) -> JournalError {
        JournalError(
            .unsupportedFormat,
            "read \(name): its format is version \(version), which only a newer Steady can read"
        )
    }
}
