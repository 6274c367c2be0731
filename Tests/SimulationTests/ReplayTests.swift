import Cluster
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

    /// As of a journal whose beginning is no longer kept: from a snapshot in the midst of a daemon's life.
    @Test(arguments: Seeds.chosen.prefix(8))
    func `comes out the same from any turn on`(seed: UInt64) throws {
        var world = SimulatedWorld(seed: seed)
        let result = world.run()
        try #require(result.violation == nil)
        let journal = try #require(world.journal)
        var turns: [UInt64] = []
        var settings: Settings?
        try journal.read(1...journal.head) { record in
            if record.type == .turn { turns.append(record.sequence) }
            settings = settings ?? Replay.settings(in: record)
        }

        for turn in turns.dropFirst().enumerated().filter({ $0.offset % (turns.count / 5 + 1) == 3 }).map(\.element) {
            let seal = world.beginning.seals.seal
            let state = try Replay.state(at: turn - 1, seal: seal) { try journal.recover(through: turn - 1, $0) }
            var replay = Replay(from: state, settings ?? Settings())
            try journal.read(turn...journal.head) { try replay.take($0) }
            try replay.finish()
            if let difference = replay.difference { Issue.record("seed \(seed) from \(turn): \(difference)") }
            #expect(replay.turns > replay.doubtfulTurns)
        }
    }

    /// As where Secrets came in with them, and whoever replays it has no key.
    @Test(arguments: Seeds.chosen.prefix(8))
    func `comes out the same around turns that can't be decided`(seed: UInt64) throws {
        var world = SimulatedWorld(seed: seed)
        let result = world.run()
        try #require(result.violation == nil)
        let journal = try #require(world.journal)

        var replay = Replay()
        var inputs = 0
        try journal.read(1...journal.head) { record in
            var record = record
            inputs += record.type == .input ? 1 : 0
            if record.type == .input, inputs % 7 == 3 {
                record.body += Array(",\"left\":[\"secrets/g/s\"],\"sealed\":\"\"".utf8)
            }
            try replay.take(record)
        }
        try replay.finish()

        if let difference = replay.difference { Issue.record("seed \(seed): \(difference)") }
        #expect(replay.sealedTurns > 0 && replay.turns > replay.sealedTurns + replay.doubtfulTurns)
    }
}
