internal import Cluster
internal import Model

extension TurnBuilder {
    /// Lets a stepped update go on from the pause that it waits at.
    ///
    /// - Parameter isFull: beyond all pauses that are still to come, too.
    mutating func promote(_ key: ObjectKey, isFull: Bool, by author: Author) throws(APIError) -> Answer {
        let rollout = try rolloutUnderWay(key)
        guard let steps = rollout.steps, var new = rollout.new, let stage = RolloutStage(rollout),
            stage.isPause || isFull
        else { throw .badRequest("no step of \(key.kind.singular) \"\(key.name)\" waits to be promoted") }
        let promoted = isFull ? steps.pauses : rollout.promotedPauses + 1
        new.metadata.annotations[RolloutSteps.promotedAnnotation] = String(promoted)
        try update(.replicaSet(new), by: author)
        return Answer(.success(state.object(key)?.object))
    }

    /// Takes an update that is under way back to what was up before it; of an App, leaves it where it stands.
    mutating func abort(_ key: ObjectKey, by author: Author) throws(APIError) -> Answer {
        if key.kind == .app, state.object(key) != nil { return try cancelDeployment(of: key, by: author) }
        let rollout = try rolloutUnderWay(key)
        guard let good = rollout.lastGood else {
            throw .badRequest("nothing of \(key.kind.singular) \"\(key.name)\" was ever up to go back to")
        }
        return try rollBack(key, to: good.revision, by: author)
    }

    private func rolloutUnderWay(_ key: ObjectKey) throws(APIError) -> Rollout {
        guard let stored = state.object(key) else { throw .notFound(key) }
        guard case .deployment(let deployment) = stored.object else {
            throw .badRequest("\(key.kind.qualifiedPlural) have no such updates")
        }
        let rollout = Rollout(deployment, in: state)
        guard rollout.new == nil || (rollout.lastGood?.name != rollout.new?.name && !rollout.isComplete) else {
            throw .badRequest("no update of \(key.kind.singular) \"\(key.name)\" is under way")
        }
        return rollout
    }
}
