public import Cluster
public import Journaling
internal import Model
internal import YAML

/// How inputs are written into the journal, whole, and read back: so a journal can be replayed.
///
/// `by` says whose input it is: `start`, `directory`, `api`, `agent`, `node`, `timer` or `disk`.
public enum InputRecord {
    /// The input that a record holds. A request's number is not kept: it means nothing to anybody but its caller.
    ///
    /// - Throws: `ClusterError` where it can't be read, as with one that an older Steady wrote in fewer words.
    public static func input(_ record: Record, _ seals: Seals) throws(ClusterError) -> Input {
        let reader = try InputReader(record, seals)
        switch try reader.text("by") {
        case "start": return .start(try reader.startFacts())
        case "directory": return .directory(try reader.directoryStatement())
        case "api": return .request(id: 0, try reader.request())
        case "agent": return .report(try reader.report())
        case "node":
            guard case .node(let node) = try reader.object("object", about: reader.subject) else {
                throw reader.unreadable("no node")
            }
            return .node(node)
        case "timer": return .timer
        case "disk": return .writable(after: try reader.writeProblem())
        case let other: throw reader.unreadable("an input by \(other)")
        }
    }

    static func draft(_ input: Input, _ settings: Settings, _ seals: Seals) -> RecordDraft {
        var writer = InputWriter(seals)
        var key: ObjectKey?
        switch input {
        case .start(let facts): writer.write(facts, settings)
        case .directory(let statement): writer.write(statement)
        case .request(_, let request):
            key = request.operation.key
            writer.write(request)
        case .report(let report): writer.write(report)
        case .node(let node):
            key = node.key
            writer.field("by", "node")
            writer.object("object", .node(node), about: node.key.description)
        case .timer: writer.field("by", "timer")
        case .writable(let problem): writer.write(problem)
        }
        return RecordDraft(type: .input, key: key?.description, body: writer.body)
    }
}

// MARK: - What starts a daemon

extension InputWriter {
    fileprivate mutating func write(_ facts: StartFacts, _ settings: Settings) {
        field("by", "start")
        field("version", facts.version)
        // Beyond what JSON's readers take for a whole number.
        field("seed", String(facts.seed))
        let addresses = settings.serviceAddresses
        numbers("serviceAddresses", [Int64(addresses.lowerBound), Int64(addresses.upperBound)])
        numbers("nodePorts", [Int64(settings.nodePorts.lowerBound), Int64(settings.nodePorts.upperBound)])
        field("rollback", settings.rollback.rawValue)
    }
}

extension InputReader {
    fileprivate func startFacts() throws(ClusterError) -> StartFacts {
        guard let seed = UInt64(try text("seed")) else { throw unreadable("a seed that is no number") }
        return StartFacts(seed: seed, version: try text("version"))
    }

    /// The settings of the daemon that started, which stand beside what it knew.
    func settings() throws(ClusterError) -> Settings {
        let addresses = try range("serviceAddresses")
        let ports = try range("nodePorts")
        guard let first = UInt32(exactly: addresses.lowerBound), let last = UInt32(exactly: addresses.upperBound) else {
            throw unreadable("addresses beyond 32 bits")
        }
        return Settings(
            serviceAddresses: first...last,
            nodePorts: Int(ports.lowerBound)...Int(ports.upperBound),
            // Older ones did not say it.
            rollback: text(ifAny: "rollback").flatMap(RollbackPolicy.Mode.init) ?? .off,
            version: try text("version")
        )
    }

    private func range(_ name: String) throws(ClusterError) -> ClosedRange<Int64> {
        let ends = elements(name).compactMap { $0.int64() }
        guard ends.count == 2, ends[0] <= ends[1] else { throw unreadable("\(name) is no range") }
        return ends[0]...ends[1]
    }
}

// MARK: - What the disk refused

extension InputWriter {
    fileprivate mutating func write(_ problem: WriteProblem) {
        field("by", "disk")
        field("problem", problem.message)
        number("since", Int(problem.since.nanoseconds))
    }
}

extension InputReader {
    fileprivate func writeProblem() throws(ClusterError) -> WriteProblem {
        guard let since = number("since") else { throw unreadable("it has no since") }
        return WriteProblem(message: try text("problem"), since: Timestamp(nanoseconds: Int64(since)))
    }
}
