import Glibc
import Simulation

/// The same change, rehearsed with several seeds, as many at a time as there are processors.
struct ManyRehearsals {
    let rehearsal: Rehearsal
    let seeds: [UInt64]

    init(_ rehearsal: Rehearsal, seeds: [UInt64]) {
        self.rehearsal = rehearsal
        self.seeds = seeds
    }

    func run() async -> RehearsalSummary {
        let lanes = min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), seeds.count)
        return await withTaskGroup(of: RehearsalSummary.self) { group in
            for lane in 0..<lanes {
                let own = stride(from: lane, to: seeds.count, by: lanes).map { seeds[$0] }
                group.addTask { [rehearsal] in await onThread("rehearse-\(lane)") { Self.run(rehearsal, own) } }
            }
            var summary = RehearsalSummary()
            for await part in group { summary.take(part) }
            return summary
        }
    }

    private static func run(_ rehearsal: Rehearsal, _ seeds: [UInt64]) -> RehearsalSummary {
        var summary = RehearsalSummary()
        for seed in seeds { summary.take(rehearsal.run(seed: seed)) }
        return summary
    }
}
