/// Colours for a terminal; none where the output goes elsewhere.
public struct Style: Sendable, Hashable {
    public enum Colour: Int, Sendable, CaseIterable {
        case red = 31
        case green = 32
        case yellow = 33
        case blue = 34
        case magenta = 35
        case cyan = 36
    }

    public var isOn: Bool

    public init(isOn: Bool) {
        self.isOn = isOn
    }

    /// Colours are on for a terminal that can show them, unless `NO_COLOR` is set to anything (no-color.org).
    public init(isTerminal: Bool, environment: [String: String]) {
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        isOn = isTerminal && !isRefused && environment["TERM"] != "dumb"
    }

    public func paint(_ text: String, _ colour: Colour) -> String {
        isOn ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    public func dim(_ text: String) -> String {
        isOn ? "\u{1B}[2m\(text)\u{1B}[0m" : text
    }

    /// A colour that stays the same for a name, to tell the lines of several pods apart.
    public func colour(for name: String) -> Colour {
        let sum = name.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }
        // Red is for errors.
        let choices = Colour.allCases.dropFirst()
        return choices[choices.startIndex + Int(sum % UInt32(choices.count))]
    }
}
