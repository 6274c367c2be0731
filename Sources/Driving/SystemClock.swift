internal import Glibc

/// The machine's clocks, in nanoseconds. For drivers and edges: what decides is given its time.
public enum SystemClock {
    /// Since 1970. People may set it.
    public static func wall() -> Int64 { read(CLOCK_REALTIME) }

    /// Since the machine's start. Never goes back.
    public static func steady() -> Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
