internal import Driving
internal import Glibc

/// Makes volumes in the state directory, on a thread of its own.
public final class DiskVolumes: VolumeWriter {
    private struct Order: Sendable {
        var plan: VolumePlan
        var tell: @Sendable (VolumeResult) -> Void
    }

    private let orders = Mailbox<Order>()
    private let worker: Worker

    public init() throws {
        let orders = orders
        worker = try Worker(named: "volumes") {
            while let waiting = orders.receive(timeout: nil) {
                for order in waiting { order.tell(VolumeBuilder(order.plan).result()) }
            }
        }
    }

    public func write(_ plan: VolumePlan, then tell: @escaping @Sendable (VolumeResult) -> Void) {
        orders.send(Order(plan: plan, tell: tell))
    }

    /// Ends the thread when what was ordered is done.
    public func stop() {
        orders.close()
        worker.join()
    }
}
