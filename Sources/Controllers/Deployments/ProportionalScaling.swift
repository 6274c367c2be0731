/// Spreads a change of `replicas` in the middle of a rollout over the ReplicaSets, by their size.
///
/// Scaling 10 to 15 with a surge of 3, while the old ReplicaSet has 8 and the new one 5, gives 11 and 7: each grows
/// by its share of (15 + 3) / (10 + 3).
struct ProportionalScaling {
    struct Generation: Hashable {
        var name: String
        var replicas: Int
        /// `replicas + maxSurge` of the Deployment when this ReplicaSet was last sized; nil when nobody noted it.
        var maxReplicasBefore: Int?
        /// Orders ReplicaSets by age: larger is younger.
        var age: Int64
    }

    var replicas: Int
    var maxSurge: Int
    /// What stands in for an absent `maxReplicasBefore`: the pods there are.
    var currentReplicas: Int

    /// New sizes by name, for every generation given.
    func sizes(of generations: [Generation]) -> [String: Int] {
        let total = generations.reduce(0) { $0 + $1.replicas }
        let allowed = replicas > 0 ? replicas + maxSurge : 0
        let toAdd = allowed - total
        var added = 0
        var sizes: [String: Int] = [:]
        let ordered = generations.sorted { inOrder($0, $1, growing: toAdd > 0) }
        for generation in ordered {
            let share = share(of: generation, toAdd: toAdd, added: added)
            sizes[generation.name] = generation.replicas + share
            added += share
        }
        if let first = ordered.first, toAdd != 0 {
            sizes[first.name] = max(0, (sizes[first.name] ?? 0) + toAdd - added)
        }
        return sizes
    }

    /// The largest first; of equals, the younger one grows first and the older one shrinks first.
    private func inOrder(_ left: Generation, _ right: Generation, growing: Bool) -> Bool {
        if left.replicas != right.replicas { return left.replicas > right.replicas }
        if left.age != right.age { return growing ? left.age > right.age : left.age < right.age }
        return left.name < right.name
    }

    private func share(of generation: Generation, toAdd: Int, added: Int) -> Int {
        if generation.replicas == 0 || toAdd == 0 || toAdd == added { return 0 }
        let fraction = fraction(of: generation)
        return toAdd > 0 ? min(fraction, toAdd - added) : max(fraction, toAdd - added)
    }

    private func fraction(of generation: Generation) -> Int {
        if replicas == 0 { return -generation.replicas }
        let before = generation.maxReplicasBefore ?? currentReplicas
        guard before > 0 else { return 0 }
        let size = Double(generation.replicas) * Double(replicas + maxSurge) / Double(before)
        return Int(size.rounded(.toNearestOrAwayFromZero)) - generation.replicas
    }
}
