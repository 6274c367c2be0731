import Client
import Model
import Server
import Testing
import YAML

@Suite struct WatchingTests {
    private let cluster = FakeCluster()

    /// The events of a watch, as `TYPE name` and its version, until as many have come.
    private func events(_ count: Int, _ query: String, during change: @escaping @Sendable () -> Void = {}) async throws
        -> [String]
    {
        try await collect(count, query, during: change).map { event in
            let metadata = event.object["metadata"]
            return "\(event.type) \(metadata?["name"]?.string ?? "-") \(metadata?["resourceVersion"]?.string ?? "")"
        }
    }

    private func collect(
        _ count: Int,
        _ query: String,
        accept: String = "application/json",
        during change: @escaping @Sendable () -> Void = {}
    ) async throws -> [WatchEvent] {
        let found = Asked<WatchEvent>()
        try await withDaemon(server(cluster)) { daemon in
            struct Enough: Error {}
            let client = APIClient(daemon, userAgent: "tester")
            do {
                let target = "/api/v1/namespaces/g/configmaps?watch=true&timeoutSeconds=20&\(query)"
                change()
                try await client.watch(target, accept: accept) { event in
                    found.note(event)
                    if found.all.count == count { throw Enough() }
                }
            } catch is Enough {
                return
            }
        }
        return found.all
    }

    @Test func `a watch from a version tells what came after it, in order`() async throws {
        let start = cluster.put(configMap("old"))

        let events = try await events(3, "resourceVersion=\(start)") {
            cluster.put(configMap("w", data: ["x": "1"]))
            cluster.put(configMap("w", data: ["x": "2"]))
            cluster.delete(ObjectKey(.configMap, namespace: "g", name: "w"))
        }

        #expect(events == ["ADDED w 2", "MODIFIED w 3", "DELETED w 4"])
    }

    @Test func `without a version it begins with what there is`() async throws {
        cluster.put(configMap("b"))
        cluster.put(configMap("a"))
        cluster.put(configMap("elsewhere", namespace: "h"))

        #expect(try await events(2, "") == ["ADDED a 2", "ADDED b 1"])
    }

    @Test func `what enters a selection is added and what leaves it is deleted`() async throws {
        let start = cluster.put(configMap("w"))

        let events = try await events(2, "resourceVersion=\(start)&labelSelector=zz%3Dy") {
            cluster.put(configMap("other"))
            cluster.put(configMap("w", labels: ["zz": "y"]))
            cluster.put(configMap("w"))
        }

        #expect(events == ["ADDED w 3", "DELETED w 4"])
    }

    @Test func `streamed lists end with a bookmark that says so`() async throws {
        cluster.put(configMap("a"))

        let query = "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"
        let events = try await collect(2, query)

        #expect(events.map(\.type) == ["ADDED", "BOOKMARK"])
        #expect(events[1].object["metadata"]?["annotations"]?["k8s.io/initial-events-end"] == "true")
        #expect(events[1].object["metadata"]?["resourceVersion"] == "1")
    }

    @Test func `of tables only the first event tells the columns`() async throws {
        let accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"
        cluster.put(configMap("a"))
        cluster.put(configMap("b"))

        let events = try await collect(2, "", accept: accept)

        #expect(events[0].object["columnDefinitions"]?.array?.count == 3)
        #expect(events[1].object["columnDefinitions"]?.isNull == true)
        #expect(events[1].object["rows"]?.array?[0]["cells"] == ["b", 0, "<unknown>"])
    }

    @Test func `a version that is too old is an error that says so`() async throws {
        cluster.put(configMap("a"))
        cluster.put(configMap("a", data: ["x": "1"]))
        cluster.forgetChanges()

        let refusal = await #expect(throws: Refusal.self) { try await events(1, "resourceVersion=1") }

        #expect(refusal?.code == 410)
        #expect(refusal?.reason == "Expired")
    }

    @Test func `a version that is not reached yet is no beginning of a watch`() async throws {
        cluster.put(configMap("a"))

        for query in ["", "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"] {
            let target = "/api/v1/configmaps?watch=true&resourceVersion=999" + query
            let refused = try await answer(server(cluster), "GET", target)

            #expect(refused.status == 504)
            #expect(refused.value["message"] == "Timeout: Too large resource version: 999, current: 1")
        }
    }

    @Test func `a watch ends at its time, with a bookmark`() async throws {
        cluster.put(configMap("a"))

        try await withDaemon(server(cluster)) { daemon in
            let types = Asked<String>()
            let target = "/api/v1/configmaps?watch=true&timeoutSeconds=1&allowWatchBookmarks=true"
            try await APIClient(daemon, userAgent: "tester").watch(target) { types.note($0.type) }

            #expect(types.all == ["ADDED", "BOOKMARK"])
        }
    }

    @Test func `streams need a bookmark's consent to be lists`() async throws {
        let refusal = await #expect(throws: Refusal.self) { try await events(1, "sendInitialEvents=true") }

        #expect(refusal?.code == 422)
    }
}
