import ArgumentParser
import Simulation

/// What goes wrong, as people write it.
enum FaultWords {
    /// Reads `node=n3@30s`, `node=n3@30s+2m`, `crash=web:10%`.
    ///
    /// - Throws: `ValidationError` that says what is possible.
    static func fault(_ text: String) throws -> RehearsedFault {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let fault: RehearsedFault? =
            switch parts.first {
            case "node" where parts.count == 2: node(parts[1])
            case "crash" where parts.count == 2: crash(parts[1])
            default: nil
            }
        guard let fault else {
            throw ValidationError(
                "\(text): expected node=NAME@TIME, such as node=n3@30s or node=n3@30s+2m where it comes back, "
                    + "or crash=WORKLOAD:PERCENT%, such as crash=web:10%"
            )
        }
        return fault
    }

    private static func node(_ text: String) -> RehearsedFault? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        let times = parts[1].split(separator: "+", omittingEmptySubsequences: false).map { Span.seconds(String($0)) }
        // What happens later than an hour no rehearsal sees.
        guard (1...2).contains(times.count), let delay = times[0], delay <= 3600 else { return nil }
        guard times.count == 2 else { return .node(parts[0], at: .seconds(delay)) }
        guard let absence = times[1], absence <= 3600 else { return nil }
        return .node(parts[0], at: .seconds(delay), returningAfter: .seconds(absence))
    }

    private static func crash(_ text: String) -> RehearsedFault? {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex, text.hasSuffix("%"),
            let percent = Double(text[text.index(after: colon)...].dropLast()), (0...100).contains(percent)
        else { return nil }
        return .crash(String(text[..<colon]), perMille: Int((percent * 10).rounded()))
    }
}
