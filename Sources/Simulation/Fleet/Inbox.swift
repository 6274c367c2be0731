internal import Model

/// What waits for somebody's next turn.
struct Inbox<Message: Sendable>: Sendable {
    private(set) var waiting: [Message] = []
    /// The turn is planned: what comes until then is taken together.
    private(set) var isTurnPlanned = false
    /// When a turn is wanted though nothing comes.
    var wakeAt: Timestamp?

    var isEmpty: Bool { waiting.isEmpty }

    mutating func put(_ message: Message) { waiting.append(message) }

    /// Returns false where the turn is planned already.
    mutating func planTurn() -> Bool {
        defer { isTurnPlanned = true }
        return !isTurnPlanned
    }

    /// The turn has come: takes out all that waits.
    mutating func take() -> [Message] {
        defer { waiting = [] }
        isTurnPlanned = false
        return waiting
    }

    /// Notes when a turn is wanted next. Returns when to wake; nil where that is planned already.
    mutating func wake(at time: Timestamp?) -> Timestamp? {
        guard time != wakeAt else { return nil }
        wakeAt = time
        return time
    }

    /// The time has come. Returns whether anybody still wants to be woken.
    mutating func isWoken(at time: Timestamp) -> Bool {
        guard wakeAt == time else { return false }
        wakeAt = nil
        return true
    }
}

/// Messages from one to another, which arrive in the order in which they were sent.
struct MessageOrder: Sendable {
    private var last = Timestamp(nanoseconds: .min)

    /// When a message arrives that takes so long if none is before it.
    mutating func arrival(_ now: Timestamp, after delay: Duration) -> Timestamp {
        last = max(now + delay, last)
        return last
    }
}
