import Cluster
import Controllers
import Journaling
import Model
import Testing
import YAML

@testable import steady

@Suite struct `A journal that is decided once more` {
    /// A daemon's first two turns, in a journal in memory.
    ///
    /// - Parameter edit: makes of the records what another version would have decided.
    private func disk(_ edit: (inout [RecordDraft]) -> Void = { _ in }) throws -> MemoryDisk {
        let disk = MemoryDisk()
        let journal = try LocalJournal(disk: disk)
        defer { journal.close() }
        var plane = ControlPlane(ClusterState(), head: 0, Settings(version: BuildFacts.full))
        let config = try Value.parse(yaml: "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}")
        let key = ObjectKey(.configMap, namespace: "default", name: "c")
        let item = DirectoryStatement.Item(
            key: key,
            configuration: Array(config.json().utf8),
            origin: Origin(path: "c.yaml", line: 1)
        )
        let statement = DirectoryStatement(root: "/m", changed: [item], isComplete: true)
        for (second, input) in [Input.start(StartFacts(seed: 1, version: "test")), .directory(statement)].enumerated() {
            let turn = plane.step([input], now: Timestamp(seconds: 1_800_000_000 + Int64(second)))
            var drafts = turn.records
            if second == 1 { edit(&drafts) }
            let batch = Batch(time: turn.time.nanoseconds, drafts: drafts)
            _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
        }
        return disk
    }

    private func replay(_ disk: MemoryDisk) throws -> JournalReplay {
        try JournalReplay(JournalFiles(disk: disk), seal: nil)
    }

    @Test func `says how many turns came out the same`() throws {
        let outcome = try replay(try disk())

        #expect(outcome.replay.difference == nil && outcome.obstacle == nil)
        #expect(ReplayWords(outcome).lines == ["2 turns up to record \(outcome.head) came out the same"])
    }

    @Test func `shows field by field what comes out otherwise`() throws {
        let disk = try disk { drafts in
            guard let index = drafts.firstIndex(where: { $0.type == .put }) else { return }
            let text = String(decoding: drafts[index].body, as: UTF8.self)
            drafts[index].body = Array(text.replacing("\"a\":\"b\"", with: "\"a\":\"z\"").utf8)
        }

        let outcome = try replay(disk)
        let lines = ReplayWords(outcome).lines

        let difference = try #require(outcome.replay.difference)
        #expect(
            lines.first?.hasPrefix("record \(difference.sequence) comes out otherwise, in the turn of 2027-") == true
        )
        #expect(lines.contains("  data.a: \"z\" → \"b\""), "\(lines)")
        #expect(lines.last == "1 turn before it came out the same")
        #expect(ReplayWords(outcome).value["difference"]?["sequence"]?.int64 == Int64(difference.sequence))
    }

    private func isFromElsewhere(_ drafts: inout [RecordDraft]) {
        guard let index = drafts.firstIndex(where: { $0.type == .turn }) else { return }
        let text = String(decoding: drafts[index].body, as: UTF8.self)
        drafts[index].body = Array(text.replacing(BuildFacts.full, with: "0.0.9 (4f2a1c9)").utf8)
    }

    @Test func `says which builds decided, where another one did`() throws {
        let same = try replay(try disk { isFromElsewhere(&$0) })
        let other = try replay(
            try disk { drafts in
                isFromElsewhere(&drafts)
                drafts.removeLast()
            }
        )

        #expect(
            ReplayWords(same).lines.last
                == "they were decided by Steady \(BuildFacts.full), 0.0.9 (4f2a1c9); this is \(BuildFacts.full)"
        )
        let head = try #require(ReplayWords(other).lines.first)
        #expect(head.hasSuffix("decided by Steady 0.0.9 (4f2a1c9); this is \(BuildFacts.full)"), "\(head)")
        #expect(ReplayWords(same).value["replayedBy"]?.string == BuildFacts.full)
    }

    @Test func `shows what is missing`() throws {
        let disk = try disk { drafts in drafts.removeLast() }

        let lines = ReplayWords(try replay(disk)).lines

        #expect(lines.contains("  the journal holds  nothing more"), "\(lines)")
        #expect(lines.contains("  and now comes      put configmaps/default/c"), "\(lines)")
    }

    /// A journal whose first turns are no longer kept, by a daemon that took failing updates back and the next one,
    /// which doesn't.
    private func diskOfTheMidst(snapshots edit: ([Record]) -> [Record] = { $0 }) throws -> MemoryDisk {
        let disk = MemoryDisk()
        var options = LocalJournal.Options()
        options.segmentBytes = 700
        options.maximumBytes = 1
        let journal = try LocalJournal(disk: disk, options: options)
        defer { journal.close() }
        var plane = ControlPlane(ClusterState(), head: 0, Settings(rollback: .auto))
        for number in 0..<8 {
            let isStart = number % 7 == 0
            if isStart, number > 0 { plane = ControlPlane(plane.state, head: journal.head, Settings()) }
            let key = ObjectKey(.configMap, namespace: "default", name: "c\(number)")
            let words = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\(number)\"}}"
            let item = DirectoryStatement.Item(
                key: key,
                configuration: Array(words.utf8),
                origin: Origin(path: "c.yaml", line: 1)
            )
            let input =
                isStart
                ? Input.start(StartFacts(seed: 1, version: "test"))
                : .directory(DirectoryStatement(root: "/m", changed: [item], isComplete: false))
            let turn = plane.step([input], now: Timestamp(seconds: 1_800_000_000 + Int64(number)))
            let batch = Batch(time: turn.time.nanoseconds, drafts: turn.records)
            _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
            if number == 3 || number == 4 {
                try journal.writeSnapshot(
                    at: journal.head,
                    time: turn.time.nanoseconds,
                    records: edit(plane.state.snapshotRecords)
                )
            }
        }
        try journal.maintain(now: 1_800_000_100_000_000_000)
        return disk
    }

    @Test func `begins in the midst as the daemon of then was set up`() throws {
        let outcome = try replay(try diskOfTheMidst())

        #expect(outcome.beginning > 0 && outcome.replay.difference == nil && outcome.obstacle == nil)
        #expect(!outcome.assumesSettings)
        #expect(outcome.replay.turns > 1)
    }

    @Test func `says that it assumes how the daemon was set up, where an older one did not record it`() throws {
        let outcome = try replay(try diskOfTheMidst { $0.filter { $0.type != .input } })

        #expect(outcome.beginning > 0 && outcome.assumesSettings)
        #expect(ReplayWords(outcome).lines.contains { $0.hasPrefix("how the daemon was set up") })
    }

    @Test func `is told that there is none where there is none`() throws {
        #expect(throws: Failure.self) { try replay(MemoryDisk()) }
    }
}
