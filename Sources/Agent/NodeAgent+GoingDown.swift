internal import HashTreeCollections
internal import Model

// Ending all that runs here, as `steady down` asks for it.
extension NodeAgent {
    /// A node that ends all that it runs.
    struct GoingDown: Sendable {
        /// What every pod is given to end, in place of what it asks for.
        var gracePeriod: Duration?
        /// When what has not ended is no longer waited for.
        var deadline: Timestamp
        /// Whether the deadline allows for the grace periods of all pods: they are known once what runs here is.
        var knowsPods = false
    }

    /// What comes after the last grace period: hooks that took all of it leave two seconds, a stop without an answer is
    /// given up after `PodTurn.patience`, and the sandbox is to be removed.
    private static let partingPatience = PodTurn.patience + .seconds(15)

    /// All pods part as if each were deleted, at the same time: hooks, signals, grace periods; nothing starts any more.
    mutating func goDown(_ gracePeriod: Duration?, now: Timestamp) {
        goingDown = GoingDown(gracePeriod: gracePeriod, deadline: now + Self.partingPatience)
    }

    /// Takes every pod from the node; in each step anew, since some may be found late.
    mutating func partFromAll(_ touched: inout Set<String>, now: Timestamp) {
        guard let asked = goingDown else { return }
        var longest = Duration.zero
        for uid in pods.keys.sorted() {
            pods[uid]?.change { life in
                life.partingPeriod = asked.gracePeriod
                longest = max(longest, life.gracePeriod)
                if life.isBound || !asked.knowsPods { touched.insert(uid) }
                life.isBound = false
            }
        }
        guard !asked.knowsPods else { return }
        goingDown?.knowsPods = true
        goingDown?.deadline = now + longest + Self.partingPatience
    }

    /// Whether nothing is left, or what is left has had all the time there is.
    func isDown(at now: Timestamp) -> Bool {
        guard let goingDown else { return false }
        return (hasAdopted && pods.isEmpty) || goingDown.deadline <= now
    }

    /// When it has waited long enough, if that is still to come and comes before the next inventory.
    func endOfPatience(after now: Timestamp) -> Timestamp? {
        guard let deadline = goingDown?.deadline, deadline > now else { return nil }
        return min(deadline, inventoryDue)
    }
}
