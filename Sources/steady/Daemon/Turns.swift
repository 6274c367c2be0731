import Controllers
import Driving

/// The control plane's thread.
final class Turns: Sendable {
    private let worker: Worker

    init(_ driver: ControlPlaneDriver, _ settings: Settings) throws {
        worker = try Worker(named: "control-plane") { driver.run(settings) }
    }

    /// Waits until the last turn is done; the driver must have been told to stop.
    func join() { worker.join() }
}
