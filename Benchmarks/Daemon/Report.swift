import Glibc

/// One line of the table.
struct Row {
    var name: String
    /// Milliseconds of what was measured.
    var milliseconds: [Double]
    /// Milliseconds of the same without Steady, in turn beside it; empty where there is none.
    var baseline: [Double] = []
    var goal = ""
}

/// The table, printed line by line as results come, and the load of the machine at that time.
enum Report {
    static func heading() {
        print(line("", "n", "p50 ms", "p99 ms", "max ms", "base p50", "ratio", "goal"))
    }

    static func print(_ row: Row) {
        let times = row.milliseconds.sorted()
        let baseline = row.baseline.sorted()
        guard !times.isEmpty else { return print(line(row.name, "0", "", "", "", "", "", row.goal)) }
        let base = baseline.isEmpty ? "" : number(percentile(baseline, 50))
        let ratio = baseline.isEmpty ? "" : number(percentile(times, 50) / max(percentile(baseline, 50), 0.001)) + "x"
        print(
            line(
                row.name,
                "\(times.count)",
                number(percentile(times, 50)),
                number(percentile(times, 99)),
                number(times.last ?? 0),
                base,
                ratio,
                row.goal
            )
        )
    }

    /// A number that is no time.
    static func fact(_ name: String, _ value: String, goal: String = "") {
        print(pad(name, 46) + pad(value, 42) + "  " + goal)
    }

    static func load() { fact("load average (1, 5, 15 minutes)", loadAverage) }

    static func print(_ text: String) {
        Swift.print(text)
        fflush(nil)
    }

    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }

    private static func percentile(_ sorted: [Double], _ part: Int) -> Double {
        sorted[min(sorted.count - 1, sorted.count * part / 100)]
    }

    private static var loadAverage: String {
        text(of: "/proc/loadavg").split(separator: " ").prefix(3).joined(separator: " ")
    }

    private static func line(_ name: String, _ columns: String...) -> String {
        pad(name, 46) + columns.dropLast().map { right($0, 10) }.joined() + "  " + (columns.last ?? "")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}
