import ArgumentParser

/// A span of time as people write it on the command line.
struct Span: ExpressibleByArgument, Hashable {
    var seconds: Int

    init?(argument: String) {
        guard let seconds = Self.seconds(argument) else { return nil }
        self.seconds = seconds
    }

    /// `90`, `30s`, `5m`, `2h30m`, `1d`; nil for anything else.
    static func seconds(_ text: String) -> Int? {
        if let plain = Int(text) { return plain >= 0 ? plain : nil }
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604_800]
        var total = 0
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let count = Int(digits), let unit = units[character] else { return nil }
            let (span, isTooLong) = count.multipliedReportingOverflow(by: unit)
            let (sum, isTooMuch) = total.addingReportingOverflow(span)
            guard !isTooLong, !isTooMuch else { return nil }
            total = sum
            digits = ""
        }
        return digits.isEmpty && !text.isEmpty ? total : nil
    }
}
