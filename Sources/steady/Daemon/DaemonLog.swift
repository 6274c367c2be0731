import Logging
import Model

/// The daemon's log: a line per message on standard error, with time and level.
struct DaemonLog: LogHandler {
    let label: String
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Console.note("\(Timestamp.now.milliseconds) \(event.level) \(event.message)")
    }
}
