/// How many pods each ReplicaSet of a Deployment may have next: the arithmetic of a rolling update, on plain numbers.
///
/// Formulas: Kubernetes' deployment controller.
struct RollingUpdate {
    /// A ReplicaSet as the arithmetic sees it.
    struct Generation: Hashable {
        var name: String
        /// Pods asked for.
        var replicas: Int
        /// Pods ready for at least `minReadySeconds`.
        var available: Int
    }

    /// A ReplicaSet that should have another size.
    struct Resize: Hashable {
        var name: String
        var replicas: Int
    }

    /// Pods the Deployment wants in the end.
    var replicas: Int
    /// Pods that may exist beyond `replicas`.
    var maxSurge: Int
    /// Pods that may be missing below `replicas`.
    var maxUnavailable: Int
    /// New pods that a step of the update allows; nil without steps.
    var newAtMost: Int?
    /// Old pods that a step of the update keeps.
    var oldAtLeast = 0

    /// The next size of the newest ReplicaSet: as large as the surge allows, never above what is wanted.
    ///
    /// With 10 wanted, a surge of 3 and old ReplicaSets that still hold 8, a new one of 3 becomes 5: 8 + 5 = 13.
    func sizeOfNew(_ new: Generation, beside old: [Generation]) -> Int {
        if new.replicas >= replicas { return replicas }
        let total = new.replicas + old.reduce(0) { $0 + $1.replicas }
        let room = replicas + maxSurge - total
        return new.replicas + max(0, min(room, min(replicas, newAtMost ?? replicas) - new.replicas))
    }

    /// Which of the old ReplicaSets (oldest first) shrink now, and to what.
    ///
    /// Pods of an old ReplicaSet that never became available go first: their loss takes nothing from anyone. Then
    /// available ones go, oldest ReplicaSet first, down to the bound. With 10 wanted, 2 that may be unavailable,
    /// 8 old available pods and a new ReplicaSet of 5 with one available: 9 − 8 = 1 old pod may go.
    func shrinkOld(_ old: [Generation], new: Generation) -> [Resize] {
        let minAvailable = replicas - maxUnavailable
        let total = new.replicas + old.reduce(0) { $0 + $1.replicas }
        let newUnavailable = new.replicas - new.available
        let budget = total - minAvailable - newUnavailable
        let spare = spareOld(old)
        guard budget > 0, spare > 0 else { return [] }

        var remaining = old
        removeUnavailable(from: &remaining, budget: min(budget, spare))
        removeAvailable(from: &remaining, newAvailable: new.available, minAvailable: minAvailable, before: old)
        return zip(old, remaining).compactMap { before, after in
            before.replicas == after.replicas ? nil : Resize(name: after.name, replicas: after.replicas)
        }
    }

    /// Old pods beyond those that a step of the update keeps.
    private func spareOld(_ old: [Generation]) -> Int {
        old.reduce(0) { $0 + $1.replicas } - oldAtLeast
    }

    private func removeUnavailable(from old: inout [Generation], budget: Int) {
        var budget = budget
        for index in old.indices where budget > 0 {
            let unavailable = old[index].replicas - old[index].available
            guard unavailable > 0 else { continue }
            let removed = min(budget, unavailable)
            old[index].replicas -= removed
            budget -= removed
        }
    }

    private func removeAvailable(
        from old: inout [Generation],
        newAvailable: Int,
        minAvailable: Int,
        before: [Generation]
    ) {
        var budget = min(newAvailable + before.reduce(0) { $0 + $1.available } - minAvailable, spareOld(old))
        for index in old.indices where budget > 0 {
            let removed = min(budget, old[index].replicas)
            old[index].replicas -= removed
            budget -= removed
        }
    }
}
