import Client
import Model
import Synchronization
import YAML

/// Follows the logs of all pods that labels select: those that are there, those that come later, and each next life of
/// a container that is started again.
struct LogFollowing: Sendable {
    let client: APIClient
    let selections: [PodSelection]
    /// Which containers of a pod are meant.
    let sources: @Sendable (Pod) -> [LogSource]
    /// For what is there at the beginning.
    let first: LogCopy
    /// For what comes later: from its first line.
    let later: LogCopy

    /// One life of a container: its log is copied once.
    private struct Life: Hashable {
        var pod: String
        var container: String
        var id: String
    }

    private struct Work {
        var source: LogSource
        var isLater: Bool
    }

    /// Goes on until it is cancelled or the daemon can't be reached.
    func run() async throws {
        let (works, feed) = AsyncStream.makeStream(of: Work.self, bufferingPolicy: .unbounded)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for selection in selections {
                group.addTask { try await look(at: selection, feed) }
            }
            group.addTask {
                try await withThrowingDiscardingTaskGroup { copies in
                    for await work in works {
                        let copy = work.isLater ? later : first
                        copies.addTask { _ = try await copy.runAmongOthers(work.source) }
                    }
                }
            }
            // None of them ends but by an error.
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func look(at selection: PodSelection, _ feed: AsyncStream<Work>.Continuation) async throws {
        let known = Mutex<Set<Life>>([])
        let tell: @Sendable (Pod, Bool) -> Void = { pod, isLater in
            for source in sources(pod) {
                guard let life = life(of: source, in: pod), known.withLock({ $0.insert(life).inserted }) else {
                    continue
                }
                feed.yield(Work(source: source, isLater: isLater))
            }
        }
        var isLater = false
        while true {
            let (pods, version) = try await client.pods(selection)
            for pod in pods { tell(pod, isLater) }
            isLater = true
            try await watch(selection, from: version) { tell($0, true) }
            // The watch has ended: what was missed since is seen in the next list.
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private func watch(
        _ selection: PodSelection,
        from version: String,
        _ tell: @Sendable (Pod) -> Void
    ) async throws {
        var query = [
            (name: "watch", value: "true"), (name: "resourceVersion", value: version),
            (name: "timeoutSeconds", value: WatchScreen.longestSeconds),
        ]
        let target: String
        switch selection {
        case .pod(let pod):
            query.append((name: "fieldSelector", value: "metadata.name=\(pod.metadata.name)"))
            target = ResourcePath.target(.pod, namespace: pod.metadata.namespace, query: query)
        case .labels(let namespace, let selector):
            query.append((name: "labelSelector", value: selector))
            target = ResourcePath.target(.pod, namespace: namespace, query: query)
        }
        do {
            try await client.watch(target) { event in
                guard event.type != "DELETED", let pod = Pod(try event.object.decoded()) else { return }
                tell(pod)
            }
        } catch let refusal as Refusal where refusal.isExpired {
            return
        }
    }

    /// Nil while it has not begun to write.
    private func life(of source: LogSource, in pod: Pod) -> Life? {
        let name = source.container ?? pod.spec.containers.first?.name ?? ""
        let statuses = pod.status.containerStatuses + pod.status.initContainerStatuses
        guard let status = statuses.first(where: { $0.name == name }), !status.containerID.isEmpty,
            status.state.waiting == nil
        else { return nil }
        return Life(pod: pod.metadata.uid, container: name, id: status.containerID)
    }
}
