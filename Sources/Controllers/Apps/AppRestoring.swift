internal import Cluster
internal import Model

extension TurnBuilder {
    /// Puts an earlier definition of an App in force, which is a new version of it. How many instances it has stays as
    /// it is, unless it is wanted back as a whole: that is no part of what they run.
    ///
    /// It overrides a deployment, and often is there to end one. Where a file states another definition, that is held
    /// off until the file's changes.
    mutating func restore(
        _ key: ObjectKey,
        to earlier: App,
        isWhole: Bool,
        by author: Author
    ) throws(APIError) -> Answer {
        guard let stored = state.object(key) else { throw .notFound(key) }
        guard case .app(var app) = stored.object else {
            throw .badRequest("\(key.kind.qualifiedPlural) have no versions to go back to")
        }
        let instances = isWhole ? earlier.spec.instances : app.spec.instances
        guard !earlier.isScaling(of: app) || instances != app.spec.instances else {
            let reason = "current definition already matches version \(earlier.spec.version)"
            return Answer(.success(stored.object), warnings: [reason])
        }
        let isScaled = instances != app.spec.instances
        app.spec = earlier.spec
        app.spec.instances = instances
        var author = author
        author.isForced = true
        let updated = try update(key, to: .app(app), by: author)
        hold(isScaled ? .object : .template, of: key, causes: author.causes + [updated.revision])
        return Answer(.success(updated.object))
    }

    /// Leaves an App's instances as they are, be some of them of an earlier configuration, until the next change.
    mutating func cancelDeployment(of key: ObjectKey, by author: Author) throws(APIError) -> Answer {
        guard case .app(var app)? = state.object(key)?.object, app.isDeploying else {
            throw .badRequest("no update of \(key.kind.singular) \"\(key.name)\" is under way")
        }
        app.endDeployment(.cancelled, at: now)
        return Answer(.success(try update(.app(app), by: author).object))
    }
}
