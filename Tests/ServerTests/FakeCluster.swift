import Cluster
import Controllers
import Model
import Server
import Synchronization
import Testing

/// A control plane that does what it is told and decides nothing: the server's tests are about the server.
final class FakeCluster: ClusterAccess {
    private struct State {
        var state = ClusterState()
        var changes: [Change] = []
        var forgottenUpTo: UInt64 = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
        var requests: [Request] = []
        var answers: [Answer] = []
    }

    private let guarded = Mutex(State())

    var state: ClusterState { guarded.withLock { $0.state } }
    var writeProblem: WriteProblem? { nil }
    var requests: [Request] { guarded.withLock { $0.requests } }

    /// What the next request is answered with.
    func expect(_ answer: Answer) {
        guarded.withLock { $0.answers.append(answer) }
    }

    @discardableResult
    func put(_ object: Object) -> UInt64 {
        change { state, revision in
            var object = object
            object.metadata.resourceVersion = String(revision)
            let stored = StoredObject(object: object, revision: revision)
            return .put(stored, previous: state.object(object.key))
        }
    }

    func delete(_ key: ObjectKey) {
        change { state, _ in state.object(key).map { .delete(last: $0) } }
    }

    /// Followers from before can't go on.
    func forgetChanges() {
        guarded.withLock { guarded in
            guarded.changes = []
            guarded.forgottenUpTo = guarded.state.revision
        }
    }

    @discardableResult
    private func change(_ make: (ClusterState, UInt64) -> Change.Body?) -> UInt64 {
        let (revision, waiters) = guarded.withLock { guarded in
            let revision = guarded.state.revision + 1
            if let body = make(guarded.state, revision) {
                let change = Change(revision: revision, body: body)
                guarded.state.apply(change)
                guarded.changes.append(change)
            }
            defer { guarded.waiters = [] }
            return (revision, guarded.waiters)
        }
        for waiter in waiters { waiter.resume() }
        return revision
    }

    // MARK: ClusterAccess

    func submit(_ request: Request) async -> Answer {
        guarded.withLock { guarded in
            guarded.requests.append(request)
            return guarded.answers.isEmpty ? Answer(.failure(.badRequest("no answer"))) : guarded.answers.removeFirst()
        }
    }

    func changes(after revision: UInt64) async throws(ChangesExpired) -> (changes: [Change], reached: UInt64) {
        while true {
            let (forgotten, found, reached) = guarded.withLock { guarded in
                (guarded.forgottenUpTo, guarded.changes.filter { $0.revision > revision }, guarded.state.revision)
            }
            if revision < forgotten { throw expired(forgotten) }
            if reached > revision { return (found, reached) }
            if Task.isCancelled { return ([], revision) }
            await wait(for: revision)
        }
    }

    /// The driver's own error can only be made where it lives.
    private func expired(_ oldest: UInt64) -> ChangesExpired { ChangesExpired(oldest: oldest) }

    private func wait(for revision: UInt64) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDue = guarded.withLock { guarded in
                    if guarded.state.revision > revision || Task.isCancelled { return true }
                    guarded.waiters.append(continuation)
                    return false
                }
                if isDue { continuation.resume() }
            }
        } onCancel: {
            let waiters = guarded.withLock { guarded in
                defer { guarded.waiters = [] }
                return guarded.waiters
            }
            for waiter in waiters { waiter.resume() }
        }
    }
}

func configMap(_ name: String, namespace: String = "g", labels: [String: String] = [:], data: [String: String] = [:])
    -> Object
{
    .configMap(
        ConfigMap {
            $0.metadata.name = name
            $0.metadata.namespace = namespace
            $0.metadata.uid = "uid-\(name)"
            $0.metadata.labels = labels
            $0.data = data
        }
    )
}

func pod(_ name: String, namespace: String = "g", containers: [String] = ["c"], isRunning: Bool = true) -> Object {
    .pod(
        Pod {
            $0.metadata.name = name
            $0.metadata.namespace = namespace
            $0.metadata.uid = "uid-\(name)"
            $0.spec.nodeName = "n"
            $0.spec.containers = containers.map { name in Container { $0.name = name } }
            guard isRunning else { return }
            $0.status.phase = "Running"
            $0.status.containerStatuses = containers.map { name in
                ContainerStatus {
                    $0.name = name
                    $0.ready = true
                    $0.state.running = ContainerStateRunning()
                }
            }
        }
    )
}
