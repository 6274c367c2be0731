/// How a workload fares in a rehearsal.
struct WorkloadCourse: Sendable {
    var wantedBefore = 0
    var readyBefore = 0
    /// Nil for one that was not there.
    var generationBefore: Int?
    /// Since when all of it has been as it is stated; nil while it is not.
    private(set) var throughSince: Duration?
    /// It was as stated at one time or another.
    private(set) var hasBeenThrough: Bool
    /// Nil for one that was not up yet.
    private(set) var leastReady: Int?
    var restarts = 0
    /// Why an update was taken back; nil where none was.
    var rolledBack: String?
    /// It was stated otherwise, and is not through with that.
    var isUpdating = false
    /// Something came or went.
    var isTouched = false

    init(
        wantedBefore: Int = 0,
        readyBefore: Int = 0,
        generationBefore: Int? = nil,
        throughSince: Duration? = nil
    ) {
        self.wantedBefore = wantedBefore
        self.readyBefore = readyBefore
        self.generationBefore = generationBefore
        self.throughSince = throughSince
        hasBeenThrough = throughSince != nil
        leastReady = readyBefore > 0 ? readyBefore : nil
    }

    /// Takes in how it stands now. Returns whether it has just become as it is stated.
    mutating func note(ready: Int, isThrough: Bool, _ after: Duration) -> Bool {
        let isNews = isThrough && throughSince == nil
        if isNews { throughSince = after }
        if !isThrough {
            throughSince = nil
            isTouched = true
        }
        // What comes up for the first time has no least before it is up.
        if hasBeenThrough || isThrough || readyBefore > 0 { leastReady = min(leastReady ?? ready, ready) }
        hasBeenThrough = hasBeenThrough || isThrough
        return isNews
    }
}

/// How many ready endpoints a Service leads to in a rehearsal.
struct ServiceCourse: Sendable {
    /// Nil for one that was not there.
    let before: Int?
    private(set) var now: Int
    private(set) var fewest: Int
    /// When it first led to that few.
    private(set) var fewestAfter = Duration.zero

    init(before: Int?) {
        self.before = before
        now = before ?? 0
        fewest = now
    }

    mutating func note(_ count: Int, _ after: Duration) {
        now = count
        guard count < fewest else { return }
        fewest = count
        fewestAfter = after
    }
}

/// What became of a workload's pods in one turn.
public struct PodDeeds: Sendable, Hashable {
    /// Bound to a node, by its name.
    public var starts: [String: Int] = [:]
    public var ready = 0
    public var unready = 0
    /// Told to end.
    public var stops = 0
    public var gone = 0
    /// Containers that were started again.
    public var restarts = 0

    var isEmpty: Bool { self == PodDeeds() }

    init(unready: Int = 0) { self.unready = unready }
}
