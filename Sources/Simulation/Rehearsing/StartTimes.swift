public import Model

/// How long workloads take to start and to become ready, as far as anybody has seen it.
public struct StartTimes: Sendable {
    /// One start of a pod, as it was seen.
    struct Sample: Sendable, Hashable {
        /// From its binding to a node until its containers ran.
        var delay: Duration
        /// From there until it was ready.
        var warmUp: Duration
    }

    /// What a workload that was never seen takes from its start until its probes pass.
    public var assumedWarmUp = Duration.seconds(1)
    private var samples: [ObjectKey: [Sample]] = [:]

    /// Of each workload the latest ones count.
    private static let limit = 100

    public init() {}

    public func seen(of workload: ObjectKey) -> Int { samples[workload]?.count ?? 0 }

    mutating func note(_ sample: Sample, of workload: ObjectKey) {
        samples[workload, default: []].append(sample)
        if let count = samples[workload]?.count, count > Self.limit { samples[workload]?.removeFirst() }
    }

    /// What a start may take this time. The delay is nil where none was seen.
    func draw(for workload: ObjectKey, _ chance: inout Chance) -> (delay: Duration?, warmUp: Duration) {
        guard let sample = chance.pick(samples[workload] ?? []) else {
            // A tenth more or less, so that not all of them come up at one moment.
            return (nil, assumedWarmUp * (900 + chance.below(201)) / 1000)
        }
        // What was seen ended with the first look that found it ready; it was ready a little before.
        return (sample.delay, sample.warmUp * 19 / 20)
    }
}
