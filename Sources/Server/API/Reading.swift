internal import Cluster
internal import Controllers
internal import Model

/// Gets and lists.
struct Reading {
    /// As of now, or of a moment of the past.
    let state: ClusterState
    /// Why nothing can be written at present; nil when it can, and for the past.
    var writeProblem: WriteProblem?
    let pages: Pages

    func get(_ key: ObjectKey, _ encoder: ObjectEncoder) throws(APIError) -> Reply {
        guard let stored = state.object(key) else { throw .notFound(key) }
        return Reply(body: .bytes(encoder.object(presented(stored.object))))
    }

    func list(_ route: ObjectsRoute, _ options: ListOptions, _ encoder: ObjectEncoder) throws(APIError) -> Reply {
        let (state, token) = try snapshot(options)
        var found: [Object] = []
        for stored in state.objects(of: route.kind, namespace: route.namespace) {
            if try options.matches(stored.object) { found.append(presented(stored.object)) }
        }
        if let token { found = Array(found.drop { !token.isBefore($0.key) }) }
        guard let limit = options.limit, limit > 0, found.count > limit else {
            return reply(encoder.list(found, revision: state.revision, continueToken: nil, remaining: nil))
        }
        let page = Array(found.prefix(limit))
        pages.keep(state)
        let next = ContinueToken(revision: state.revision, after: page[limit - 1].key)
        // As Kubernetes: with a selector nobody is told how many more there are.
        let remaining = options.selectsAll ? found.count - limit : nil
        return reply(encoder.list(page, revision: state.revision, continueToken: next.text, remaining: remaining))
    }

    /// A node says that its journal can't be written: of all that is told of it, this alone can't be written down.
    private func presented(_ object: Object) -> Object {
        guard case .node(var node) = object, let problem = writeProblem else { return object }
        let condition = NodeCondition {
            $0.type = WriteProblem.name
            $0.status = .false
            $0.reason = "AppendFailed"
            $0.message = problem.message
            $0.lastHeartbeatTime = problem.since.startOfSecond
            $0.lastTransitionTime = problem.since.startOfSecond
        }
        node.status.conditions.append(condition)
        return .node(node)
    }

    /// All pages of a list come from the state that its first page was read from.
    private func snapshot(_ options: ListOptions) throws(APIError) -> (ClusterState, ContinueToken?) {
        let latest = state
        guard let text = options.continueToken else {
            try options.checkVersion(reached: latest.revision)
            if options.wantsExactVersion, let wanted = options.resourceVersion, wanted != latest.revision {
                guard let kept = pages.snapshot(at: wanted) else {
                    throw .expired("The resourceVersion for the provided list is too old.")
                }
                return (kept, nil)
            }
            return (latest, nil)
        }
        let token = try ContinueToken(text)
        guard let kept = token.revision == latest.revision ? latest : pages.snapshot(at: token.revision) else {
            throw .expired(
                "The provided continue parameter is too old to display a consistent list result. "
                    + "You can start a new list without the continue parameter."
            )
        }
        return (kept, token)
    }

    private func reply(_ bytes: [UInt8]) -> Reply { Reply(body: .bytes(bytes)) }
}
