import Testing

@testable import Controllers

@Suite struct `Scaling in the middle of a rollout` {
    @Test func `each ReplicaSet grows and shrinks by its share`() {
        let generations = [generation("old", 8, age: 0), generation("new", 5, age: 1)]

        #expect(scaling(to: 15).sizes(of: generations) == ["old": 11, "new": 7])
        #expect(scaling(to: 5).sizes(of: generations) == ["old": 5, "new": 3])
        #expect(scaling(to: 10).sizes(of: generations) == ["old": 8, "new": 5])
    }

    @Test func `what rounding leaves over goes to the largest`() {
        let generations = [generation("a", 5, age: 0), generation("b", 4, age: 1), generation("c", 4, age: 2)]

        let sizes = scaling(to: 11).sizes(of: generations)

        #expect(sizes.values.reduce(0, +) == 14)
        #expect(sizes == ["a": 6, "b": 4, "c": 4])
    }

    @Test func `down to nothing takes all`() {
        let generations = [generation("old", 8, age: 0), generation("new", 5, age: 1)]

        #expect(scaling(to: 0).sizes(of: generations) == ["old": 0, "new": 0])
    }

    // MARK: Given

    private func scaling(to replicas: Int) -> ProportionalScaling {
        ProportionalScaling(replicas: replicas, maxSurge: 3, currentReplicas: 13)
    }

    private func generation(_ name: String, _ replicas: Int, age: Int64) -> ProportionalScaling.Generation {
        ProportionalScaling.Generation(name: name, replicas: replicas, maxReplicasBefore: 13, age: age)
    }
}
