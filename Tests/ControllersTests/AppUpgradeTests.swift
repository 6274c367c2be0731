import Testing

@testable import Controllers

/// Marathon's rolling upgrade, told by its own examples.
@Suite struct `Upgrading apps` {
    @Test func `by default all new ones start at once, and an old one goes for each that is ready`() {
        #expect(step(4, (1, 1), old: 4) == Step(kills: 0, starts: 4))
        #expect(step(4, (1, 1), old: 4, new: 4, healthyNew: 1) == Step(kills: 1, starts: 0))
        #expect(step(4, (1, 1), old: 1, new: 4, healthyNew: 4) == Step(kills: 1, starts: 0))
    }

    @Test func `half may be missing: they go first, and new ones come when they are gone`() {
        #expect(step(4, (0.5, 0), old: 4) == Step(kills: 2, starts: 0))
        #expect(step(4, (0.5, 0), old: 2, leaving: 2) == Step(kills: 0, starts: 0))
        #expect(step(4, (0.5, 0), old: 2) == Step(kills: 0, starts: 2))
        #expect(step(4, (0.5, 0), old: 2, new: 2, healthyNew: 1) == Step(kills: 1, starts: 0))
    }

    @Test func `where nothing may be missing or added, one is added once all are healthy`() {
        #expect(step(4, (1, 0), old: 4) == Step(kills: 0, starts: 1))
        #expect(step(4, (1, 0), old: 4, new: 1, healthyNew: 1) == Step(kills: 1, starts: 0))
        #expect(step(4, (1, 0), old: 3, new: 1, healthyNew: 1, leaving: 1) == Step(kills: 0, starts: 0))
        #expect(step(4, (1, 0), old: 3, new: 1, healthyNew: 1) == Step(kills: 0, starts: 1))
    }

    @Test func `where one is not healthy, it makes room instead`() {
        #expect(step(4, (1, 0), old: 4, healthyOld: 3) == Step(kills: 1, starts: 0))
        #expect(step(4, (1, 0), old: 3, leaving: 1) == Step(kills: 0, starts: 0))
        #expect(step(4, (1, 0), old: 3) == Step(kills: 0, starts: 1))
    }

    @Test func `an app that keeps data goes one below`() {
        #expect(step(4, (1, 0), isResident: true, old: 4) == Step(kills: 1, starts: 0))
        #expect(step(4, (1, 0), isResident: true, old: 3, leaving: 1) == Step(kills: 0, starts: 0))
        #expect(step(4, (1, 0), isResident: true, old: 3) == Step(kills: 0, starts: 1))
    }

    @Test func `of a single instance there are never two, be one on its way out`() {
        #expect(step(1, (0, 0), old: 1) == Step(kills: 1, starts: 0))
        #expect(step(1, (0, 0), old: 0, leaving: 1) == Step(kills: 0, starts: 0))
        #expect(step(1, (0, 0), old: 0) == Step(kills: 0, starts: 1))
    }

    @Test func `more than are wanted go though none of them came up`() {
        #expect(step(4, (1, 1), old: 8, healthyOld: 0) == Step(kills: 4, starts: 0))
        #expect(step(4, (1, 1), old: 4, healthyOld: 0, leaving: 4) == Step(kills: 0, starts: 0))
        #expect(step(4, (1, 1), old: 4, healthyOld: 0) == Step(kills: 0, starts: 4))
    }

    @Test func `whatever goes first, an upgrade comes to its end and keeps its bounds`() {
        for wanted in 1...5 {
            for health in [0, 0.5, 1] {
                for surplus in [0, 0.5, 1] {
                    for isResident in [false, true] where !isResident || surplus == 0 {
                        run(wanted, (health, surplus), isResident)
                    }
                }
            }
        }
    }

    /// Plays an upgrade in which all goes well: what leaves is gone after a step, what starts is healthy after one.
    private func run(_ wanted: Int, _ capacity: (Double, Double), _ isResident: Bool) {
        let bounds = self.bounds(wanted, capacity, isResident)
        var (old, new, healthyNew, leaving) = (wanted, 0, 0, 0)
        for _ in 0..<40 {
            let next = step(
                wanted,
                capacity,
                isResident: isResident,
                old: old,
                new: new,
                healthyNew: healthyNew,
                leaving: leaving
            )
            let healthy = old + healthyNew
            #expect(next.kills == 0 || healthy - next.kills >= bounds.fewestHealthy(healthy: healthy))
            #expect(old + new + leaving + next.starts <= bounds.most(healthy: healthy, whileReplacing: true))
            (healthyNew, leaving) = (new, next.kills)
            old -= next.kills
            new += next.starts
        }
        #expect((old, new) == (0, wanted), "\(wanted) \(capacity) \(isResident)")
    }

    // MARK: Given

    private struct Step: Equatable {
        var kills: Int
        var starts: Int
    }

    private func step(
        _ wanted: Int,
        _ capacity: (Double, Double),
        isResident: Bool = false,
        old: Int,
        healthyOld: Int? = nil,
        new: Int = 0,
        healthyNew: Int = 0,
        leaving: Int = 0
    ) -> Step {
        let upgrade = AppUpgrade(
            instances: wanted,
            bounds: bounds(wanted, capacity, isResident),
            old: old,
            healthyOld: healthyOld ?? old,
            new: new,
            healthyNew: healthyNew,
            leaving: leaving
        )
        return Step(kills: upgrade.kills, starts: upgrade.starts)
    }

    private func bounds(_ wanted: Int, _ capacity: (Double, Double), _ isResident: Bool) -> AppBounds {
        AppBounds(
            instances: wanted,
            minimumHealthCapacity: capacity.0,
            maximumOverCapacity: capacity.1,
            isResident: isResident
        )
    }
}
