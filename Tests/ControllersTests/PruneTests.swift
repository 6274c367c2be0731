import Cluster
import Controllers
import Model
import Testing

@Suite struct `The prune guard` {
    /// A directory of so many files with a ConfigMap each.
    private func files(_ numbers: Range<Int>) -> [(file: String, yaml: String)] {
        numbers.map { ("\($0).yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c\($0)}}") }
    }

    private func count(_ bench: ClusterBench) -> Int { bench.state.count(of: .configMap) }

    @Test(arguments: [(20, 10), (22, 11), (3, 2), (100, 60)])
    func `lets ten go, and half, and fewer`(before: Int, after: Int) throws {
        var bench = ClusterBench()
        try bench.state(files(0..<before))

        try bench.state(files(0..<after))

        #expect(count(bench) == after)
        #expect(bench.state.heldPrune == nil)
    }

    @Test(arguments: [(21, 10), (30, 10), (100, 49), (11, 0), (1, 0)])
    func `holds more than ten that are more than half, and all`(before: Int, after: Int) throws {
        var bench = ClusterBench()
        try bench.state(files(0..<before))

        try bench.state(files(0..<after))

        #expect(count(bench) == before)
        #expect(bench.state.heldPrune?.keys.count == before - after)
    }

    @Test func `keeps holding when a file comes that has nothing to do with it`() throws {
        var bench = ClusterBench()
        try bench.state(files(0..<21))
        try bench.state(files(0..<10))

        try bench.state(files(0..<10) + files(50..<60))

        #expect(count(bench) == 31)
        #expect(bench.state.heldPrune?.keys.count == 11)
        #expect(bench.state.heldPrune?.reason == "11 of 21 objects would go at once")
    }

    @Test func `judges what is newly gone by itself`() throws {
        var bench = ClusterBench()
        try bench.state(files(0..<21))
        try bench.state(files(0..<10))

        try bench.state(files(0..<8))

        #expect(count(bench) == 19)
        #expect(bench.state.heldPrune?.keys.count == 11)
    }

    @Test func `lets go of what is stated again`() throws {
        var bench = ClusterBench()
        try bench.state(files(0..<21))
        try bench.state(files(0..<10))

        try bench.state(files(0..<12))
        #expect(bench.state.heldPrune?.keys.count == 9)
        bench.ask(.prune)

        #expect(count(bench) == 12)
        #expect(bench.state.heldPrune == nil)
    }

    @Test func `still holds after a restart, whatever came meanwhile`() throws {
        var bench = ClusterBench()
        try bench.state(files(0..<21))
        try bench.state(files(0..<10))

        try bench.restart()
        try bench.state(files(0..<10) + files(50..<60))

        #expect(count(bench) == 31)
        #expect(bench.state.heldPrune?.keys.count == 11)
    }

    @Test func `has nothing to let go twice`() throws {
        var bench = ClusterBench()
        try bench.state(files(0..<3))
        try bench.state([])

        let first = bench.ask(.prune)
        let second = bench.ask(.prune)

        #expect(try first.result.get() == nil)
        #expect(throws: APIError.self) { try second.result.get() }
    }
}
