import CLinux
import Driving
import Glibc
import Synchronization

/// Answers the pods' questions for names, over UDP and TCP: the cluster's names from the latest table, all others
/// by asking the servers of the host's `resolv.conf`.
///
/// Runs on a thread of its own until `stop()`. Takes any packet: what can't be read gets an error or nothing.
public final class DNSServer: Sendable {
    private let shared: Shared
    private let worker: Worker

    /// The address and port on which it answers.
    public let address: IPv4Address
    public let port: UInt16

    /// Binds in the network namespace of the calling thread, in which its questions to other servers go out as well.
    ///
    /// - Parameters:
    ///   - address: by which pods know it: the plan's gateway, after `HostNetwork.establish()`.
    ///   - port: 0 for any that is free.
    ///   - resolvConf: the host's file; read again when it changed.
    /// - Throws: `.conflict` when another server has that address and port.
    public init(
        address: IPv4Address,
        port: UInt16 = 53,
        table: DNSTable,
        resolvConf: String = "/etc/resolv.conf"
    ) throws {
        let sockets = try DNSSockets(address: address, port: port)
        let wake = clinux_eventfd()
        guard wake >= 0 else { throw NetworkingError(errno, "make the DNS server's waker") }
        let shared = Shared(table: table, wake: wake)
        self.shared = shared
        self.address = address
        self.port = sockets.port

        let resolver = HostResolver(path: resolvConf, excluding: SocketAddress(address, sockets.port))
        let loop = Handover(try DNSLoop(sockets: sockets, shared: shared, resolver: resolver))
        worker = try Worker(named: "names") { loop.take()?.run() }
    }

    deinit { stop() }

    /// Answers from that table from now on.
    public func publish(_ table: DNSTable) {
        shared.table.withLock { $0 = table }
    }

    /// Ends the server and frees its address; waits until that is done.
    public func stop() {
        shared.isStopping.store(true, ordering: .releasing)
        shared.wakeUp()
        worker.join()
    }

    /// What the server's thread and the others both reach.
    final class Shared: Sendable {
        let table: Mutex<DNSTable>
        let isStopping = Atomic(false)
        let wake: Int32

        init(table: DNSTable, wake: Int32) {
            self.table = Mutex(table)
            self.wake = wake
        }

        deinit { close(wake) }

        func wakeUp() {
            var one: UInt64 = 1
            // The counter is either woken by this or so already.
            _ = write(wake, &one, 8)
        }
    }
}

/// The two sockets on which the server is asked.
struct DNSSockets {
    let datagrams: Int32
    let listener: Int32
    let port: UInt16

    init(address: IPv4Address, port: UInt16) throws {
        let datagrams = try Self.open(SOCK_DGRAM, SocketAddress(address, port), "UDP")
        do {
            var bound = SocketAddress()
            guard bound.receiving({ getsockname(datagrams, $0, $1) }) == 0 else {
                throw NetworkingError(errno, "read the DNS server's address")
            }
            listener = try Self.open(SOCK_STREAM, SocketAddress(address, bound.port), "TCP")
            (self.datagrams, self.port) = (datagrams, bound.port)
        } catch {
            close(datagrams)
            throw error
        }
    }

    private static func open(_ kind: __socket_type, _ address: SocketAddress, _ name: String) throws -> Int32 {
        let purpose = "listen for DNS on \(address.address) port \(address.port)/\(name)"
        let flags = SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = socket(AF_INET, Int32(kind.rawValue | flags), 0)
        guard descriptor >= 0 else { throw NetworkingError(errno, purpose) }
        var on: Int32 = 1
        if kind == SOCK_STREAM { setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, 4) }
        guard address.passing({ bind(descriptor, $0, $1) }) == 0,
            kind == SOCK_DGRAM || listen(descriptor, 64) == 0
        else {
            let code = errno
            close(descriptor)
            throw NetworkingError(code, purpose)
        }
        return descriptor
    }
}

/// A value that one thread makes and another one has from then on.
private final class Handover<Value>: @unchecked Sendable {
    // Unchecked: made before the thread starts, and touched by that thread alone.
    private var value: Value?

    init(_ value: Value) { self.value = value }

    func take() -> Value? {
        defer { value = nil }
        return value
    }
}
