internal import Agent
internal import Cluster
internal import Containers
internal import Controllers
internal import Model

/// What messages say, in a few words each.
enum StoryWords {
    static func of(_ command: ContainerCommand) -> String {
        switch command {
        case .createSandbox(let spec): "make sandbox of \(spec.name) \(spec.pod.prefix(8))"
        case .removeSandbox(let pod): "remove sandbox \(pod.prefix(8))"
        case .start(let spec): "start \(short(spec.attempt)): \(spec.arguments.joined(separator: " "))"
        case .signal(let attempt, let number): "send signal \(number) to \(short(attempt))"
        case .exec(let request): "exec \(request.command.joined(separator: " ")) in \(short(request.attempt))"
        case .remove(let attempt): "remove \(short(attempt))"
        case .takeInventory: "take inventory"
        }
    }

    static func of(_ observation: ContainerObservation) -> String {
        switch observation {
        case .sandboxReady(let pod): "saw sandbox \(pod.prefix(8)) ready"
        case .sandboxFailed(let pod, let message): "saw sandbox \(pod.prefix(8)) fail: \(message)"
        case .sandboxRemoved(let pod): "saw sandbox \(pod.prefix(8)) removed"
        case .started(let attempt, _, _): "saw \(short(attempt)) started"
        case .startFailed(let attempt, let reason, _): "saw \(short(attempt)) fail to start: \(reason)"
        case .exited(let attempt, let status): "saw \(short(attempt)) exit with \(status.code)"
        case .removed(let attempt): "saw \(short(attempt)) removed"
        case .execFinished(let id, let result): "saw exec \(id): \(result.outcome)"
        case .inventory(let inventory):
            "saw inventory: \(inventory.sandboxes.map { "\($0.pod.prefix(8))\($0.isReady ? "" : " (gone)")" }), "
                + "\(inventory.attempts.map { "\(short($0.attempt)) \(word($0.phase))" })"
        }
    }

    private static func word(_ phase: AttemptState.Phase) -> String {
        switch phase {
        case .running: "runs"
        case .exited(let status): "exited \(status.code)"
        case .neverStarted: "never started"
        }
    }

    static func of(_ report: NodeReport) -> String {
        let pods = report.pods.map { pod in
            let containers = (pod.status.initContainerStatuses + pod.status.containerStatuses).map(of)
            return "\(pod.pod.key.name) \(pod.status.phase) [\(containers.joined(separator: ", "))]"
        }
        let stopped = report.stopped.map { "\($0.key.name) stopped" }
        let events = report.events.map { "\($0.key.name): \($0.reason)" }
        return "reports \((pods + stopped + events).joined(separator: "; "))"
    }

    private static func of(_ status: ContainerStatus) -> String {
        let state =
            if let waiting = status.state.waiting {
                waiting.reason
            } else if let ended = status.state.terminated {
                "exit \(ended.exitCode)"
            } else {
                status.ready ? "ready" : "runs"
            }
        return "\(status.name) \(state)"
    }

    /// Nil for what is said elsewhere.
    static func of(_ change: Change) -> String? {
        switch change.body {
        case .put(let stored, _) where stored.key.kind == .event: Event(stored.object).flatMap(of)
        case .delete(let last) where last.key.kind == .event: nil
        case .put(let stored, let previous):
            "\(previous == nil ? "creates" : "puts") \(stored.key) at \(stored.revision)\(facts(stored.object))"
        case .delete(let last): "drops \(last.key) \(last.object.metadata.uid.prefix(8)) at \(change.revision)"
        case .state(let key, let stated, _): "is told of \(key)\(stated.hold == nil ? "" : ", held")"
        case .unstate(let key, _): "is no longer told of \(key)"
        }
    }

    /// What the control plane refused itself.
    private static func of(_ event: Event) -> String? {
        guard event.reason.hasPrefix("Failed"),
            event.message.contains("controller") || event.message.contains("directory")
        else { return nil }
        return "says of \(event.involvedObject.name): \(event.reason): \(event.message) (\(event.count))"
    }

    private static func facts(_ object: Object) -> String {
        let end = object.metadata.deletionTimestamp == nil ? "" : ", to be deleted"
        return switch object {
        case .pod(let pod):
            ": \(pod.metadata.uid.prefix(8)) \(pod.status.phase)\(pod.isReady ? " ready" : "")"
                + "\(pod.spec.nodeName.isEmpty ? "" : " on \(pod.spec.nodeName)")\(end)"
        case .replicaSet(let set):
            ": wants \(set.spec.replicas ?? 1), has \(set.status.replicas), ready \(set.status.readyReplicas), "
                + "available \(set.status.availableReplicas)\(end)"
        case .deployment(let deployment):
            ": wants \(deployment.spec.replicas ?? 1), has \(deployment.status.replicas), "
                + "available \(deployment.status.availableReplicas)\(end)"
        case .app(let app):
            ": wants \(app.spec.instances ?? 1), has \(app.status.instances), "
                + "healthy \(app.status.tasksHealthy)\(end)"
        case .endpointSlice(let slice):
            ": \(slice.endpoints.map { "\($0.addresses.first ?? "") \($0.conditions.ready == true ? "ready" : "not")" })"
        default: end
        }
    }

    static func of(_ request: Request) -> String {
        let words =
            switch request.operation {
            case .create(let object): "create \(object.key)"
            case .replace(let key, _, _): "replace \(key)"
            case .patch(let key, _, _): "patch \(key)"
            case .delete(let key, let options):
                "delete \(key) \(options.propagation)\(options.hold ? " with a hold" : "")"
                    + (options.gracePeriodSeconds.map { " in \($0) s" } ?? "")
            case .scale(let key, let replicas, _, let hold):
                "scale \(key) to \(replicas)\(hold ? " with a hold" : "")"
            case .promote(let key, _): "promote \(key)"
            case .abort(let key): "abort the update of \(key)"
            case .restore(let key, let app, _): "put \(key) back to its version of \(app.spec.version)"
            case .rollBack(let key, let revision): "roll \(key) back\(revision.map { " to \($0)" } ?? "")"
            case .prune: "prune"
            }
        return words + (request.isDryRun ? ", dry" : "")
    }

    static func short(_ attempt: AttemptID) -> String {
        "\(attempt.container.pod.prefix(8))/\(attempt.container.name)#\(attempt.attempt)"
    }
}
