public import Containers

/// What a probe of a container asks.
public enum ProbeKind: String, Sendable, Hashable, CaseIterable {
    /// Whether it has come up; until it has, the others wait.
    case startup
    /// Whether it can serve now.
    case readiness
    /// Whether it must be started anew.
    case liveness
    /// Both at once: one of the health checks of a Marathon app.
    case health
    /// Whether a new task of a Marathon app is ready for the deployment that made it. It is asked until it is.
    case deployment
}

/// A look at a container over the network, from outside. Commands run in the container are the containerizer's.
public struct ProbeRequest: Sendable, Hashable {
    public enum Target: Sendable, Hashable {
        /// Passes by an answer with a status from 200 to 399.
        case http(HTTPProbe)
        /// Passes when a connection is taken.
        case tcp(address: String, port: UInt16)
        /// Passes when the server's health service says SERVING of that service; "" is the server as a whole.
        case grpc(address: String, port: UInt16, service: String)
    }

    /// Comes back in the result; never the same twice in one daemon's life.
    public var id: UInt64
    public var attempt: AttemptID
    public var target: Target
    public var timeout: Duration

    public init(id: UInt64, attempt: AttemptID, target: Target, timeout: Duration) {
        self.id = id
        self.attempt = attempt
        self.target = target
        self.timeout = timeout
    }
}

public struct HTTPProbe: Sendable, Hashable {
    /// An address or a name. It goes into the `Host` header where the probe has none.
    public var address: String
    public var port: UInt16
    /// With its query, as it goes on the wire.
    public var path: String
    /// Name and value, in the order of sending. An empty `User-Agent` or `Accept` leaves that header out.
    public var headers: [[String]]
    /// HTTPS. No certificate is verified.
    public var isSecure: Bool
    /// A redirect on the same host is followed, and what it leads to counts; one to elsewhere passes.
    public var followsRedirects: Bool
    /// An answer from 100 to 199 that no other follows is inconclusive, and no failure.
    public var ignoresInformational: Bool
    /// The answer itself is wanted, with so many bytes of its body at most; nil where its status is judged here.
    public var keptBody: Int?

    public init(
        address: String,
        port: UInt16,
        path: String,
        headers: [[String]] = [],
        isSecure: Bool = false,
        followsRedirects: Bool = false,
        ignoresInformational: Bool = false,
        keptBody: Int? = nil
    ) {
        self.address = address
        self.port = port
        self.path = path
        self.headers = headers
        self.isSecure = isSecure
        self.followsRedirects = followsRedirects
        self.ignoresInformational = ignoresInformational
        self.keptBody = keptBody
    }
}

/// What came of a `ProbeRequest`.
public struct ProbeResult: Sendable, Hashable {
    public var id: UInt64
    public var attempt: AttemptID
    public var outcome: ProbeOutcome

    public init(id: UInt64, attempt: AttemptID, outcome: ProbeOutcome) {
        self.id = id
        self.attempt = attempt
        self.outcome = outcome
    }
}

public enum ProbeOutcome: Sendable, Hashable {
    case success
    /// Why it did not pass, in words for people.
    case failure(String)
    /// What was answered, where that was wanted.
    case answer(HTTPAnswer)
    /// Nothing can be said: what came counts for nothing, or the trouble is the prober's own.
    case inconclusive
}

/// An answer over HTTP.
public struct HTTPAnswer: Sendable, Hashable {
    public var status: Int
    /// As the answer says it; empty where it doesn't.
    public var contentType: String
    /// The beginning of it.
    public var body: String

    public init(status: Int, contentType: String = "", body: String = "") {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}

/// Carries out probes. Returns at once and tells each result, within the request's timeout or little more.
public protocol Prober: Sendable {
    func probe(_ request: ProbeRequest, then tell: @escaping @Sendable (ProbeResult) -> Void)
}
