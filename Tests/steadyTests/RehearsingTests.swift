import Cluster
import Controllers
import Journaling
import Model
import Simulation
import Testing
import YAML

@testable import steady

@Suite struct RehearsingTests {
    @Test(arguments: [
        ("4cpu,16Gi", 4000, 16 << 30, 1000), ("500m,2Gi", 500, 2 << 30, 1000),
        ("1.5,512Mi,20pods", 1500, 512 << 20, 20),
        ("2,1GiB,7", 2000, 1 << 30, 7),
    ])
    func `sizes of nodes are read`(text: String, milliCPU: Int, memoryBytes: Int, pods: Int) throws {
        let size = try NodeSize(parsing: text)

        #expect((size.milliCPU, size.memoryBytes, size.pods) == (milliCPU, memoryBytes, pods))
    }

    @Test(arguments: [
        ("node=n3@30s", RehearsedFault.node("n3", at: .seconds(30))),
        ("node=n3@1m+2m30s", .node("n3", at: .seconds(60), returningAfter: .seconds(150))),
        ("crash=web:10%", .crash("web", perMille: 100)),
        ("crash=web:0.5%", .crash("web", perMille: 5)),
    ])
    func `faults are read`(text: String, fault: RehearsedFault) throws {
        #expect(try FaultWords.fault(text) == fault)
    }

    @Test(arguments: [
        "", "node", "node=", "node=n3", "node=@3s", "node=n3@", "node=n3@x", "node=n3@1s+", "node=n3@1s+2s+3s",
        "node=n3@2h", "crash=web", "crash=web:", "crash=web:10", "crash=:10%", "crash=web:101%", "crash=web:-1%",
        "crash=web:nan%", "disk=full",
    ])
    func `what is no fault is told what is one`(text: String) {
        let error = #expect(throws: (any Error).self) { try FaultWords.fault(text) }

        #expect("\(error.map { "\($0)" } ?? "")".contains("such as node=n3@30s"))
    }

    @Test(arguments: ["", "4cpu", "4cpu,", "x,1Gi", "0,1Gi", "1,1Gi,0", "1,1Gi,1,1", "-1,1Gi"])
    func `what is no size is told what is one`(text: String) {
        #expect(throws: (any Error).self) { try NodeSize(parsing: text) }
    }

    @Test func `the state is what the journal tells, with the settings of its last daemon`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal(disk: disk)
        var settings = Settings()
        settings.rollback = .auto
        var plane = ControlPlane(ClusterState(), head: 0, settings)
        var node = Node()
        node.metadata.name = "here"
        let turn = plane.step([.start(StartFacts(seed: 1, version: "test")), .node(node)], now: Timestamp(seconds: 10))
        let batch = Batch(time: turn.time.nanoseconds, drafts: turn.records)
        _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
        journal.close()

        let live = try LiveState(JournalFiles(disk: disk), seal: nil)

        #expect(live.state.objects(of: .node).map(\.key.name) == ["here"])
        #expect(live.settings.rollback == .auto && live.notes.isEmpty)
    }
}
