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
        var plane = ControlPlane(ClusterState(), head: 0)
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

    @Test func `shows what is missing`() throws {
        let disk = try disk { drafts in drafts.removeLast() }

        let lines = ReplayWords(try replay(disk)).lines

        #expect(lines.contains("  the journal holds  nothing more"), "\(lines)")
        #expect(lines.contains("  and now comes      put configmaps/default/c"), "\(lines)")
    }

    @Test func `is told that there is none where there is none`() throws {
        #expect(throws: Failure.self) { try replay(MemoryDisk()) }
    }
}
