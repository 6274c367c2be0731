import Logging
import Model
import Rendering

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
        // One line for each, whatever is told of: who reads the log by lines is to find no forged ones.
        Console.note("\(Timestamp.now.milliseconds) \(event.level) \(event.message.description.printable)")
    }
}
