/// Lines on a terminal that are drawn over themselves as what they tell goes on.
public struct LiveLines: Sendable {
    private var drawn = 0
    private let width: Int

    /// `width` is the terminal's; longer lines are cut, since a wrapped one could not be drawn over.
    public init(width: Int) {
        self.width = max(width, 20)
    }

    /// The bytes that replace the lines drawn before by these.
    public mutating func draw(_ lines: [String]) -> String {
        var text = drawn > 0 ? "\u{1B}[\(drawn)A\r" : ""
        for line in lines {
            text += "\u{1B}[2K\(cut(line))\n"
        }
        // What is left over from a longer drawing.
        text += "\u{1B}[0J"
        drawn = lines.count
        return text
    }

    /// Counts what is seen: escape sequences take no room.
    private func cut(_ line: String) -> String {
        var seen = 0
        var isEscape = false
        var kept = ""
        for character in line {
            if character == "\u{1B}" { isEscape = true }
            if isEscape {
                kept.append(character)
                if character.isLetter { isEscape = false }
                continue
            }
            if seen < width - 1 {
                kept.append(character)
                seen += 1
            }
        }
        return kept
    }
}
