/// How many instances of an app go and come next: Marathon's rolling upgrade, on plain numbers.
///
/// Formulas: Marathon's `TaskReplaceActor`, said of a state instead of a sequence of events.
struct AppUpgrade {
    /// Instances wanted.
    var instances: Int
    var minimumHealthCapacity: Double
    var maximumOverCapacity: Double
    /// Instances of earlier configurations that count as healthy.
    var healthyOld: Int
    var old: Int
    /// Instances of the present configuration.
    var new: Int
    var readyNew: Int

    /// Old instances to kill now.
    ///
    /// With 4 wanted, all healthy and a capacity of 0.5: 2 at once, and then one for each new instance that is ready.
    /// More than are wanted go in any case: two configurations that never came up would leave no room for a third.
    var kills: Int {
        if readyNew >= instances { return old }
        let unhealthy = old - healthyOld
        let spare = healthyOld + readyNew - minimumHealthy
        return min(old, max(old - instances, max(0, spare) + (spare >= 0 ? unhealthy : 0)))
    }

    /// New instances to start now, beside the old ones that stay.
    var starts: Int {
        max(0, min(instances - new, maximum - (old - kills) - new))
    }

    private var minimumHealthy: Int { Int((Double(instances) * minimumHealthCapacity).rounded(.up)) }

    /// One more than all where nothing may be missing and nothing may be added: else nothing could ever move.
    private var maximum: Int {
        let capacity = Int(Double(instances) * (1 + maximumOverCapacity))
        return minimumHealthy == capacity && old > 0 ? capacity + 1 : capacity
    }
}
