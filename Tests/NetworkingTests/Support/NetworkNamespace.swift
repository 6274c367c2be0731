import CLinux
import Glibc

/// A network namespace that goes when this object does. Nothing that happens in it is seen by the machine.
final class NetworkNamespace: Sendable {
    let descriptor: Int32

    /// Made on a thread of its own, so that no thread of the test runner ever leaves the machine's namespace.
    init() async throws {
        descriptor = try await onOwnThread {
            guard clinux_unshare_network() == 0 else { throw LabError("unshare the network", errno) }
            let descriptor = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw LabError("open the namespace", errno) }
            return descriptor
        }
        try await run { try Plugs.bringUpLoopback() }
    }

    deinit { close(descriptor) }

    /// Runs the body on a thread of its own inside this namespace.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await onOwnThread { [self] in
            guard clinux_enter_network(descriptor) == 0 else { throw LabError("enter a namespace", errno) }
            return try body()
        }
    }

    /// Runs the body here on a thread that is in another namespace of the lab, and brings the thread back.
    func visit<Result>(_ body: () throws -> Result) throws -> Result {
        let home = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)
        defer { close(home) }
        guard clinux_enter_network(descriptor) == 0 else { throw LabError("enter a namespace", errno) }
        let result = Swift.Result { try body() }
        guard clinux_enter_network(home) == 0 else { throw LabError("come back to a namespace", errno) }
        return try result.get()
    }
}

struct LabError: Error, CustomStringConvertible {
    var description: String

    init(_ purpose: String, _ code: Int32) { description = "\(purpose): \(String(cString: strerror(code)))" }
}

/// Runs a blocking body on a thread of its own, and waits for it without holding up the cooperative pool.
func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        startThread { continuation.resume(with: Swift.Result(catching: body)) }
    }
}

func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let code = pthread_create(
        &thread,
        &attributes,
        { box in
            guard let box else { return nil }
            Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body()
            return nil
        },
        box.toOpaque()
    )
    precondition(code == 0, "a thread could not be started")
}
