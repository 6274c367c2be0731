import Synchronization
import YAML

/// Turns the objects of a watch into text; tables keep their columns from event to event.
final class WatchScreen: Sendable {
    /// A week: who looks on wants to see it until he has seen enough.
    static let longestSeconds = "604800"

    private let printer: Mutex<TablePrinter>
    private let format: OutputFormat

    init(printer: TablePrinter, format: OutputFormat) {
        self.printer = Mutex(printer)
        self.format = format
    }

    func text(_ object: Value) throws -> String {
        if format.isTable { return printer.withLock { $0.text(object) } }
        let text = try format.text(object.withoutManagedFields)
        if case .yaml = format { return "---\n" + text }
        return text
    }
}
