internal import Model

/// What is bad about a rehearsal, in sentences.
///
/// Bad is what would have somebody called: a change that does not come through, or is taken back, and fewer ready pods
/// than the workload's own rules promise. Where faults were asked for, being short of that is to be expected; to have
/// none left is not.
struct RehearsalVerdict {
    let result: RehearsalResult
    let hasFaults: Bool

    init(_ result: RehearsalResult, hasFaults: Bool) {
        self.result = result
        self.hasFaults = hasFaults
    }

    var problems: [String] {
        let workloads = result.workloads.flatMap(problems)
        let refusals = result.refusals.map { "it would be refused: \($0)" }
        let all = refusals + workloads
        if all.isEmpty, !result.isSettled, !wasSoBefore {
            return ["it does not come to rest within \(Rehearsal.horizon.components.seconds / 60) minutes"]
        }
        return all
    }

    /// Somebody else's trouble, which was there before and which the change does not touch.
    private var wasSoBefore: Bool { result.workloads.contains { $0.rolledOutAfter == nil && !$0.isChanged } }

    private func problems(_ workload: RehearsalResult.Workload) -> [String] {
        let name = "\(workload.key.kind.singular) \(workload.key.name)"
        var problems: [String] = []
        if let reason = workload.rolledBack { problems.append("\(name): \(reason)") }
        if isStuck(workload) {
            let count = "\(workload.readyInTheEnd) of \(workload.wanted) ready"
            let troubles = workload.troubles.map { "\($0.pods) \($0.pods == 1 ? "pod" : "pods"): \($0.reason)" }.joined(
                separator: "; "
            )
            problems.append("\(name) does not come through: \(count)\(troubles.isEmpty ? "" : "; \(troubles)")")
        }
        if let least = workload.leastReady, least < workload.promised, !hasFaults || least == 0 {
            problems.append("\(name) falls to \(least) ready, \(workload.promised) are promised")
        }
        return problems
    }
    /// It is not what it should be in the end, and not because it had not been before.
    private func isStuck(_ workload: RehearsalResult.Workload) -> Bool {
        if workload.rolledBack != nil { return workload.readyInTheEnd < workload.wanted }
        let isOurs = workload.isChanged || hasFaults || workload.readyInTheEnd < workload.readyBefore
        return workload.rolledOutAfter == nil && isOurs
    }
}
