import Driving
import Model

extension Timestamp {
    /// By the wall clock. Only for what is shown: what decides is given its time.
    static var now: Timestamp { Timestamp(nanoseconds: SystemClock.wall()) }
}
