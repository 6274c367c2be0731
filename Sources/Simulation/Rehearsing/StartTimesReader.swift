internal import Cluster
public import Journaling
internal import Model
internal import YAML

/// Learns from a journal's records how long workloads take to start.
public struct StartTimesReader: Sendable {
    private struct Start {
        var boundAt: Int64
        var runsAt: Int64?
    }

    public private(set) var times: StartTimes
    private var owners = PodOwners()
    /// Pods that are on their way, by uid. Of those that were met in the midst of it nothing is learned.
    private var starts: [String: Start] = [:]
    private var known: Set<String> = []

    /// - Parameter times: what is known already.
    public init(_ times: StartTimes = StartTimes()) { self.times = times }

    /// Takes the next record. What can't be read teaches nothing.
    public mutating func take(_ record: Record) {
        guard record.type == .put, let key = record.key.flatMap({ ObjectKey($0) }),
            key.kind == .pod || key.kind == .replicaSet, let object = Self.object(in: record, key)
        else { return }
        if case .pod(let pod) = object { note(pod, at: record.time) } else { owners.note(object) }
    }

    private static func object(in record: Record, _ key: ObjectKey) -> Object? {
        // A record that is no object's was reported when the state was read.
        guard let body = try? ChangeRecord.body(of: record), let node = body["object"] else { return nil }
        return try? ChangeRecord.object(node, about: key.description, key.kind, in: record, Seals(nil))
    }

    private mutating func note(_ pod: Pod, at time: Int64) {
        let uid = pod.metadata.uid
        guard !pod.spec.nodeName.isEmpty, pod.metadata.deletionTimestamp == nil else {
            starts[uid] = nil
            return
        }
        let statuses = pod.status.containerStatuses
        let hasRun = statuses.contains { $0.restartCount > 0 || $0.state.terminated != nil }
        if known.insert(uid).inserted {
            let isFresh = statuses.allSatisfy { $0.state.running == nil } && !hasRun
            if isFresh { starts[uid] = Start(boundAt: time) }
            return
        }
        guard var start = starts[uid] else { return }
        if hasRun {
            starts[uid] = nil
            return
        }
        if start.runsAt == nil, !statuses.isEmpty, statuses.allSatisfy({ $0.state.running != nil }) {
            start.runsAt = time
        }
        starts[uid] = start
        guard pod.isReady, let runsAt = start.runsAt else { return }
        starts[uid] = nil
        let sample = StartTimes.Sample(
            delay: Self.span(start.boundAt, runsAt),
            warmUp: Self.span(runsAt, time)
        )
        times.note(sample, of: owners.workload(of: pod))
    }

    /// A clock that was set back meanwhile tells nothing.
    private static func span(_ start: Int64, _ end: Int64) -> Duration {
        let (length, overflow) = end.subtractingReportingOverflow(start)
        return overflow || length < 0 ? .zero : .nanoseconds(length)
    }
}
