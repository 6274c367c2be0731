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

    mutating func add(_ pod: TalliedPod) { change(by: pod, sign: 1) }

    mutating func remove(_ pod: TalliedPod) { change(by: pod, sign: -1) }

    private mutating func change(by pod: TalliedPod, sign: Int) {
        if pod.isTerminating {
            terminating += sign
            return
        }
        live += sign
        if pod.isReady { ready += sign }
        liveByLabels[pod.labels, default: 0] += sign
        if liveByLabels[pod.labels] == 0 { liveByLabels[pod.labels] = nil }
    }
}

/// What of a pod its controller's tally counts: a change of anything else moves no tally.
struct TalliedPod: Equatable {
    /// Uid of the pod's controller.
    let owner: String
    let isTerminating: Bool
    let isReady: Bool
    let labels: [String: String]

    /// Nil for what no tally counts: other kinds, pods without a controller, pods that have ended.
    init?(_ object: Object?) {
        guard case .pod(let pod)? = object, !pod.hasEnded, let owner = pod.metadata.controller?.uid else { return nil }
        self.owner = owner
        isTerminating = pod.metadata.deletionTimestamp != nil
        isReady = pod.isReady
        labels = pod.metadata.labels
    }
}
