import Cluster
import Controllers
import Journaling
import Model
import Server
import Testing
import YAML

/// A disk that is full: what can still be asked, what is said of it, and how it goes on.
@Suite struct OutageTests {
    private static let configMaps = "/api/v1/namespaces/default/configmaps"
    private static let body = #"{"metadata":{"name":"a"},"data":{"x":"y"}}"#

    private func withFullDisk(_ body: (ControlPlaneDriver, MemoryDisk) async throws -> Void) async throws {
        let disk = MemoryDisk()
        try await withLiveCluster(on: disk) { driver in
            driver.submit(.node(Node { $0.metadata.name = "n1" }))
            try await wait(for: ObjectKey(.node, name: "n1"), on: driver)
            disk.capacity = 0
            try await body(driver, disk)
        }
    }

    private func wait(for key: ObjectKey, on driver: ControlPlaneDriver) async throws {
        var revision: UInt64 = 0
        while driver.state.object(key) == nil {
            revision = try await driver.changes(after: revision).reached
        }
    }

    private func condition(_ driver: ControlPlaneDriver, _ target: String) async throws -> Value? {
        let value = try await answer(server(driver), "GET", target).value
        let node = value["items"]?.array?.first ?? value
        return node["status"]?["conditions"]?.array?.first { $0["type"] == "JournalWritable" }
    }

    @Test func `writes are refused and say why, reads and rehearsals are answered`() async throws {
        try await withFullDisk { driver, _ in
            for _ in 1...20 {
                let refused = try await answer(server(driver), "POST", Self.configMaps, body: Self.body)
                #expect(refused.status == 503)
                #expect(refused.value["message"]?.string?.contains("No space left on device") == true)
            }
            let target = Self.configMaps + "?dryRun=All"
            let rehearsed = try await answer(server(driver), "POST", target, body: Self.body)

            #expect(rehearsed.status == 201)
            #expect(rehearsed.value["data"] == ["x": "y"])
            #expect(try await answer(server(driver), "GET", "/api/v1/nodes/n1").status == 200)
            #expect(try await answer(server(driver), "GET", "/readyz").status == 500)
        }
    }

    @Test func `the node shows it as long as it lasts`() async throws {
        try await withFullDisk { driver, disk in
            #expect(try await condition(driver, "/api/v1/nodes/n1") == nil)
            _ = try await answer(server(driver), "POST", Self.configMaps, body: Self.body)

            for target in ["/api/v1/nodes/n1", "/api/v1/nodes"] {
                let found = try await condition(driver, target)
                #expect(found?["status"] == "False")
                #expect(found?["message"]?.string?.contains("No space left on device") == true)
            }
            let revision = driver.state.revision
            disk.capacity = nil
            _ = try await driver.changes(after: revision)
            #expect(try await condition(driver, "/api/v1/nodes/n1") == nil)
        }
    }

    @Test func `once it takes writes again, what waited is done and an event tells of it`() async throws {
        try await withFullDisk { driver, disk in
            _ = try await answer(server(driver), "POST", Self.configMaps, body: Self.body)
            driver.submit(.node(Node { $0.metadata.name = "n2" }))
            disk.capacity = nil

            try await wait(for: ObjectKey(.node, name: "n2"), on: driver)

            let events = driver.state.objects(of: .event).compactMap { Event($0.object) }
            #expect(events.map(\.reason) == ["JournalWritable"])
            #expect(events.first?.involvedObject.name == "n1")
            #expect(events.first?.message.contains("No space left on device") == true)
            #expect(try await answer(server(driver), "GET", "/readyz").status == 200)
            #expect(try await answer(server(driver), "POST", Self.configMaps, body: Self.body).status == 201)
        }
    }
}
