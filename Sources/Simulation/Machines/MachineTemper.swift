/// How fast a fake machine is, and how often what it is told to do fails.
public struct MachineTemper: Sendable, Hashable {
    /// Milliseconds.
    public var sandboxDelay: ClosedRange<Int>
    public var startDelay: ClosedRange<Int>
    /// From a signal to the end of a process that minds it.
    public var endDelay: ClosedRange<Int>
    /// From something that happens to its notice.
    public var noticeDelay: ClosedRange<Int>
    /// Each in a thousand.
    public var sandboxFailures: Int
    public var startFailures: Int
    public var lostNotices: Int
    public var doubledNotices: Int

    /// A quick machine on which everything works.
    public static let calm = MachineTemper()

    private init() {
        sandboxDelay = 1...5
        startDelay = 1...5
        endDelay = 0...20
        noticeDelay = 0...1
        (sandboxFailures, startFailures, lostNotices, doubledNotices) = (0, 0, 0, 0)
    }

    init(_ chance: inout Chance) {
        self.init()
        sandboxDelay = chance.pick([1...5, 1...300, 100...8000]) ?? 1...5
        startDelay = chance.pick([1...5, 1...300, 100...8000]) ?? 1...5
        endDelay = chance.pick([0...20, 0...3000]) ?? 0...20
        // Wider than the others: notices overtake each other then.
        noticeDelay = chance.pick([0...0, 0...1, 0...2000]) ?? 0...1
        if chance.happens(400) { sandboxFailures = chance.below(300) }
        if chance.happens(400) { startFailures = chance.below(300) }
        if chance.happens(300) { lostNotices = chance.below(150) }
        if chance.happens(500) { doubledNotices = chance.below(300) }
    }
}
