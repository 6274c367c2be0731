internal import CLinux
internal import Driving
internal import Glibc
internal import Synchronization

/// The thread of a `SocketProber`: waits for sockets and for their deadlines.
struct ProbeLoop {
    private let inbox: SocketProber.Orders
    private let epoll: Int32
    /// By socket.
    private var talks: [Int32: ProbeTalk] = [:]

    init(inbox: SocketProber.Orders, epoll: Int32) {
        self.inbox = inbox
        self.epoll = epoll
        clinux_epoll_set(epoll, inbox.bell, UInt32(CLINUX_READABLE))
    }

    mutating func run() {
        var ready = [clinux_ready](repeating: clinux_ready(), count: 64)
        while true {
            let count = Int(clinux_epoll_wait(epoll, &ready, Int32(ready.count), timeout))
            for event in ready.prefix(max(count, 0)) {
                if event.fd == inbox.bell { clearBell() } else { advance(event.fd) }
            }
            endOverdue()
            let content = inbox.content.withLock { inbox in
                defer { inbox.orders = [] }
                return inbox
            }
            for order in content.orders { begin(order) }
            if content.isClosed { break }
        }
        for socket in talks.keys { close(socket) }
        close(epoll)
    }

    private func clearBell() {
        var count: UInt64 = 0
        read(inbox.bell, &count, 8)
    }

    /// Milliseconds until the next deadline; -1 for none.
    private var timeout: Int32 {
        guard let next = talks.values.map(\.deadline).min() else { return -1 }
        let left = next - SystemClock.steady()
        return left <= 0 ? 0 : Int32(clamping: left / 1_000_000 + 1)
    }

    private mutating func begin(_ order: SocketProber.Order) {
        var talk = ProbeTalk(order, now: SystemClock.steady())
        switch talk.connect() {
        case .goesOn:
            talks[talk.socket] = talk
            advance(talk.socket)
        case .ended(let outcome): end(talk, outcome)
        }
    }

    private mutating func advance(_ socket: Int32) {
        guard var talk = talks[socket] else { return }
        switch talk.advance() {
        case .goesOn:
            talks[socket] = talk
            clinux_epoll_set(epoll, socket, talk.interest)
        case .ended(let outcome): end(talk, outcome)
        }
    }

    private mutating func endOverdue() {
        let now = SystemClock.steady()
        for talk in talks.values.sorted(by: { $0.deadline < $1.deadline }) where talk.deadline <= now {
            end(talk, .failure("\(talk.subject): no answer within \(talk.order.request.timeout)"))
        }
    }

    private mutating func end(_ talk: ProbeTalk, _ outcome: ProbeOutcome) {
        talks[talk.socket] = nil
        if talk.socket >= 0 {
            clinux_epoll_remove(epoll, talk.socket)
            close(talk.socket)
        }
        let request = talk.order.request
        talk.order.tell(ProbeResult(id: request.id, attempt: request.attempt, outcome: outcome))
    }
}
