internal import Model
internal import YAML

/// The moments of a rehearsal, those near each other told in one line, so that a thousand pods are a screenful.
struct RehearsalTimeline {
    /// What became of one object within a stretch of time.
    private struct Line {
        var start: Double
        var object: String
        var starts: [String: Int64] = [:]
        var counts: [String: Int64] = [:]
        var ready: Int64 = 0
        var wanted: Int64 = 0
        var message: String?
    }

    private let moments: [Value]
    /// Lengths of a stretch in seconds: the first that makes few enough lines is taken.
    private static let stretches = [0.1, 0.5, 1, 5, 15, 60, 300, 900]
    private static let lines = 40

    init(_ rehearsal: Value) { moments = rehearsal["timeline"]?.array ?? [] }

    func text(_ style: Style) -> String {
        var lines: [Line] = []
        for stretch in Self.stretches {
            lines = gathered(by: stretch)
            if lines.count <= Self.lines { break }
        }
        guard !lines.isEmpty else { return "" }
        let width = lines.map { RehearsalText.name(.string($0.object)).count }.max() ?? 0
        let timeWidth = lines.map { Self.seconds($0.start).count }.max() ?? 0
        return lines.map { line in
            let time = Self.seconds(line.start)
            let name = RehearsalText.name(.string(line.object))
            let padding = String(repeating: " ", count: 2 + timeWidth - time.count)
            let gap = String(repeating: " ", count: width - name.count)
            return "\(padding)\(time)  \(name)\(gap)  \(Self.words(line, style))\n"
        }.joined()
    }

    /// Of each object's moments those within one stretch come together; what has words of its own stands alone.
    private func gathered(by stretch: Double) -> [Line] {
        var lines: [Line] = []
        /// Where the line stands to which an object's next moment belongs.
        var open: [String: Int] = [:]
        for moment in moments {
            let time = moment["after"]?.double ?? 0
            let object = moment["object"]?.string ?? ""
            if let message = moment["message"]?.string {
                lines.append(Line(start: time, object: object, message: message))
                open[object] = nil
                continue
            }
            if let index = open[object], time < lines[index].start + stretch {
                Self.add(moment, to: &lines[index])
            } else {
                open[object] = lines.count
                var line = Line(start: time, object: object)
                Self.add(moment, to: &line)
                lines.append(line)
            }
        }
        return lines
    }

    private static func add(_ moment: Value, to line: inout Line) {
        for (node, count) in moment["starts"]?.object ?? [:] { line.starts[node, default: 0] += count.int64 ?? 0 }
        for name in ["ready", "unready", "stops", "gone", "restarts"] {
            line.counts[name, default: 0] += moment[name]?.int64 ?? 0
        }
        line.ready = moment["readyThen"]?.int64 ?? 0
        line.wanted = moment["wantedThen"]?.int64 ?? 0
    }

    private static func words(_ line: Line, _ style: Style) -> String {
        if let message = line.message { return message.printable }
        var words: [String] = []
        let starts = line.starts.values.reduce(0, +)
        if starts > 0 {
            let nodes = line.starts.keys.sorted()
            let place = nodes.count > 3 ? "\(nodes.count) nodes" : nodes.joined(separator: ", ").printable
            words.append(style.paint("\(starts) \(starts == 1 ? "starts" : "start")", .green) + " on \(place)")
        }
        let names = [
            ("ready", "ready", "ready", Style.Colour?.none), ("unready", "no longer ready", "no longer ready", .red),
            ("restarts", "container restarted", "containers restarted", .red), ("stops", "stops", "stop", .yellow),
            ("gone", "gone", "gone", nil),
        ]
        for (field, one, more, colour) in names {
            guard let count = line.counts[field], count > 0 else { continue }
            let text = "\(count) \(count == 1 ? one : more)"
            words.append(colour.map { style.paint(text, $0) } ?? text)
        }
        return "\(words.joined(separator: ", "))  (\(line.ready) of \(line.wanted) ready)"
    }

    /// `0.4 s`, `12.3 s`, `2 min 5 s`.
    static func seconds(_ time: Double) -> String {
        if time < 60 { return "\((time * 10).rounded() / 10) s" }
        let whole = Int(time.rounded())
        if whole < 3600 { return whole % 60 == 0 ? "\(whole / 60) min" : "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
