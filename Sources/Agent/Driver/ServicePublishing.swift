internal import Driving
internal import Networking

/// Hands the latest table of services on, and hands it on again until it was taken: what the packet filter refused once
/// must not wait for the next change.
struct ServicePublishing {
    private let tables: Mailbox<ServiceTable>

    static let firstPause = Duration.milliseconds(100)
    static let longestPause = Duration.seconds(30)

    init(_ tables: Mailbox<ServiceTable>) { self.tables = tables }

    /// Until the mailbox is closed. Blocks.
    func run(_ publish: (ServiceTable) throws -> Void) {
        var pending: ServiceTable?
        var pause = Self.firstPause
        while let arrived = tables.receive(timeout: pending == nil ? nil : pause) {
            if let latest = arrived.last {
                (pending, pause) = (latest, Self.firstPause)
            } else {
                pause = min(pause * 2, Self.longestPause)
            }
            guard let table = pending else { continue }
            do {
                try publish(table)
                pending = nil
            } catch {
                // Whoever publishes has told of it.
            }
        }
    }
}
