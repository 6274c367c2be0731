import Cluster
import Controllers
import Driving
import Glibc
import Journaling
import Model
import Server

/// Runs the body with a real control plane on a journal in memory, on a thread of its own, without nodes.
func withLiveCluster(
    on disk: MemoryDisk = MemoryDisk(),
    _ body: (ControlPlaneDriver) async throws -> Void
) async throws {
    let journal = try LocalJournal(disk: disk)
    let driver = ControlPlaneDriver(ClusterState(), journal: journal) { Timestamp(seconds: Int64(time(nil))) }
    driver.submit(.start(StartFacts(seed: 1, version: "test")))
    let worker = try Worker(named: "turns") { driver.run(Settings()) }
    defer {
        driver.stop()
        worker.join()
    }
    try await waitForNamespace(driver)
    try await body(driver)
}

/// The first turn makes it.
private func waitForNamespace(_ driver: ControlPlaneDriver) async throws {
    let key = ObjectKey(.namespace, name: "default")
    var revision: UInt64 = 0
    while driver.state.object(key) == nil {
        revision = try await driver.changes(after: revision).reached
    }
}

func server(
    _ driver: ControlPlaneDriver,
    pods: FakePods = FakePods(),
    steady: FakeSteady = FakeSteady()
) -> APIServer {
    APIServer(cluster: driver, pods: pods, steady: steady) { Timestamp(seconds: Int64(time(nil))) }
}
