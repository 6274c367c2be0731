// Made by `make generate` from Probe.yaml: change that, not this.

/// Repeated check of a container by exactly one of four means
public struct Probe: Structure {
    /// Runs a program in the container; exit code 0 passes
    @Boxed public var exec: ExecAction?
    /// Failures in a row that count as failed; default 3, at least 1
    public var failureThreshold: Int = 0
    /// Calls the gRPC health service; answer SERVING passes
    @Boxed public var grpc: GRPCAction?
    /// Makes an HTTP request; a status from 200 to 399 passes
    @Boxed public var httpGet: HTTPGetAction?
    /// Seconds after the start before the first check; default 0
    public var initialDelaySeconds: Int = 0
    /// Seconds between checks; default 10, at least 1
    public var periodSeconds: Int = 0
    /// Passes in a row to recover after a failure; default 1, fixed for liveness and startup
    public var successThreshold: Int = 0
    /// Opens a TCP connection; being accepted passes
    @Boxed public var tcpSocket: TCPSocketAction?
    /// Seconds to stop after a failed check; that of the pod if unset; not for readiness
    public var terminationGracePeriodSeconds: Int?
    /// Seconds after which one check counts as failed; default 1, at least 1
    public var timeoutSeconds: Int = 0

    public init() {}
}

/// Actions at the start and stop of a container, and how it is stopped
public struct Lifecycle: Structure {
    /// Done right after the start, alongside the program; if it fails the container is killed
    @Boxed public var postStart: LifecycleHandler?
    /// Done before a stop asked for from outside; its time counts towards the grace period
    @Boxed public var preStop: LifecycleHandler?
    /// Signal to stop with, such as SIGUSR1; that of the image, else SIGTERM
    public var stopSignal: String?

    public init() {}
}

/// What to do at a point in the life of a container; exactly one
public struct LifecycleHandler: Structure {
    /// Runs a program in the container
    @Boxed public var exec: ExecAction?
    /// Makes an HTTP request
    @Boxed public var httpGet: HTTPGetAction?
    /// Waits a while
    @Boxed public var sleep: SleepAction?
    /// Obsolete and without support; fails when carried out
    @Boxed public var tcpSocket: TCPSocketAction?

    public init() {}
}

/// Program to run inside a container
public struct ExecAction: Structure {
    /// Program and arguments, without a shell; exit code 0 is success
    public var command: [String] = []

    public init() {}
}

/// HTTP GET request to make
public struct HTTPGetAction: Structure {
    /// Host to connect to; default the address of the pod
    public var host: String = ""
    /// Headers to send along
    public var httpHeaders: [HTTPHeader] = []
    /// Path on the server; default /
    public var path: String = ""
    /// Port number 1 to 65535, or name of a container port
    public var port: IntOrString = IntOrString()
    /// HTTP (default), or HTTPS without checking the certificate
    public var scheme: URIScheme = URIScheme()

    public init() {}
}

/// One header of a request
public struct HTTPHeader: Structure {
    /// Header field, as in X-Token
    public var name: String = ""
    /// Text sent for it
    public var value: String = ""

    public init() {}
}

/// Waiting as an action
public struct SleepAction: Structure {
    /// How long to wait, in seconds
    public var seconds: Int = 0

    public init() {}
}

/// TCP connection to open
public struct TCPSocketAction: Structure {
    /// Host to connect to; default the address of the pod
    public var host: String = ""
    /// Port number 1 to 65535, or name of a container port
    public var port: IntOrString = IntOrString()

    public init() {}
}

/// Call to the gRPC health service
public struct GRPCAction: Structure {
    /// Port number 1 to 65535
    public var port: Int = 0
    /// Service to ask about in the health request; default empty for the server as a whole
    public var service: String?

    public init() {}
}

/// How an HTTP check connects
public struct URIScheme: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var http: Self { Self(rawValue: "HTTP") }
    public static var https: Self { Self(rawValue: "HTTPS") }

    public static var known: [Self] {
        [.http, .https]
    }
}
