public import Model
public import YAML

/// Draws a chain of causes, each under what it caused, and each once.
///
/// A cause has `what`, perhaps `time`, `sequence` and `by`, and its own `causes`. The uppermost may have `refused`: what
/// was asked for since then and was refused.
public enum CauseTree {
    public static func text(_ cause: Value, now: Timestamp, style: Style) -> String {
        var told: Set<Int64> = []
        let chain = subtree(cause, "", now: now, style: style, &told)
        let refused = (cause["refused"]?.array ?? []).map { "since then: \(line($0, now: now, style: style))\n" }
        return chain + refused.joined()
    }

    /// What stands above already is not told again, only pointed to.
    private static func subtree(
        _ cause: Value,
        _ indent: String,
        now: Timestamp,
        style: Style,
        _ told: inout Set<Int64>
    ) -> String {
        let sequence = cause["sequence"]?.int64
        if let sequence, !told.insert(sequence).inserted {
            return "\((cause["what"]?.string ?? "?").printable)  \(style.dim("(see #\(sequence))"))\n"
        }
        var text = line(cause, now: now, style: style) + "\n"
        let causes = cause["causes"]?.array ?? []
        for (index, child) in causes.enumerated() {
            let isLast = index == causes.count - 1
            text += indent + (isLast ? "└─ " : "├─ ")
            text += subtree(child, indent + (isLast ? "   " : "│  "), now: now, style: style, &told)
        }
        return text
    }

    private static func line(_ cause: Value, now: Timestamp, style: Style) -> String {
        var parts = [(cause["what"]?.string ?? "?").printable]
        if let by = cause["by"]?.string, !by.isEmpty { parts.append(style.paint(by.printable, .cyan)) }
        if let time = cause["time"]?.string.flatMap(Timestamp.init) {
            parts.append(style.dim("\(Age.text(now - time)) ago"))
        }
        if let sequence = cause["sequence"]?.int64 { parts.append(style.dim("#\(sequence)")) }
        return parts.joined(separator: "  ")
    }
}
