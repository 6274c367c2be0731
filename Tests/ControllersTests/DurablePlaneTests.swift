import Cluster
import Controllers
import Journaling
import Model
import Testing

@Suite struct `While the disk takes nothing` {
    @Test func `it is tried again within a second, though the clock is set back`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal(disk: disk, options: LocalJournal.Options())
        var plane = DurablePlane(ControlPlane(ClusterState(), head: 0), journal)
        let now = Timestamp(seconds: 1_800_000_000)
        disk.capacity = 0
        _ = plane.take([.start(StartFacts(seed: 1, version: "test"))], now: now)

        for hours in 0..<3 {
            let past = now + .seconds(-3600 * hours)
            guard case .postponed(let postponement) = plane.take([.timer], now: past) else {
                Issue.record("it was written")
                return
            }
            #expect(postponement.wait <= .seconds(1))
        }
        disk.capacity = nil

        guard case .done(let turn) = plane.take([.timer], now: now + .seconds(-7200)) else {
            Issue.record("it was not written")
            return
        }
        #expect(!turn.isEmpty && plane.writeProblem == nil)
    }
}
