public import Cluster
public import Controllers
public import Model
public import YAML

/// What only the daemon itself can tell or do.
public protocol SteadyAccess: Sendable {
    var version: String { get }
    /// The commit that the program was built from; empty where none is known.
    var commit: String { get }
    /// The chain of causes of an object's latest change, or of its end; nil where the journal knows nothing of it.
    ///
    /// - Parameter end: the last record to be told of; nil for the last one.
    func why(_ key: ObjectKey, through end: UInt64?) async throws -> Value?
    /// The object's changes, the oldest first; empty where the journal knows none.
    ///
    /// - Parameter end: the last record to be told of; nil for the last one.
    func history(_ key: ObjectKey, through end: UInt64?) async throws -> [Value]
    /// The definitions that an App has had, the oldest first; empty where the journal knows none.
    func versions(_ key: ObjectKey) async throws -> [AppVersion]
    /// Where in the journal a moment of the past is.
    ///
    /// - Throws: `APIError` where it lies in the future, or the journal doesn't reach back so far.
    func point(_ moment: PastMoment) async throws -> PastPoint
    /// What the cluster was like after a record.
    ///
    /// - Throws: `APIError` where that can't be told any more.
    func state(at sequence: UInt64) async throws -> ClusterState
    /// What would come of a directory that says this.
    func forecast(_ statement: DirectoryStatement) async throws -> Forecast
    /// How the journal is: where it is, how large, what it can still tell.
    func journalStatus() async throws -> Value
    /// Ends everything that the daemon runs, and returns when nothing of it is left; then the daemon waits for
    /// `leave`, so that the caller can be answered.
    ///
    /// - Parameter gracePeriod: what every pod is given to end, in place of what it asks for.
    func goDown(gracePeriod: Duration?) async throws
    /// Whoever asked it to go down was answered.
    func leave()
}

/// `/steady/v1/…`.
///
/// Beside them there is one parameter of Steady's own: `at=MOMENT` on a GET of objects, `why` or `history` answers as of
/// a moment of the past, which `GET /steady/v1/at?at=MOMENT` finds; on a PATCH with `dryRun=All`, too. A MOMENT is a
/// record's number, a time, `10 minutes ago` or a commit; see `PastMoment`.
struct SteadyPaths {
    let cluster: any ClusterAccess
    let steady: any SteadyAccess
    let now: Timestamp

    func answer(_ call: Call, _ segments: [String]) async throws(APIError) -> Reply {
        switch (call.method, segments.first) {
        case (.get, "version") where segments.count == 1:
            return json(["version": .string(steady.version), "commit": .string(steady.commit)])
        case (.get, "why"):
            let key = try key(segments)
            let end = try await point(call)?.sequence
            guard let chain = try await asking({ try await steady.why(key, through: end) }) else {
                throw .notFound(key)
            }
            return json(chain)
        case (.get, "history"):
            let key = try key(segments)
            let end = try await point(call)?.sequence
            let entries = try await asking { try await steady.history(key, through: end) }
            guard !entries.isEmpty else { throw .notFound(key) }
            return json(["items": .array(entries)])
        case (.get, "versions"): return try await versions(try key(segments))
        case (.get, "at") where segments.count == 1: return try await locate(call)
        case (.get, "journal") where segments.count == 1:
            return json(try await asking { try await steady.journalStatus() })
        case (.get, "prune") where segments.count == 1: return json(heldPrune)
        case (.post, "prune") where segments.count == 1: return try await prune(call)
        case (.post, "plan") where segments.count == 1:
            let statement = try PlanBody.statement(call.body)
            return json(PlanBody.value(try await asking { try await steady.forecast(statement) }))
        case (.post, "rollback"): return try await rollBack(call, try key(segments))
        case (.post, "promote"):
            return try await change(call, .promote(try key(segments), isFull: call.query.isTrue("full")))
        case (.post, "abort"): return try await abort(call, try key(segments))
        case (.post, "down") where segments.count == 1:
            return await goDown(call)
        case (_, "version"), (_, "why"), (_, "history"), (_, "versions"), (_, "at"), (_, "journal"), (_, "prune"),
            (_, "plan"),
            (_, "rollback"), (_, "promote"), (_, "abort"), (_, "down"):
            throw .methodNotAllowed
        default: return .unknownPath
        }
    }

    // MARK: The past

    /// The moment that a call asks about; nil for the present.
    func point(_ call: Call) async throws(APIError) -> PastPoint? {
        guard let text = call.query["at"] else { return nil }
        let moment = try PastMoment(text, now: now)
        return try await asking { try await steady.point(moment) }
    }

    /// What the cluster was like then.
    func state(at point: PastPoint) async throws(APIError) -> ClusterState {
        try await asking { try await steady.state(at: point.sequence) }
    }

    /// Answers with `at`, which names the same moment whenever it is asked about, `sequence` and `time`.
    private func locate(_ call: Call) async throws(APIError) -> Reply {
        guard let text = call.query["at"], let point = try await point(call) else {
            throw .badRequest("say which moment: ?at=MOMENT")
        }
        let time = Value.string(point.time.microseconds)
        // A time stands for itself, since ages are counted up to it.
        let isTime = if case .time = try PastMoment(text, now: now) { true } else { false }
        return json([
            "at": isTime ? time : .string(String(point.sequence)), "sequence": .int(Int64(point.sequence)),
            "time": time,
        ])
    }

    /// `why/pods/default/web-1`, `why/nodes/a`.
    private func key(_ segments: [String]) throws(APIError) -> ObjectKey {
        let parts = Array(segments.dropFirst())
        guard let kind = parts.first.flatMap(Kind.init(userText:)), parts.count == (kind.isNamespaced ? 3 : 2) else {
            throw .badRequest("expected /KIND/NAMESPACE/NAME, or /KIND/NAME for a kind without namespaces")
        }
        return ObjectKey(kind, namespace: kind.isNamespaced ? parts[1] : "", name: parts[parts.count - 1])
    }

    private var heldPrune: Value {
        guard let held = cluster.state.heldPrune else { return ["items": []] }
        return [
            "reason": .string(held.reason),
            "items": .array(held.keys.map { .string($0.description) }),
        ]
    }

    private func prune(_ call: Call) async throws(APIError) -> Reply {
        let held = heldPrune
        let answer = await cluster.submit(try WriteOptions(call).request(.prune))
        _ = try answer.result.get()
        return json(held)
    }

    private func goDown(_ call: Call) async -> Reply {
        let options = try? Value.parse(json: call.body)
        // A year is as good as for ever.
        let seconds = options?["gracePeriodSeconds"]?.int64.map { Duration.seconds(min(max($0, 0), 31_536_000)) }
        var reply: Reply
        do throws(APIError) {
            try await asking { try await steady.goDown(gracePeriod: seconds) }
            reply = json([:])
        } catch {
            reply = error.reply()
        }
        // The end of the daemon ends the caller's connection, too.
        reply.afterwards = steady.leave
        return reply
    }

    // MARK: Going back

    private func versions(_ key: ObjectKey) async throws(APIError) -> Reply {
        let versions = try await asking { try await steady.versions(key) }
        guard !versions.isEmpty else { throw .notFound(key) }
        let items = versions.map { version -> Value in
            // What was encoded can be read.
            let spec = (try? Value.parse(json: version.app.spec.json())) ?? .null
            return [
                "version": .string(version.version), "sequence": .int(Int64(version.sequence)),
                "by": .string(version.by), "spec": spec,
            ]
        }
        return json(["items": .array(items)])
    }

    /// `?revision=3` of a Deployment; without, or with 0, the template before the present one. `?revision=2026-…Z` of an
    /// App, whose versions are times; without, or with 0, the last one that ran something else.
    private func rollBack(_ call: Call, _ key: ObjectKey) async throws(APIError) -> Reply {
        let text = call.query["revision"] ?? "0"
        if key.kind == .app { return try await restore(call, key, to: text == "0" ? nil : text) }
        guard let revision = Int(text), revision >= 0 else { throw .badRequest("\(text) is no revision") }
        return try await change(call, .rollBack(key, revision: revision == 0 ? nil : revision))
    }

    private func restore(_ call: Call, _ key: ObjectKey, to version: String?) async throws(APIError) -> Reply {
        let versions = try await asking { try await steady.versions(key) }
        guard !versions.isEmpty else { throw .notFound(key) }
        guard let target = versions.target(named: version) else {
            throw .badRequest(
                version.map {
                    "\(key.kind.singular) \"\(key.name)\" had no version \($0), as far back as the journal reaches"
                }
                    ?? "\(key.kind.singular) \"\(key.name)\" has run nothing else, as far back as the journal reaches"
            )
        }
        return try await change(call, .restore(key, target.app))
    }

    /// An App goes back as a whole to the version that was deployed before; with `?force=true` it stays where it is.
    private func abort(_ call: Call, _ key: ObjectKey) async throws(APIError) -> Reply {
        guard case .app(let app)? = cluster.state.object(key)?.object, !call.query.isTrue("force") else {
            return try await change(call, .abort(key))
        }
        guard let deployment = app.status.deployment, deployment.state == .running else {
            throw .badRequest("no update of \(key.kind.singular) \"\(key.name)\" is under way")
        }
        guard deployment.previousVersion != app.spec.version else {
            throw .badRequest("a restart goes back to nothing else; it can be ended where it stands")
        }
        let versions = try await asking { try await steady.versions(key) }
        guard let target = versions.last(where: { $0.version == deployment.previousVersion }) else {
            throw .badRequest(
                deployment.previousVersion.isEmpty
                    ? "nothing of \(key.kind.singular) \"\(key.name)\" was ever up to go back to"
                    : "the journal no longer holds version \(deployment.previousVersion), which was up before"
            )
        }
        return try await change(call, .restore(key, target.app, isWhole: true))
    }

    /// Answers with the object as it is then.
    private func change(_ call: Call, _ operation: Request.Operation) async throws(APIError) -> Reply {
        let answer = await cluster.submit(try WriteOptions(call).request(operation))
        var reply = Reply(body: .bytes(try answer.object().json()))
        reply.warn(answer.warnings)
        return reply
    }

    private func json(_ value: Value) -> Reply {
        Reply(body: .bytes(Array(value.json().utf8)))
    }

    private func asking<Result>(_ ask: () async throws -> Result) async throws(APIError) -> Result {
        do {
            return try await ask()
        } catch let error as APIError {
            throw error
        } catch {
            throw APIError(code: 500, reason: "InternalError", message: "\(error)")
        }
    }
}
