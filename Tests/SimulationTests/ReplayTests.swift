import Controllers
import Journaling
import Simulation
import Testing

@Suite struct `A world's journal` {
    @Test(arguments: Seeds.chosen.prefix(8))
    func `comes out byte for byte when its turns are decided once more`(seed: UInt64) throws {
        var world = SimulatedWorld(seed: seed)
        let result = world.run()
        try #require(result.violation == nil)
        let journal = try #require(world.journal)

        var replay = Replay(from: world.beginning)
        try journal.read(1...journal.head) { try replay.take($0) }
        try replay.finish()

        if let difference = replay.difference { Issue.record("seed \(seed): \(difference)") }
        #expect(replay.turns > 0)
    }
}
