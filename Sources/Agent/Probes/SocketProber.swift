internal import CLinux
internal import Driving
internal import Glibc
internal import Synchronization

/// Probes over the network: one thread, sockets that never block it. Names are looked up by another.
public final class SocketProber: Prober {
    struct Order: Sendable {
        var request: ProbeRequest
        /// Whom to connect to; nil as long as a name is not looked up.
        var peer: PeerAddress?
        /// By the clock that nobody sets, in nanoseconds.
        var deadline: Int64
        var redirects = 0
        fileprivate var result: @Sendable (ProbeResult) -> Void

        /// As many as Kubernetes follows.
        static let mostRedirects = 10

        func tell(_ outcome: ProbeOutcome) {
            result(ProbeResult(id: request.id, attempt: request.attempt, outcome: outcome))
        }
    }

    /// What waits for the thread.
    struct Inbox: Sendable {
        var orders: [Order] = []
        var isClosed = false
    }

    private let inbox: Orders
    private let names = Mailbox<Order>()
    private let workers: [Worker]

    /// Shared by the callers and the thread.
    final class Orders: Sendable {
        let content = Mutex(Inbox())
        let bell: Int32

        init() throws(AgentError) { bell = try check(clinux_eventfd(), "make a bell for probes") }

        deinit { close(bell) }

        func add(_ order: Order) {
            content.withLock { $0.orders.append(order) }
            ring()
        }

        func ring() {
            var one: UInt64 = 1
            write(bell, &one, 8)
        }
    }

    public init() throws {
        let inbox = try Orders()
        let epoll = try check(clinux_epoll_create(), "make a watch for probes")
        self.inbox = inbox
        let loop = try Worker(named: "probes") {
            var loop = ProbeLoop(inbox: inbox, epoll: epoll)
            loop.run()
        }
        let names = names
        do {
            workers = [loop, try Worker(named: "probed names") { Self.lookUp(names, then: inbox) }]
        } catch {
            inbox.content.withLock { $0.isClosed = true }
            inbox.ring()
            throw error
        }
    }

    public func probe(_ request: ProbeRequest, then tell: @escaping @Sendable (ProbeResult) -> Void) {
        // A hook may have as long as it likes; a day is as good as for ever.
        let (seconds, attoseconds) = min(request.timeout, .seconds(86_400)).components
        let deadline = SystemClock.steady() + seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        let peer = PeerAddress(request.target.host, port: request.target.port)
        let order = Order(request: request, peer: peer, deadline: deadline, result: tell)
        if peer == nil { names.send(order) } else { inbox.add(order) }
    }

    private static func lookUp(_ names: Mailbox<Order>, then inbox: Orders) {
        while let orders = names.receive(timeout: nil) {
            for var order in orders {
                let target = order.request.target
                do throws(AgentError) {
                    order.peer = try PeerAddress.lookUp(target.host, port: target.port)
                    inbox.add(order)
                } catch {
                    order.tell(.failure("\(target.host):\(target.port): \(error.message)"))
                }
            }
        }
    }

    /// Ends the threads; probes that are under way are not answered.
    public func stop() {
        inbox.content.withLock { $0.isClosed = true }
        inbox.ring()
        names.close()
        for worker in workers { worker.join() }
    }
}

extension ProbeRequest.Target {
    /// An address or a name.
    fileprivate var host: String {
        switch self {
        case .http(let http): http.address
        case .tcp(let address, _), .grpc(let address, _, _): address
        }
    }

    fileprivate var port: UInt16 {
        switch self {
        case .http(let http): http.port
        case .tcp(_, let port), .grpc(_, let port, _): port
        }
    }
}
