internal import Cluster
internal import Model

extension TurnBuilder {
    /// Puts an earlier definition of an App in force, which is a new version of it. How many instances it has stays as
    /// it is: that is no part of what they run.
    ///
    /// Where a file states another definition, that is held off until the file's changes.
    mutating func restore(_ key: ObjectKey, to earlier: App, by author: Author) throws(APIError) -> Answer {
        guard let stored = state.object(key) else { throw .notFound(key) }
        guard case .app(var app) = stored.object else {
            throw .badRequest("\(key.kind.qualifiedPlural) have no versions to go back to")
        }
        guard !earlier.isScaling(of: app) else {
            let reason = "current definition already matches version \(earlier.spec.version)"
            return Answer(.success(stored.object), warnings: [reason])
        }
        let instances = app.spec.instances
        app.spec = earlier.spec
        app.spec.instances = instances
        let updated = try update(key, to: .app(app), by: author)
        hold(.template, of: key, causes: author.causes + [updated.revision])
        return Answer(.success(updated.object))
    }
}
