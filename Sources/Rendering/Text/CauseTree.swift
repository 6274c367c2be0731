public import Model
public import YAML

/// Draws a chain of causes, each under what it caused.
///
/// A cause has `what`, perhaps `time`, `sequence` and `by`, and its own `causes`. The uppermost may have `refused`: what
/// was asked for since then and was refused.
public enum CauseTree {
    public static func text(_ cause: Value, now: Timestamp, style: Style) -> String {
        let chain = line(cause, now: now, style: style) + "\n" + children(of: cause, indent: "", now: now, style: style)
        let refused = (cause["refused"]?.array ?? []).map { "since then: \(line($0, now: now, style: style))\n" }
        return chain + refused.joined()
    }

    private static func children(of cause: Value, indent: String, now: Timestamp, style: Style) -> String {
        let causes = cause["causes"]?.array ?? []
        var text = ""
        for (index, child) in causes.enumerated() {
            let isLast = index == causes.count - 1
            text += "\(indent)\(isLast ? "└─ " : "├─ ")\(line(child, now: now, style: style))\n"
            text += children(of: child, indent: indent + (isLast ? "   " : "│  "), now: now, style: style)
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
