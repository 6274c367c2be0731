import Glibc

/// Nanoseconds of a clock that only goes forward.
func now() -> Int64 { read(CLOCK_MONOTONIC) }

/// Nanoseconds of processor time that this thread has had: for what only computes, so that others on the machine
/// don't count.
func computed() -> Int64 { read(CLOCK_THREAD_CPUTIME_ID) }

private func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

/// How long the body takes, in seconds.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    let begin = now()
    try body()
    return Double(now() - begin) / 1e9
}

/// Resident memory of this process, in MiB.
func residentMemory() -> Double {
    guard let file = fopen("/proc/self/statm", "re") else { return 0 }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = fread(&bytes, 1, bytes.count, file)
    let words = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: " ")
    return Double(words.dropFirst().first.flatMap { Int($0) } ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
}

/// The table's lines.
enum Report {
    static func line(_ name: String, _ value: String, goal: String = "") {
        let gap = String(repeating: " ", count: max(1, 46 - name.count))
        let secondGap = String(repeating: " ", count: max(1, 42 - value.count))
        print(name + gap + value + secondGap + goal)
        fflush(nil)
    }

    /// Microseconds of single things.
    static func times(_ name: String, _ nanoseconds: [Int64], goal: String = "") {
        let sorted = nanoseconds.sorted()
        guard !sorted.isEmpty else { return line(name, "nothing", goal: goal) }
        func percentile(_ part: Int) -> Int64 { sorted[min(sorted.count - 1, sorted.count * part / 100)] / 1000 }
        line(name, "p50 \(percentile(50))  p99 \(percentile(99)) us  (n = \(sorted.count))", goal: goal)
    }

    /// Millions of bytes in a second of `clock`, the median of several rounds.
    static func rate(
        _ name: String,
        bytes: Int,
        rounds: Int = 15,
        goal: String = "",
        clock: () -> Int64 = computed,
        _ body: () throws -> Void
    ) rethrows {
        var rates: [Double] = []
        for _ in 0..<rounds {
            let begin = clock()
            try body()
            rates.append(Double(bytes) * 1000 / Double(max(1, clock() - begin)))
        }
        line(name, "\(number(rates.sorted()[rounds / 2])) MB/s  (\(bytes / 1000) kB, \(rounds) rounds)", goal: goal)
    }

    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
