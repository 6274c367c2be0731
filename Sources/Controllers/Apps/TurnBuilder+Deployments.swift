internal import Cluster
internal import Model

extension TurnBuilder {
    /// Refuses what would make an app wait for itself.
    ///
    /// Not where the directory speaks: of its files one alone may say so for a moment, and then none of them may be the
    /// one to blame. There the apps themselves tell of it.
    func checkDependencies(of object: Object, by author: Author) throws(APIError) {
        guard case .app(let app) = object, !author.isDirectory, let cycle = state.dependencyCycle(through: app) else {
            return
        }
        let complaint = DependencyCycle.complaint(about: cycle)
        throw .invalid(app.key, [FieldError(.invalid, "spec.dependencies", complaint)])
    }

    /// Refuses a second change of an app whose first is still being deployed, unless it is to take that one's place.
    func checkDeployment(of live: Object, becoming object: Object, by author: Author) throws(APIError) {
        guard !author.isForced, case .app(let live) = live, case .app(let app) = object, live.isDeploying,
            let deployment = live.status.deployment, app.deploymentAction(replacing: live) != nil
        else { return }
        throw .conflict(
            app.key,
            "App is locked by deployment \(deployment.id) (\(deployment.action.rawValue)). Wait until it is through, "
                + "override it with force, or take it back: `steady rollout abort app/\(app.metadata.name)`"
        )
    }

    /// Notes what a change has to bring to an app's instances.
    func beginDeployment(of object: inout Object, replacing live: Object?, by author: Author) {
        guard case .app(var app) = object, app.metadata.deletionTimestamp == nil else { return }
        let before = live.flatMap { App($0) }
        guard let action = app.deploymentAction(replacing: before) else { return }
        app.beginDeployment(action, id: deploymentID(author), replacing: before, at: now)
        object = .app(app)
    }

    /// Has an app with apps around it end in its turn: see `AppOrder`.
    func beginStop(of object: inout Object, _ propagation: Propagation, by author: Author) {
        guard case .app(var app) = object, app.metadata.deletionTimestamp == nil, propagation == .background else {
            return
        }
        let isAlone =
            state.apps(dependingOn: app.path, inNamespace: app.metadata.namespace).isEmpty
            && state.appsBelow(app).isEmpty
        if isAlone { return }
        app.metadata.finalizers.append(AppOrder.finalizer)
        app.beginDeployment(.stopApplication, id: deploymentID(author), replacing: app, at: now)
        object = .app(app)
    }

    /// Apps that one call changes, or one state of the directory, are one deployment.
    private func deploymentID(_ author: Author) -> String {
        let isCall = author.manager != nil && !author.isDirectory
        return Seed(state.identitySeed, "deployment", isCall ? author.causes.first ?? number : number).uid
    }
}
