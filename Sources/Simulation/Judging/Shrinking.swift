/// Finds the shortest story that still ends badly in the same way.
///
/// Parts of it are left out, many at once and then one by one, and what it has to bear is made easier, as long as the
/// same promise is broken. What happens by chance happens otherwise then: a part whose absence seemed to matter may
/// not, but what is left is enough.
public struct Shrinking {
    /// The shortest story that was found.
    public private(set) var script: Script
    /// How it ends.
    public private(set) var result: SimulationResult
    /// How many worlds were tried.
    public private(set) var attempts = 0

    private let limit: Int
    private let run: (Script) -> SimulationResult

    /// - Parameters:
    ///   - script: one that ends badly.
    ///   - limit: worlds that are tried at most.
    ///   - run: runs a world by a script, as it was run when it ended badly.
    public init(_ script: Script, limit: Int = 400, run: @escaping (Script) -> SimulationResult) {
        self.script = script
        self.limit = limit
        self.run = run
        result = run(script)
    }

    /// Nil for a script that ends well.
    public static func shortest(
        of script: Script,
        limit: Int = 400,
        promise: SimulatedWorld.Promise? = nil
    ) -> Shrinking? {
        var shrinking = Shrinking(script, limit: limit) { script in
            var world = SimulatedWorld(script, promise: promise)
            return world.run()
        }
        guard shrinking.result.violation != nil else { return nil }
        shrinking.shrink()
        return shrinking
    }

    /// What happens in it, for people: the story as it was written, and how it went.
    public func lines(promise: SimulatedWorld.Promise? = nil) -> [String] {
        var world = SimulatedWorld(script, tellsStory: true, promise: promise)
        return script.lines + [""] + world.run().story
    }

    mutating func shrink() {
        var isSmaller = true
        while isSmaller, attempts < limit {
            isSmaller = leaveOutChapters()
            if makeSimpler() { isSmaller = true }
        }
    }

    /// First half of the chapters at once, then a quarter, ... then each alone.
    private mutating func leaveOutChapters() -> Bool {
        let before = script.chapters.count
        var size = max(before / 2, 1)
        while true {
            var end = script.chapters.count
            // What comes last is rather without consequence.
            while end > 0 {
                let start = max(0, end - size)
                take(script.leavingOut(start..<end))
                end = start
            }
            if size == 1 { return script.chapters.count < before }
            size /= 2
        }
    }

    private mutating func makeSimpler() -> Bool {
        var wasMadeSimpler = false
        var place = 0
        while attempts < limit {
            let candidates = script.simplerOnes
            guard place < candidates.count else { break }
            // The way that was taken is no longer offered: at its place stands the next one.
            if take(candidates[place]) { wasMadeSimpler = true } else { place += 1 }
        }
        return wasMadeSimpler
    }

    /// Keeps the script if it still breaks the same promise.
    @discardableResult
    private mutating func take(_ candidate: Script) -> Bool {
        guard attempts < limit else { return false }
        attempts += 1
        let found = run(candidate)
        guard let violation = found.violation, let known = result.violation, Self.isSame(violation, known) else {
            return false
        }
        (script, result) = (candidate, found)
        return true
    }

    /// Whether two complaints are about the same promise: they differ in names and numbers at most.
    private static func isSame(_ left: String, _ right: String) -> Bool { gist(left) == gist(right) }

    /// Up to the details, and without what has digits or brackets in it.
    private static func gist(_ complaint: String) -> [Substring] {
        let main = complaint.split(separator: ":", maxSplits: 1).first ?? ""
        return main.split(separator: " ").filter { word in
            !word.contains { $0.isNumber || "[]/-".contains($0) } && !Self.names.contains(word)
        }
    }

    private static let names: Set<Substring> = ["web", "api", "job", "settings"]
}
