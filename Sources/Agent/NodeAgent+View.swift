internal import Containers
internal import HashTreeCollections
internal import Model

// Taking in what the control plane wants, and what the containerizer saw.
extension NodeAgent {
    mutating func take(_ view: NodeView, _ touched: inout Set<String>) {
        // The first one tells how what runs here wants to be ended.
        if goingDown != nil, hasView { return }
        revision = max(revision, view.revision)
        if view.isComplete {
            hasView = true
            knowledge.forgetAll()
            let wanted = Set(
                view.objects.compactMap { object -> String? in
                    if case .pod(let pod) = object { pod.metadata.uid } else { nil }
                }
            )
            for uid in pods.keys where !wanted.contains(uid) {
                change(uid, &touched) { $0.isBound = false }
            }
            hasNewServices = true
        }
        var hasNewReferences = view.isComplete
        for object in view.objects {
            switch object {
            case .pod(let pod): take(pod, &touched)
            case .service(let service):
                knowledge.set(service.key, object)
                hasNewServices = true
            case .endpointSlice(let slice):
                knowledge.set(slice.key, object)
                hasNewServices = true
            case .configMap(let map):
                knowledge.set(map.key, object)
                hasNewReferences = true
            case .secret(let secret):
                knowledge.set(secret.key, object)
                hasNewReferences = true
            default: break
            }
        }
        for key in view.removed {
            if key.kind == .pod {
                if let uid = uids.removeValue(forKey: key) { change(uid, &touched) { $0.isBound = false } }
            } else {
                knowledge.set(key, nil)
                hasNewServices = hasNewServices || key.kind == .service || key.kind == .endpointSlice
                hasNewReferences = hasNewReferences || key.kind == .configMap || key.kind == .secret
            }
        }
        if hasNewReferences { reconsiderReferences(&touched) }
    }

    private mutating func take(_ pod: Pod, _ touched: inout Set<String>) {
        let uid = pod.metadata.uid
        if let earlier = uids[pod.key], earlier != uid {
            change(earlier, &touched) { $0.isBound = false }
        }
        uids[pod.key] = uid
        guard pods[uid] != nil else {
            pods[uid] = PodCell(PodLife(pod))
            touched.insert(uid)
            return
        }
        change(uid, &touched) { life in
            life.isBound = true
            life.pod = pod
            life.reportedGrounds = nil
            life.isInStep = false
            life.volumes.isPlanned = false
        }
    }

    /// What pods refer to has changed: their volumes may have to change with it, and what waited may be there now.
    private mutating func reconsiderReferences(_ touched: inout Set<String>) {
        for (uid, cell) in pods {
            let hasVolumes = !(cell.life.pod?.spec.volumes.isEmpty ?? true)
            let waits = cell.life.containers.contains { $0.hold != nil }
            guard hasVolumes || waits else { continue }
            change(uid, &touched) { $0.volumes.isPlanned = false }
        }
    }

    mutating func take(
        _ observation: ContainerObservation,
        _ touched: inout Set<String>,
        _ turn: inout PodTurn
    ) {
        if !hasAdopted, !observation.isInventory { return earlyObservations.append(observation) }
        switch observation {
        case .sandboxReady(let pod): change(pod, &touched) { $0.sandboxIsReady() }
        case .sandboxFailed(let pod, let message):
            change(pod, &touched) { $0.sandboxFailed(message, &turn) }
        case .sandboxRemoved(let pod): change(pod, &touched) { $0.sandboxIsRemoved() }
        case .started(let attempt, _, let time):
            change(attempt.container.pod, &touched) { $0.started(attempt, at: time, &turn) }
        case .startFailed(let attempt, let reason, let message):
            change(attempt.container.pod, &touched) { $0.startFailed(attempt, reason, message, &turn) }
        case .exited(let attempt, let status):
            change(attempt.container.pod, &touched) { $0.exited(attempt, status) }
        case .removed: break
        case .execFinished(let id, let result): answer(id, ProbeOutcome(result), &touched, &turn)
        case .inventory(let inventory):
            if hasAdopted { compare(inventory, &touched, &turn) } else { foundInventory = inventory }
        }
    }
}

extension ProbeOutcome {
    init(_ result: ExecResult) {
        switch result.outcome {
        case .exited(code: 0): self = .success
        case .exited(let code):
            let output = String(decoding: result.output, as: UTF8.self)
            self = .failure(output.isEmpty ? "command exited with \(code)" : output)
        case .timedOut: self = .failure("command timed out")
        case .failed(let message): self = .failure(message)
        }
    }
}

extension Resource {
    /// Which object this is.
    var key: ObjectKey { ObjectKey(Self.kind, namespace: metadata.namespace, name: metadata.name) }
}
