/// How many instances of an app go and come next: Marathon's rolling upgrade, on plain numbers.
///
/// Formulas: Marathon's `TaskReplaceActor`, said of a state instead of a sequence of events.
struct AppUpgrade: Hashable {
    /// Instances wanted.
    var instances: Int
    var bounds: AppBounds
    /// Instances of earlier configurations that are not on their way out.
    var old: Int
    /// Those of them that count as healthy.
    var healthyOld: Int
    /// Instances of the present configuration that are not on their way out.
    var new: Int
    var healthyNew: Int
    /// Instances on their way out, of whatever configuration: until they are gone they count.
    var leaving: Int

    /// Old instances to kill now, those that are not healthy first.
    ///
    /// With 4 wanted, all healthy and a capacity of 0.5: 2 at once, and then one for each new instance that is ready.
    /// More than are wanted go in any case: two configurations that never came up would leave no room for a third.
    var kills: Int {
        if healthyNew >= instances { return old }
        let unhealthy = old - healthyOld
        let spare = healthy - bounds.fewestHealthy(healthy: healthy)
        if spare >= 0 { return min(old, max(old - instances, spare + unhealthy)) }
        // Too few are healthy to spare any. What is not healthy makes room where a new one could not start otherwise.
        let crowded = max(0, missing - room)
        return min(old, max(old - instances, min(unhealthy, leaving > 0 ? 0 : crowded)))
    }

    /// New instances to start now. Those that are killed now count until they are gone.
    var starts: Int { max(0, min(missing, room)) }

    private var healthy: Int { healthyOld + healthyNew }
    private var missing: Int { instances - new }
    private var room: Int { max(0, bounds.most(healthy: healthy, whileReplacing: old > 0) - old - new - leaving) }
}

/// How few instances of an app may be healthy during an upgrade, and how many may be there.
struct AppBounds: Hashable {
    private let minimumHealthy: Int
    private let capacity: Int
    private let isResident: Bool

    init(instances: Int, minimumHealthCapacity: Double, maximumOverCapacity: Double, isResident: Bool) {
        minimumHealthy = Int((Double(instances) * minimumHealthCapacity).rounded(.up))
        capacity = Int(Double(instances) * (1 + maximumOverCapacity))
        self.isResident = isResident
    }

    /// Where nothing may be missing and nothing may be added, nothing could ever move: an app that keeps data on its
    /// nodes then goes one below.
    func fewestHealthy(healthy: Int) -> Int { isStuck(healthy) && isResident ? minimumHealthy - 1 : minimumHealthy }

    /// Any other app goes one above, once all that there may be are healthy.
    func most(healthy: Int, whileReplacing: Bool) -> Int {
        isStuck(healthy) && !isResident && whileReplacing ? capacity + 1 : capacity
    }

    private func isStuck(_ healthy: Int) -> Bool { minimumHealthy == capacity && capacity <= healthy }
}
