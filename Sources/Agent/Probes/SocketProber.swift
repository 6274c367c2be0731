internal import CLinux
internal import Driving
internal import Glibc
internal import Synchronization

/// Probes over the network: one thread, sockets that never block it.
public final class SocketProber: Prober {
    struct Order: Sendable {
        var request: ProbeRequest
        var tell: @Sendable (ProbeResult) -> Void
    }

    /// What waits for the thread.
    struct Inbox: Sendable {
        var orders: [Order] = []
        var isClosed = false
    }

    private let inbox: Orders
    private let worker: Worker

    /// Shared by the callers and the thread.
    final class Orders: Sendable {
        let content = Mutex(Inbox())
        let bell: Int32

        init() throws(AgentError) { bell = try check(clinux_eventfd(), "make a bell for probes") }

        deinit { close(bell) }

        func ring() {
            var one: UInt64 = 1
            write(bell, &one, 8)
        }
    }

    public init() throws {
        let inbox = try Orders()
        let epoll = try check(clinux_epoll_create(), "make a watch for probes")
        self.inbox = inbox
        worker = try Worker(named: "probes") {
            var loop = ProbeLoop(inbox: inbox, epoll: epoll)
            loop.run()
        }
    }

    public func probe(_ request: ProbeRequest, then tell: @escaping @Sendable (ProbeResult) -> Void) {
        inbox.content.withLock { $0.orders.append(Order(request: request, tell: tell)) }
        inbox.ring()
    }

    /// Ends the thread; probes that are under way are not answered.
    public func stop() {
        inbox.content.withLock { $0.isClosed = true }
        inbox.ring()
        worker.join()
    }
}
