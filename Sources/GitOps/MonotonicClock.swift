import Driving

/// The time by which the watch measures: since the machine's start, never set back.
enum MonotonicClock {
    static var now: Duration { .nanoseconds(SystemClock.steady()) }

    /// Nanoseconds since 1970, on the clock by which file systems stamp.
    static var wallNanoseconds: Int64 { SystemClock.wall() }
}

extension Duration {
    /// For `clinux_poll`; at most a day.
    var pollNanoseconds: Int64 {
        let (seconds, attoseconds) = max(self, .zero).components
        return min(seconds, 86_400) * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    /// For poll(2): rounded up, so that nobody wakes just before the time; at most a day.
    var pollMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        if seconds >= 86_400 { return 86_400_000 }
        return max(0, Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
