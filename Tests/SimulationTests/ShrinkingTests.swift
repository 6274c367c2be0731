import Cluster
import Model
import Simulation
import Testing

@Suite struct `A story that ends badly` {
    /// Something that no world promises, and many break.
    private static let noFivePods: SimulatedWorld.Promise = { state in
        let sizes = state.objects(of: .deployment).compactMap { Deployment($0.object)?.spec.replicas }
        return sizes.contains { $0 >= 5 } ? "a deployment wants \(sizes) pods" : nil
    }

    private static let noAppWithoutService: SimulatedWorld.Promise = { state in
        let isThere = state.count(of: .app) > 0
        return isThere && state.count(of: .service) == 0 ? "an app is there, and no service" : nil
    }

    private func firstBadScript(_ promise: @escaping SimulatedWorld.Promise) throws -> Script {
        for seed in 1...200 as ClosedRange<UInt64> {
            let script = Script(seed: seed)
            var world = SimulatedWorld(script, promise: promise)
            // Something had to happen first.
            let result = world.run()
            if result.violation != nil, result.virtualTime > .seconds(20) { return script }
        }
        throw NoneFound()
    }

    private struct NoneFound: Error {}

    @Test(arguments: [noFivePods, noAppWithoutService])
    func `shrinks to the few chapters that it takes`(promise: @escaping SimulatedWorld.Promise) throws {
        let script = try firstBadScript(promise)

        let shrinking = try #require(Shrinking.shortest(of: script, promise: promise))

        #expect(shrinking.script.chapterCount <= 2, "\(shrinking.script.lines)")
        #expect(shrinking.attempts <= 400)
    }

    @Test func `ends the same way when it was shrunk, each time`() throws {
        let script = try firstBadScript(Self.noFivePods)
        let shrinking = try #require(Shrinking.shortest(of: script, promise: Self.noFivePods))

        var world = SimulatedWorld(shrinking.script, promise: Self.noFivePods)

        #expect(world.run().violation == shrinking.result.violation)
    }

    @Test func `is told as a timeline, from what there is to what went wrong`() throws {
        let script = try firstBadScript(Self.noFivePods)
        let shrinking = try #require(Shrinking.shortest(of: script, promise: Self.noFivePods))

        let lines = shrinking.lines(promise: Self.noFivePods)

        #expect(lines.first?.hasPrefix("seed \(script.seed): node-0") == true)
        #expect(lines.contains { $0.contains("author: ") && $0.contains("wants 5 replicas") })
        #expect(lines.last?.contains("promise: broken: a deployment wants") == true)
    }

    @Test func `is none where all ends well`() {
        #expect(Shrinking.shortest(of: Script(seed: 1)) == nil)
    }
}
