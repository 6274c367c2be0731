import Cluster
import Model
import Scheduling
import Testing

@Suite struct `Constraints of an app` {
    /// Three zones of two nodes; `a1` has a disk, `c2` no zone.
    private let nodes = ["a1", "a2", "b1", "b2", "c1", "c2"].map { name in
        var node = Node()
        node.metadata.name = name
        if name != "c2" { node.metadata.labels["topology.kubernetes.io/zone"] = String(name.prefix(1)) }
        if name == "a1" { node.metadata.labels["disk"] = "ssd-2" }
        if name == "b1" { node.metadata.labels["disk"] = "2.0" }
        node.status.allocatable = ["cpu": "64", "memory": "64Gi", "pods": "110"]
        return node
    }

    /// Nodes that would take the next of the app's instances.
    private func allowed(_ constraints: [Constraint], beside placed: [String] = [], of instances: Int = 6) -> [String] {
        let rules = AppConstraints(
            constraints,
            placed: placed.compactMap { name in nodes.first { $0.metadata.name == name } },
            instances: instances
        )
        return nodes.filter { node in
            // The zone's nodes are known to the rule; only this one has room.
            let candidates = nodes.map { other in
                var other = other
                if other.metadata.name != node.metadata.name { other.spec.unschedulable = true }
                return Candidate(other, usage: NodeUsage())
            }
            return Placement.of(Pod(), among: candidates, within: rules) == .node(node.metadata.name)
        }.map(\.metadata.name)
    }

    @Test func `UNIQUE takes no value twice`() {
        #expect(allowed([Constraint("hostname", .unique)], beside: ["a1", "b2"]) == ["a2", "b1", "c1", "c2"])
        #expect(allowed([Constraint("@zone", .unique)], beside: ["a1", "b2"]) == ["c1"])
    }

    @Test func `CLUSTER keeps to one value, the one that is said or the first`() {
        #expect(allowed([Constraint("@zone", .cluster, "b")]) == ["b1", "b2"])
        #expect(allowed([Constraint("@zone", .cluster)]) == ["a1", "a2", "b1", "b2", "c1"])
        #expect(allowed([Constraint("@zone", .cluster)], beside: ["c1"]) == ["c1"])
    }

    @Test func `LIKE and UNLIKE match the whole value, and only UNLIKE takes a node without one`() {
        #expect(allowed([Constraint("hostname", .like, "[ab]1")]) == ["a1", "b1"])
        #expect(allowed([Constraint("hostname", .like, "a")]) == [])
        #expect(allowed([Constraint("hostname", .unlike, #"[ab]\d"#)]) == ["c1", "c2"])
        #expect(allowed([Constraint("disk", .like, ".*")]) == ["a1", "b1"])
        #expect(allowed([Constraint("disk", .unlike, "ssd.*")]) == ["a2", "b1", "b2", "c1", "c2"])
    }

    @Test func `IS compares texts and numbers`() {
        #expect(allowed([Constraint("disk", .is, "ssd-2")]) == ["a1"])
        #expect(allowed([Constraint("disk", .is, "2")]) == ["b1"])
    }

    @Test func `MAX_PER bounds how many share a value`() {
        #expect(allowed([Constraint("@zone", .maxPer, "2")], beside: ["a1", "a2", "b1"]) == ["b1", "b2", "c1"])
    }

    @Test func `GROUP_BY leaves groups as even as they can be in the end`() {
        let zones = [Constraint("@zone", .groupBy)]
        #expect(allowed(zones, beside: ["a1"], of: 3) == ["b1", "b2", "c1"])
        // Of seven one zone has three; a rolling update may fill it first.
        #expect(allowed(zones, beside: ["a1", "a2"], of: 7) == ["a1", "a2", "b1", "b2", "c1"])
        #expect(allowed(zones, beside: ["a1", "a2", "a1", "b1", "b2"], of: 7) == ["c1"])
        // Two groups are enough where that is said.
        #expect(
            allowed([Constraint("@zone", .groupBy, "2")], beside: ["a1", "b1"], of: 4) == ["a1", "a2", "b1", "b2"]
        )
    }

    @Test func `hold all together, and the first that keeps it from a node is named`() {
        let rules = [Constraint("hostname", .unique), Constraint("@zone", .is, "a")]
        #expect(allowed(rules, beside: ["a1"]) == ["a2"])

        let placement = Placement.of(
            Pod(),
            among: [Candidate(nodes[0], usage: NodeUsage())],
            within: AppConstraints(rules, placed: [nodes[0]], instances: 2)
        )

        #expect(
            placement
                == .nowhere(
                    message: "0/1 nodes are available: 1 node(s) didn't satisfy the app's constraint hostname UNIQUE."
                )
        )
    }
}
