import Glibc
import Simulation
import Testing

/// Worlds from seeds. `STEADY_SEEDS=2000 swift test --filter Simulation` runs more of them; `STEADY_SEED=123` runs one
/// and prints its story.
///
/// A world takes about 0.2 s of one core, deciders being optimised in debug builds, too.
@Suite struct `Simulated worlds` {
    @Test(arguments: Seeds.chosen)
    func `a world keeps its promises, and comes to rest`(seed: UInt64) {
        var world = SimulatedWorld(seed: seed)
        let result = world.run()
        if Seeds.isAlone { print(Seeds.story(of: seed)) }
        guard let violation = result.violation else { return }
        Issue.record("seed \(seed): \(violation)\n\(Seeds.shortest(of: seed))")
    }

    @Test func `the same seed gives the same run`() {
        for seed in [1, 2, 3] as [UInt64] {
            var first = SimulatedWorld(seed: seed, tellsStory: true)
            var second = SimulatedWorld(seed: seed, tellsStory: true)
            #expect(first.run().story == second.run().story)
        }
    }
}

enum Seeds {
    /// Whether one seed was asked for.
    static var isAlone: Bool { number("STEADY_SEED") != nil }

    static var chosen: [UInt64] {
        if let one = number("STEADY_SEED") { return [one] }
        return Array(1...(number("STEADY_SEEDS") ?? 500))
    }

    /// The shortest story that ends as badly.
    static func shortest(of seed: UInt64) -> String {
        guard let shrinking = Shrinking.shortest(of: Script(seed: seed)) else { return story(of: seed) }
        let lines = ["In short, after \(shrinking.attempts) attempts:"] + shrinking.lines()
        let how = "STEADY_SEED=\(seed) swift test --filter Simulation tells all of it."
        return (lines.prefix(60) + (lines.count > 160 ? ["..."] : []) + lines.dropFirst(60).suffix(100) + [how])
            .joined(separator: "\n")
    }

    /// What led to the end, in its last lines, and how to see the rest.
    static func story(of seed: UInt64) -> String {
        var world = SimulatedWorld(seed: seed, tellsStory: true)
        let lines = world.run().story
        let shown = isAlone ? lines[...] : lines.suffix(60)
        return shown.joined(separator: "\n") + "\nSTEADY_SEED=\(seed) swift test --filter Simulation tells all of it."
    }

    private static func number(_ name: String) -> UInt64? {
        getenv(name).flatMap { UInt64(String(cString: $0)) }
    }
}
