internal import CLinux
internal import Driving
internal import Glibc
internal import HeapModule
internal import Synchronization

/// The thread of a `SocketProber`: waits for sockets and for their deadlines.
struct ProbeLoop {
    private let inbox: SocketProber.Orders
    private let epoll: Int32
    /// By socket.
    private var talks: [Int32: ProbeTalk] = [:]
    /// Of all talks, and of some that have ended before their time.
    private var deadlines = Heap<Deadline>()
    private var lastNumber: UInt64 = 0

    private struct Deadline: Comparable {
        var time: Int64
        var socket: Int32
        var number: UInt64

        static func < (left: Deadline, right: Deadline) -> Bool {
            (left.time, left.number) < (right.time, right.number)
        }
    }

    /// Somebody who answers and doesn't end the answer is listened to for so long, in nanoseconds.
    private static let longestFarewell: Int64 = 1_000_000_000

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
        guard let next = deadlines.min else { return -1 }
        let left = next.time - SystemClock.steady()
        return left <= 0 ? 0 : Int32(clamping: left / 1_000_000 + 1)
    }

    private mutating func begin(_ order: SocketProber.Order) {
        lastNumber += 1
        var talk = ProbeTalk(order, number: lastNumber)
        switch talk.connect() {
        case .ended(let outcome): end(talk, outcome)
        case .goesOn, .answered, .redirected:
            talks[talk.socket] = talk
            watch(talk, until: order.deadline)
            advance(talk.socket)
        }
    }

    private mutating func watch(_ talk: ProbeTalk, until time: Int64) {
        deadlines.insert(Deadline(time: time, socket: talk.socket, number: talk.number))
    }

    private mutating func advance(_ socket: Int32) {
        guard var talk = talks[socket] else { return }
        switch talk.advance() {
        case .goesOn: goOn(talk)
        case .answered(let outcome):
            tell(talk, outcome)
            goOn(talk)
            watch(talk, until: min(talk.order.deadline, SystemClock.steady() + Self.longestFarewell))
        case .ended(let outcome): end(talk, outcome)
        case .redirected(let probe):
            end(talk, nil)
            follow(talk.order, to: probe)
        }
    }

    private mutating func goOn(_ talk: ProbeTalk) {
        talks[talk.socket] = talk
        clinux_epoll_set(epoll, talk.socket, talk.interest)
    }

    private mutating func follow(_ order: SocketProber.Order, to probe: HTTPProbe) {
        var next = order
        next.redirects += 1
        next.request.target = .http(probe)
        next.peer = order.peer?.at(port: probe.port)
        guard next.redirects <= SocketProber.Order.mostRedirects else {
            return next.tell(.failure("\(probe.subject): stopped after \(SocketProber.Order.mostRedirects) redirects"))
        }
        begin(next)
    }

    private mutating func endOverdue() {
        let now = SystemClock.steady()
        while let next = deadlines.min, next.time <= now {
            deadlines.removeMin()
            guard let talk = talks[next.socket], talk.number == next.number else { continue }
            end(talk, talk.timeUp())
        }
    }

    private mutating func end(_ talk: ProbeTalk, _ outcome: ProbeOutcome?) {
        talks[talk.socket] = nil
        if talk.socket >= 0 {
            clinux_epoll_remove(epoll, talk.socket)
            close(talk.socket)
        }
        if let outcome { tell(talk, outcome) }
    }

    private func tell(_ talk: ProbeTalk, _ outcome: ProbeOutcome) { talk.order.tell(outcome) }
}
