/// What came of the same rehearsal with several seeds.
public struct RehearsalSummary: Sendable {
    /// The one to look at first: a bad one if there is any, else the slowest. Of equals the one with the lowest seed.
    public private(set) var worst: RehearsalResult?
    public private(set) var count = 0
    /// Seeds that went badly, in no particular order.
    public private(set) var badSeeds: [UInt64] = []
    /// How long it took until all was rolled out, where it was; in no particular order.
    public private(set) var durations: [Duration] = []

    public init() {}

    public var isGood: Bool { badSeeds.isEmpty }

    public mutating func take(_ result: RehearsalResult) {
        count += 1
        if !result.isGood { badSeeds.append(result.seed) }
        if let duration = result.rolledOutAfter { durations.append(duration) }
        consider(result)
    }

    public mutating func take(_ other: RehearsalSummary) {
        count += other.count
        badSeeds += other.badSeeds
        durations += other.durations
        if let worst = other.worst { consider(worst) }
    }

    private mutating func consider(_ result: RehearsalResult) {
        guard let worst, !result.isWorse(than: worst) else {
            worst = result
            return
        }
    }
}

extension RehearsalResult {
    /// By how many problems there are, how few pods were ready at the least, and how long it took; then by seed.
    fileprivate func isWorse(than other: RehearsalResult) -> Bool {
        if problems.count != other.problems.count { return problems.count > other.problems.count }
        let (short, otherShort) = (shortage, other.shortage)
        if short != otherShort { return short > otherShort }
        let (time, otherTime) = (rolledOutAfter ?? Rehearsal.horizon, other.rolledOutAfter ?? Rehearsal.horizon)
        return time == otherTime ? seed < other.seed : time > otherTime
    }

    /// Pods that were missing at the worst moments.
    private var shortage: Int {
        workloads.reduce(0) { $0 + max($1.readyBefore, $1.wanted) - ($1.leastReady ?? 0) }
    }
}
