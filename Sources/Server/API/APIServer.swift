public import Agent
internal import Cluster
internal import Controllers
public import Model
internal import YAML

/// Answers the calls of the Kubernetes API, and Steady's own.
///
/// It decides nothing: reads are answered from the state that is durable, writes are put to the control plane.
public struct APIServer: Responder {
    /// The version of the Kubernetes API that is spoken.
    static let kubernetesVersion = (major: "1", minor: "36", patch: "2")

    let cluster: any ClusterAccess
    let pods: any PodAccess
    let steady: any SteadyAccess
    let clock: @Sendable () -> Timestamp
    private let pages = Pages()

    /// - Parameters:
    ///   - pods: logs of and commands in this node's containers.
    ///   - steady: what Kubernetes has no path for.
    ///   - clock: the wall clock; ages in tables are counted up to it.
    public init(
        cluster: any ClusterAccess,
        pods: any PodAccess,
        steady: any SteadyAccess,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.cluster = cluster
        self.pods = pods
        self.steady = steady
        self.clock = clock
    }

    public func reply(to call: Call) async -> Reply {
        do throws(APIError) {
            return try await answer(call)
        } catch {
            return error.reply()
        }
    }

    public func webSocket(for call: Call) async -> WebSocketAnswer? {
        guard case .objects(let route) = Route(call.segments), let key = route.key,
            let part = route.subresource.flatMap({ ServedSubresource($0, of: route.kind) })
        else { return nil }
        do throws(APIError) {
            switch part {
            case .exec where call.webSocketProtocols.contains(PodExec.subprotocol):
                let exec = try PodExec(key, call.query, in: cluster.state, access: pods)
                return WebSocketAnswer(subprotocol: PodExec.subprotocol, run: exec.run)
            case .portforward where call.webSocketProtocols.contains(PodPortForward.subprotocol):
                let forward = try PodPortForward(key, in: cluster.state)
                return WebSocketAnswer(subprotocol: PodPortForward.subprotocol, run: forward.run)
            default: return nil
            }
        } catch {
            // Answered as a usual call, which comes to the same error and can say it.
            return nil
        }
    }

    private func answer(_ call: Call) async throws(APIError) -> Reply {
        switch Route(call.segments) {
        case .unknown: return .unknownPath
        case .root: return try read(call) { json(["paths": .array(Self.paths.map(Value.string))]) }
        case .version: return try read(call) { json(version) }
        case .health(let check): return try read(call) { health(check) }
        case .coreVersions:
            return try read(call) {
                discovery(call, Discovery.coreVersions, aggregated: Discovery.aggregated(core: true))
            }
        case .groups:
            return try read(call) { discovery(call, Discovery.groups(), aggregated: Discovery.aggregated(core: false)) }
        case .group(let name): return try read(call) { json(Discovery.group(name)) }
        case .resources(let group, let version):
            return try read(call) { json(Discovery.resources(group: group, version: version)) }
        case .openAPI(nil): return try read(call) { OpenAPI.index.reply(to: call) }
        case .openAPI(let name?):
            return try read(call) { OpenAPI.document(name)?.reply(to: call) ?? .unknownPath }
        case .openAPIVersion2:
            guard Representation.negotiated(call.accept) != nil else { throw .notAcceptable }
            return try read(call) { OpenAPI.version2.reply(to: call) }
        case .objects(let route): return try await objects(call, route)
        case .steady(let segments):
            return try await steadyPaths.answer(call, segments)
        }
    }

    private var steadyPaths: SteadyPaths { SteadyPaths(cluster: cluster, steady: steady, now: clock()) }

    // MARK: Objects

    private func objects(_ call: Call, _ route: ObjectsRoute) async throws(APIError) -> Reply {
        guard let representation = Representation.negotiated(call.accept) else { throw .notAcceptable }
        var encoder = ObjectEncoder(kind: route.kind, representation: representation, now: clock())
        if let text = call.query["includeObject"] {
            guard let rowObject = ObjectEncoder.RowObject(rawValue: text) else {
                throw .badRequest("invalid includeObject value: \"\(text)\"")
            }
            encoder.rowObject = rowObject
        }
        if let point = try await steadyPaths.point(call) {
            encoder.now = point.time
            return try await past(call, route, point, encoder)
        }
        guard let key = route.key else { return try await collection(call, route, encoder) }
        var part: ServedSubresource?
        if let name = route.subresource {
            guard let served = ServedSubresource(name, of: route.kind) else { return .unknownPath }
            part = served
        }
        switch (call.method, part) {
        case (.get, .log): return try log(key, call)
        case (.get, .exec), (.post, .exec): return try exec(key, call)
        case (.get, .portforward), (.post, .portforward): return try portForward(key)
        case (.get, .scale): return try scale(key, in: cluster.state)
        case (.get, nil), (.get, .status), (.head, nil):
            if call.query.isTrue("watch") { return try watch(route, call, encoder) }
            return try reading.get(key, encoder)
        case (.put, nil), (.put, .status), (.put, .scale):
            return try await Writing(cluster: cluster, call: call, encoder: encoder).replace(route, key)
        case (.patch, nil), (.patch, .status), (.patch, .scale):
            return try await Writing(cluster: cluster, call: call, encoder: encoder).patch(route, key)
        case (.delete, nil): return try await Deleting(cluster: cluster, call: call, encoder: encoder).delete(key)
        default: throw .methodNotAllowed
        }
    }

    private var reading: Reading { Reading(state: cluster.state, writeProblem: cluster.writeProblem, pages: pages) }

    /// Objects as they were: only looking is possible there, and asking what a patch would have done.
    private func past(
        _ call: Call,
        _ route: ObjectsRoute,
        _ point: PastPoint,
        _ encoder: ObjectEncoder
    ) async throws(APIError) -> Reply {
        if call.method == .patch, let key = route.key, route.subresource == nil {
            return try await rehearse(call, route, key, point, encoder)
        }
        guard call.method == .get || call.method == .head else { throw .past }
        let state = try await steadyPaths.state(at: point)
        let reading = Reading(state: state, pages: pages)
        guard let key = route.key else {
            let options = try ListOptions(call.query)
            guard !options.isWatch else { throw .badRequest("the past doesn't change any more: leave out watch") }
            return try reading.list(route, options, encoder)
        }
        guard let part = route.subresource else { return try reading.get(key, encoder) }
        switch ServedSubresource(part, of: route.kind) {
        case .status: return try reading.get(key, encoder)
        case .scale: return try scale(key, in: state)
        case nil: return .unknownPath
        default: throw .badRequest("the journal keeps objects, and not what containers do: leave out at")
        }
    }

    private func rehearse(
        _ call: Call,
        _ route: ObjectsRoute,
        _ key: ObjectKey,
        _ point: PastPoint,
        _ encoder: ObjectEncoder
    ) async throws(APIError) -> Reply {
        guard try WriteOptions(call).isDryRun else { throw .past }
        let cluster = PastCluster(state: try await steadyPaths.state(at: point), now: point.time)
        return try await Writing(cluster: cluster, call: call, encoder: encoder).patch(route, key)
    }

    private func collection(_ call: Call, _ route: ObjectsRoute, _ encoder: ObjectEncoder) async throws(APIError)
        -> Reply
    {
        switch call.method {
        case .get, .head:
            let options = try ListOptions(call.query)
            if options.isWatch { return try watch(route, call, encoder) }
            return try reading.list(route, options, encoder)
        case .post:
            try checkPlace(route)
            return try await Writing(cluster: cluster, call: call, encoder: encoder).create(route)
        case .delete:
            try checkPlace(route)
            let options = try ListOptions(call.query)
            return try await Deleting(cluster: cluster, call: call, encoder: encoder).deleteCollection(route, options)
        default: throw .methodNotAllowed
        }
    }

    /// Objects of all namespaces can be read together, not written.
    private func checkPlace(_ route: ObjectsRoute) throws(APIError) {
        guard route.namespace != nil || !route.kind.isNamespaced else { throw .methodNotAllowed }
    }

    private func watch(_ route: ObjectsRoute, _ call: Call, _ encoder: ObjectEncoder) throws(APIError) -> Reply {
        let options = try ListOptions(call.query)
        // What is asked for is judged before the stream begins, on an empty object: later there is no status to give.
        _ = try options.matches(Object(empty: route.kind))
        try options.checkVersion(reached: cluster.state.revision)
        let clock = clock
        let watching = Watching(cluster: cluster, route: route, options: options) {
            var encoder = encoder
            encoder.now = clock()
            return encoder
        }
        return Reply(body: .stream(watching.run))
    }

    private func log(_ key: ObjectKey, _ call: Call) throws(APIError) -> Reply {
        try PodLog(key, call.query, in: cluster.state, now: clock(), access: pods).reply()
    }

    /// Only reached by calls that no WebSocket came of.
    private func exec(_ key: ObjectKey, _ call: Call) throws(APIError) -> Reply {
        _ = try PodExec(key, call.query, in: cluster.state, access: pods)
        throw .badRequest("Upgrade request required: exec speaks \(PodExec.subprotocol) over a WebSocket")
    }

    /// Only reached by calls that no WebSocket came of.
    private func portForward(_ key: ObjectKey) throws(APIError) -> Reply {
        _ = try PodPortForward(key, in: cluster.state)
        throw .badRequest("Upgrade request required: portforward speaks \(PodPortForward.subprotocol) over a WebSocket")
    }

    private func scale(_ key: ObjectKey, in state: ClusterState) throws(APIError) -> Reply {
        guard let stored = state.object(key) else { throw .notFound(key) }
        return Reply(body: .bytes(ScaleObject(stored.object).json()))
    }

    // MARK: What is always there

    private static let paths = [
        "/api", "/api/v1", "/apis", "/apis/apps", "/apis/apps/v1", "/apis/discovery.k8s.io",
        "/apis/discovery.k8s.io/v1", "/apis/marathon", "/apis/marathon/v2", "/healthz", "/livez", "/openapi/v2",
        "/openapi/v3", "/readyz", "/steady/v1", "/version",
    ]

    private func read(_ call: Call, _ reply: () -> Reply) throws(APIError) -> Reply {
        guard call.method == .get || call.method == .head else { throw .methodNotAllowed }
        return reply()
    }

    private func json(_ value: Value) -> Reply {
        Reply(body: .bytes(Array(value.json().utf8)))
    }

    private var version: Value {
        let (major, minor, patch) = Self.kubernetesVersion
        return [
            "major": .string(major), "minor": .string(minor),
            "gitVersion": .string("v\(major).\(minor).\(patch)+steady.\(steady.version)"),
            "gitCommit": .string(steady.commit),
            "gitTreeState": steady.commit.hasSuffix("-dirty") ? "dirty" : "clean",
            "buildDate": "1970-01-01T00:00:00Z",
            "goVersion": "", "compiler": "swift", "platform": .string("linux/\(Self.architecture)"),
        ]
    }

    #if arch(arm64)
        private static let architecture = "arm64"
    #else
        private static let architecture = "amd64"
    #endif

    /// Not ready while nothing can be written; alive in any case, since reads are still answered.
    private func health(_ check: String) -> Reply {
        if check == "readyz", let problem = cluster.writeProblem {
            return .text("writes are stopped: \(problem.message)\n", status: 500)
        }
        return .text("ok")
    }

    private func discovery(_ call: Call, _ legacy: Value, aggregated: Value) -> Reply {
        guard Discovery.wantsAggregated(call.accept) else { return PublishedDocument(legacy).reply(to: call) }
        return PublishedDocument(aggregated).reply(
            to: call,
            contentType: "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
        )
    }
}

extension APIError {
    fileprivate static var past: APIError { .badRequest("the past can't be changed: leave out at") }
}
