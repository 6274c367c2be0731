internal import Model
public import YAML

/// What a rehearsal says, for people: the timeline, how each workload and Service fared, what was asked of nodes, and
/// the verdict.
public enum RehearsalText {
    /// - Parameter summary: as `steady rehearse -o json` prints it.
    public static func text(_ summary: Value, style: Style) -> String {
        let worst = summary["worst"] ?? .null
        let parts = [
            RehearsalTimeline(worst).text(style), workloads(worst, style), services(worst), load(worst), rest(worst),
            verdict(summary, worst, style),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: Tables

    private static func workloads(_ worst: Value, _ style: Style) -> String {
        let all = elements(worst, "workloads")
        let shown = all.filter { $0["isTouched"] == true || $0["isChanged"] == true || $0["rolledOutAfter"] == .null }
        let count = all.count - shown.count
        let rest = count > 0 ? "\(count) more \(count == 1 ? "workload" : "workloads") untouched\n" : ""
        guard !shown.isEmpty else { return rest.isEmpty ? "No workload would be touched.\n" : rest }
        var table = TextTable()
        let head = ["WORKLOAD", "READY", "LEAST READY", "ROLLED OUT", "RESTARTS", "START TIMES"]
        return table.lay([head] + shown.map(row)) + rest
    }

    private static func row(_ workload: Value) -> [String] {
        let promised = number(workload, "promised")
        let least =
            workload["leastReady"]?.int64.map { "\($0)" + (promised > 0 ? ", \(promised) promised" : "") } ?? "-"
        let seen = number(workload, "startsSeen")
        return [
            name(workload["object"]),
            "\(number(workload, "readyInTheEnd"))/\(number(workload, "wanted"))",
            least,
            workload["rolledOutAfter"]?.double.map { "after \(RehearsalTimeline.seconds($0))" }
                ?? (workload["rolledBack"]?.string == nil ? "no" : "taken back"),
            "\(number(workload, "restarts"))",
            seen == 0 ? "assumed" : "from \(seen) \(seen == 1 ? "start" : "starts") seen",
        ]
    }

    private static func services(_ worst: Value) -> String {
        elements(worst, "services").compactMap { service -> String? in
            let (fewest, end) = (number(service, "fewest"), number(service, "inTheEnd"))
            guard let before = service["before"]?.int64 else {
                return "\(name(service["object"])): \(end) endpoints in the end\n"
            }
            guard fewest < before || end != before else { return nil }
            let time = RehearsalTimeline.seconds(service["fewestAfter"]?.double ?? 0)
            let least = fewest < before ? ", \(fewest) at the fewest, after \(time)" : ""
            return "\(name(service["object"])): \(before) endpoints before, \(end) in the end\(least)\n"
        }.joined()
    }

    private static func load(_ worst: Value) -> String {
        let nodes = elements(worst, "nodes")
        guard let fullest = nodes.max(by: { share($0) < share($1) }) else { return "" }
        let total = ["milliCPU", "memoryBytes", "pods"].map { field in
            nodes.reduce(Int64(0)) { $0.addingReportingOverflow(number($1["allocatable"], field)).partialValue }
        }
        let all = amounts(worst["peak"], of: total)
        let own = amounts(
            fullest["peak"],
            of: ["milliCPU", "memoryBytes", "pods"].map { number(fullest["allocatable"], $0) }
        )
        return "Asked of \(nodes.count) \(nodes.count == 1 ? "node" : "nodes") at the most: \(all)\n"
            + (nodes.count > 1 ? "Fullest: \(text(fullest["name"])) with \(own)\n" : "")
    }

    /// How full it was at the most, by whichever it has least of.
    private static func share(_ node: Value) -> Double {
        ["milliCPU", "memoryBytes", "pods"].map { field in
            let all = number(node["allocatable"], field)
            return all > 0 ? Double(number(node["peak"], field)) / Double(all) : 0
        }.max() ?? 0
    }

    private static func amounts(_ load: Value?, of total: [Int64]) -> String {
        let cpu = "\(cores(number(load, "milliCPU"))) of \(cores(total[0])) cpu"
        let memory = "\(bytes(number(load, "memoryBytes"))) of \(bytes(total[1])) memory"
        let pods = number(load, "pods")
        return "\(cpu), \(memory), \(pods) \(pods == 1 ? "pod" : "pods")"
    }

    private static func cores(_ milli: Int64) -> String { Quantity(milli: Int(milli)).description }

    private static func bytes(_ count: Int64) -> String {
        let units = [("GiB", 1_073_741_824.0), ("MiB", 1_048_576), ("KiB", 1024)]
        for (name, size) in units where Double(count) >= size {
            let tenths = (Double(count) / size * 10).rounded() / 10
            return tenths == tenths.rounded() ? "\(Int64(tenths)) \(name)" : "\(tenths) \(name)"
        }
        return "\(count) B"
    }

    private static func rest(_ worst: Value) -> String {
        var lines = elements(worst, "pending").map { trouble in
            let count = number(trouble, "pods")
            return "\(count) \(count == 1 ? "pod stays" : "pods stay") without a node: \(text(trouble["reason"]))"
        }
        let kept = elements(worst, "kept").map { name($0) }
        if !kept.isEmpty { lines.append("No file states \(kept.joined(separator: ", ")); kept until `steady prune`") }
        return lines.map { $0 + "\n" }.joined()
    }

    // MARK: The verdict

    private static func verdict(_ summary: Value, _ worst: Value, _ style: Style) -> String {
        let count = number(summary, "seeds")
        let bad = elements(summary, "badSeeds").count
        var lines: [String] = []
        let seed = text(worst["seed"])
        if count > 1 {
            lines.append("\(count) rehearsals: \(Int(count) - bad) good, \(bad) bad\(spread(summary))")
            lines.append("This was the worst of them; see it again with --seed \(seed)")
        }
        let problems = elements(worst, "problems").map { text($0) }
        guard bad == 0 else {
            return lines.map { $0 + "\n" }.joined() + style.paint("Bad:", .red) + "\n"
                + problems.map { "  \($0)\n" }.joined()
        }
        let time = worst["rolledOutAfter"]?.double.map { RehearsalTimeline.seconds($0) } ?? ""
        let isIdle = elements(worst, "workloads").allSatisfy { $0["isTouched"] != true && $0["isChanged"] != true }
        let good = isIdle ? "nothing would be started or stopped" : "all is rolled out after \(time)"
        return lines.map { $0 + "\n" }.joined() + style.paint("Good:", .green) + " \(good)\n"
    }

    private static func spread(_ summary: Value) -> String {
        guard let times = summary["rolledOutAfter"], let least = times["least"]?.double,
            let median = times["median"]?.double, let most = times["most"]?.double
        else { return "" }
        let words = [least, median, most].map { RehearsalTimeline.seconds($0) }
        return "; rolled out after \(words[0]) at the soonest, \(words[1]) in the middle, \(words[2]) at the latest"
    }

    // MARK: Values

    private static func elements(_ value: Value, _ name: String) -> [Value] { value[name]?.array ?? [] }

    private static func number(_ value: Value?, _ name: String) -> Int64 { value?[name]?.int64 ?? 0 }

    private static func text(_ value: Value?) -> String { (value?.string ?? "").printable }

    static func name(_ value: Value?) -> String {
        guard let key = ObjectKey(value?.string ?? "") else { return text(value) }
        let name = "\(key.kind.singular)/\(key.name)"
        return key.namespace.isEmpty || key.namespace == "default" ? name : "\(name) in \(key.namespace)"
    }
}
