internal import Cluster
internal import Model

extension TurnBuilder {
    /// Puts an earlier template of a Deployment in force, which makes it the newest revision.
    ///
    /// Where a file states another one, that is held off until the file's template changes. Rules and wording are those
    /// of `kubectl rollout undo`.
    mutating func rollBack(_ key: ObjectKey, to revision: Int?, by author: Author) throws(APIError) -> Answer {
        guard let stored = state.object(key) else { throw .notFound(key) }
        guard case .deployment(var deployment) = stored.object else {
            throw .badRequest("\(key.kind.qualifiedPlural) have no revisions to go back to")
        }
        guard !deployment.spec.paused else {
            throw .badRequest("cannot rollback a paused deployment; resume it first and try again")
        }
        let target = try rollbackTarget(of: deployment, revision)
        if target.templateOfDeployment == deployment.spec.template {
            let reason = "current template already matches revision \(target.revision)"
            return Answer(.success(stored.object), warnings: [reason])
        }
        deployment.takeTemplate(of: target)
        let updated = try update(key, to: .deployment(deployment), by: author)
        hold(.template, of: key, causes: author.causes + [updated.revision])
        return Answer(.success(updated.object))
    }

    /// Takes a failing update back, tells why, and holds off the file's template as a rollback by hand does.
    mutating func rollBack(
        _ key: ObjectKey,
        to target: ReplicaSet,
        because reason: String,
        by author: Author
    ) throws(APIError) {
        guard case .deployment(var deployment)? = state.object(key)?.object else { return }
        let failed = deployment.revision
        deployment.takeTemplate(of: target)
        let isStated = state.stated(key) != nil
        let message =
            "revision \(failed) was taken back to revision \(target.revision): \(reason)"
            + (isStated ? "; it stays back until the file's template changes" : "")
        deployment.status.set(RollbackPolicy.condition, .true, "UpdateFailed", message, at: now.startOfSecond)
        var author = author
        author.origin = Origin(call: "automatic rollback", user: "steady")
        let updated = try update(.deployment(deployment), by: author)
        hold(.template, of: key, causes: author.causes + [updated.revision])
        let report = EventReport(
            key: key,
            uid: deployment.metadata.uid,
            isNormal: false,
            reason: RollbackPolicy.condition,
            message: message
        )
        record(report, causes: author.causes)
    }

    private func rollbackTarget(of deployment: Deployment, _ revision: Int?) throws(APIError) -> ReplicaSet {
        let rollout = Rollout(deployment, in: state)
        if let revision {
            guard let found = rollout.all.first(where: { $0.revision == revision }) else {
                throw .badRequest("unable to find specified revision \(revision) in history")
            }
            return found
        }
        guard let previous = rollout.old.max(by: { $0.revision < $1.revision }) else {
            throw .badRequest("no rollout history found for deployment \"\(deployment.metadata.name)\"")
        }
        return previous
    }
}

extension Deployment {
    /// Makes an earlier template the present one, with the cause that was given for it.
    fileprivate mutating func takeTemplate(of set: ReplicaSet) {
        spec.template = set.templateOfDeployment
        metadata.annotations[RolloutAnnotation.changeCause] = set.metadata.annotations[RolloutAnnotation.changeCause]
    }
}
