internal import Cluster
internal import Model

extension TurnBuilder {
    /// Does what a controller planned, one action after the other.
    ///
    /// An action that the cluster refuses becomes an event on the object that the plan was for. What was planned behind
    /// something new rests on it, and its likes would be refused too: a refused creation ends the plan.
    ///
    /// - Returns: what was refused first; nil where nothing was.
    @discardableResult
    mutating func carryOut(
        _ plan: Plan,
        of controller: any Controller.Type,
        about key: ObjectKey,
        causes: [UInt64]
    ) -> Refusal? {
        var first: Refusal?
        for action in plan.actions {
            let known = state.object(key).map { [$0.revision] } ?? []
            let author = Author(manager: nil, origin: nil, causes: causes + known)
            do throws(APIError) {
                try carryOut(action, author)
            } catch {
                let refusal = refuse(action, error, about: key, controller, causes: author.causes)
                first = first ?? refusal
                if refusal.isCreation { break }
            }
        }
        return first
    }

    private mutating func carryOut(_ action: Action, _ author: Author) throws(APIError) {
        if let promise = PlanCheck.violation(of: action, in: state) {
            throw APIError(code: 500, reason: "PlanRefused", message: "the plan breaks a promise: \(promise)")
        }
        switch action {
        case .create(let object, _):
            _ = try create(object, by: author)
        case .update(let object, _):
            try update(object, by: author)
        case .delete(let key, let uid, let propagation, _):
            guard state.object(key)?.object.metadata.uid == uid else { return }
            _ = try delete(key, DeleteOptions(propagation: propagation), by: author)
        case .remove(let key, let uid, _):
            guard state.object(key)?.object.metadata.uid == uid else { return }
            remove(key, causes: author.causes)
        case .apply(let key, let stated):
            _ = try apply(stated, to: key, causes: author.causes)
        case .rollBack(let key, let set, let reason):
            try rollBack(key, to: set, because: reason, by: author)
        case .event(let report):
            record(report, causes: author.causes)
        }
    }

    private mutating func refuse(
        _ action: Action,
        _ error: APIError,
        about key: ObjectKey,
        _ controller: any Controller.Type,
        causes: [UInt64]
    ) -> Refusal {
        // What a file states and the cluster refuses may never have existed; people must hear of it all the same.
        let report = EventReport(
            key: key,
            uid: state.object(key)?.object.metadata.uid ?? "",
            isNormal: false,
            reason: error.reason == "PlanRefused" ? error.reason : action.failureReason,
            message: "\(action.place ?? controller.name): \(error.message)"
        )
        let told = event(of: report)
        // Two looks in one second are one try.
        if told?.lastTimestamp != now.startOfSecond {
            record(report, causes: causes + (told.flatMap { state.object($0.key)?.revision }.map { [$0] } ?? []))
        }
        return Refusal(isCreation: action.isCreation, message: error.message, since: told?.firstTimestamp ?? now)
    }
}

/// Reasons of events that others look for.
public enum FailureReason {
    /// The cluster refuses what a file states.
    public static let apply = "FailedApply"
}

extension Action {
    /// Where the words stand that it carries out; nil where Steady's own decision is the origin.
    fileprivate var place: String? {
        if case .apply(_, let stated) = self { stated.origin.description } else { nil }
    }

    fileprivate var isCreation: Bool { if case .create = self { true } else { false } }

    /// The reason of the event that tells of its refusal, in Kubernetes' words.
    fileprivate var failureReason: String {
        switch self {
        case .create: "FailedCreate"
        case .update: "FailedUpdate"
        case .apply: FailureReason.apply
        case .delete, .remove: "FailedDelete"
        case .rollBack: "FailedRollback"
        case .event: "FailedEvent"
        }
    }
}
