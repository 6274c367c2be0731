/// When a directory that changes is quiet enough to be read.
///
/// A change waits for the quiet time to pass with no other; each one that comes meanwhile begins it anew, up to the
/// longest wait. So a single edit is read 50 ms after it, and a copied tree once, when it is whole. While somebody still
/// writes to a file, the longest wait is given at once. While git holds its lock, a checkout is under way, and nothing is
/// read until it is gone or has grown implausibly old.
///
/// Worked example: edits at 0, 30 and 70 ms are read at 120 ms; an edit every 40 ms for ever is read every 2 s.
public struct Settling: Sendable, Hashable {
    public struct Bounds: Sendable, Hashable {
        public var quiet: Duration = .milliseconds(50)
        public var longest: Duration = .seconds(2)
        /// A git that was killed leaves its lock behind: it must not stop the directory for ever.
        public var lock: Duration = .seconds(10)

        public init() {}
    }

    /// What keeps a quiet directory from being read.
    public enum Hold: Sendable, Hashable {
        case none
        case writing
        case locked
    }

    public var bounds: Bounds
    private var first: Duration?
    private var last: Duration = .zero

    public init(bounds: Bounds = Bounds()) {
        self.bounds = bounds
    }

    public var isUnderWay: Bool { first != nil }

    /// A change was seen.
    ///
    /// - Parameter now: on any clock that never goes back, the same one in all calls.
    public mutating func noticed(at now: Duration) {
        if first == nil { first = now }
        last = now
    }

    /// When to read; nil when nothing waits.
    public func due(_ hold: Hold = .none) -> Duration? {
        guard let first else { return nil }
        return switch hold {
        case .none: min(last + bounds.quiet, first + bounds.longest)
        case .writing: first + bounds.longest
        case .locked: last + bounds.lock
        }
    }

    /// Whether what is noticed now can still wait for quiet.
    func mayWait(at now: Duration) -> Bool {
        guard let first else { return false }
        return now < first + bounds.longest
    }

    /// What was noticed has been read.
    public mutating func read() {
        first = nil
    }
}
