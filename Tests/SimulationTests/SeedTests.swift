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
        guard let violation = result.violation else {
            if Seeds.isAlone { print(Seeds.story(of: seed)) }
            return
        }
        Issue.record("seed \(seed): \(violation)\n\(Seeds.story(of: seed))")
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
