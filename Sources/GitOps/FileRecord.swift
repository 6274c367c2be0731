import YAML

/// What is remembered of one file between two readings.
struct FileRecord: Sendable {
    /// As it was when it was read; nil when it could not be.
    var status: FileStatus?
    /// Whether an equal status means equal content.
    var isTrusted = false
    var digest: ContentDigest?
    /// The last good content, in force.
    var statements: [ManifestContent.Statement] = []
    var problems: [Problem] = []
    /// Whether it could be read and understood this time.
    var isGood = false
    /// Whether it ever could.
    var wasGood = false
    var commit: GitCommit?
}

/// Tells one content from another within this process: 128 bits of two seeded hashes, and the length.
struct ContentDigest: Sendable, Hashable {
    private var first: Int
    private var second: Int
    private var count: Int

    init(_ bytes: [UInt8]) {
        count = bytes.count
        first = Self.hash(bytes, salt: 1)
        second = Self.hash(bytes, salt: 2)
    }

    private static func hash(_ bytes: [UInt8], salt: UInt8) -> Int {
        var hasher = Hasher()
        hasher.combine(salt)
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}
