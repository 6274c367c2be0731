internal import Model

/// What the pods of one controller come to, counted by the fold so that a controller of many scans none of them.
public struct PodTally: Sendable, Hashable {
    /// Pods that have neither ended nor been told to.
    public private(set) var live: Int = 0
    /// Live pods that are ready.
    public private(set) var ready: Int = 0
    /// Pods that were told to end and have not yet.
    public private(set) var terminating: Int = 0
    /// Live pods by all the labels they bear: those of one template bear the same, so that this holds few entries.
    private var liveByLabels: [[String: String]: Int] = [:]

    public init() {}

    /// Live pods that bear every one of these labels.
    public func live(withLabels labels: [String: String]) -> Int {
        live { own in labels.allSatisfy { own[$0.key] == $0.value } }
    }

    /// Live pods of whose labels something holds.
    public func live(where holds: ([String: String]) -> Bool) -> Int {
        liveByLabels.reduce(0) { sum, entry in holds(entry.key) ? sum + entry.value : sum }
    }

    mutating func add(_ pod: Pod) { change(by: pod, sign: 1) }

    mutating func remove(_ pod: Pod) { change(by: pod, sign: -1) }

    private mutating func change(by pod: Pod, sign: Int) {
        if pod.hasEnded { return }
        if pod.metadata.deletionTimestamp != nil {
            terminating += sign
            return
        }
        live += sign
        if pod.isReady { ready += sign }
        let labels = pod.metadata.labels
        liveByLabels[labels, default: 0] += sign
        if liveByLabels[labels] == 0 { liveByLabels[labels] = nil }
    }
}
