/// What a reader accepts at most, so that no input can exhaust the machine.
public struct Limits: Sendable, Hashable {
    /// Bytes of a whole file or request. More is refused before it is looked at.
    public var totalBytes: Int
    /// Bytes of one document.
    public var documentBytes: Int
    /// Mappings and sequences inside one another.
    public var depth: Int
    /// Nodes that aliases (`*name`) may add to one document.
    public var aliasedNodes: Int

    /// The standard bounds: the API server takes 3 MiB per object; a file may hold many objects.
    public init(
        totalBytes: Int = 64 << 20,
        documentBytes: Int = 3 << 20,
        depth: Int = 100,
        aliasedNodes: Int = 100_000
    ) {
        // Offsets in a document are 32 bits wide.
        self.totalBytes = min(totalBytes, Int(Int32.max))
        self.documentBytes = documentBytes
        self.depth = depth
        self.aliasedNodes = aliasedNodes
    }

    public static let standard = Limits()

    /// Mistakes that are told of one document at most: each costs a search for its path.
    static let problemsPerDocument = 100
}
