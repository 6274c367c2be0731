internal import Model
internal import YAML

/// What became of what keeps pods: how many it is to have, how many it has, how its rollout goes.
struct WorkloadWords {
    let old: Value
    let new: Value

    /// Nil where none of that changed.
    static func sentence(from old: Value, to new: Value) -> Sentence? {
        let words = WorkloadWords(old: old, new: new)
        switch new["kind"]?.string {
        case "ReplicaSet": return words.replicaSet
        case "Deployment": return words.deployment
        case "App": return words.app
        default: return nil
        }
    }

    /// What a new one is made with.
    static func creation(_ object: Value) -> String {
        switch object["kind"]?.string {
        case "ReplicaSet", "Deployment": "created, for \(pods(object["spec"]?["replicas"]?.int64 ?? 1))"
        case "App": "created, for \(pods(object["spec"]?["instances"]?.int64 ?? 1))"
        default: "created"
        }
    }

    static func pods(_ count: Int64) -> Counted { Counted(count, "pod") }

    private var replicaSet: Sentence? {
        let (before, now) = (old["spec"]?["replicas"]?.int64, new["spec"]?["replicas"]?.int64)
        if let before, let now, before != now { return Sentence(Self.scaled(before, now), .scaled) }
        guard saysTheSame, old["status"] != new["status"] else { return nil }
        let ending = count("terminatingReplicas")
        let rest = ending > 0 ? ", and \(ending) on the way out" : ""
        return Sentence("has \(Self.pods(count("replicas"))), \(count("readyReplicas")) ready\(rest)")
    }

    static func scaled(_ before: Int64, _ now: Int64) -> String {
        "scaled \(now > before ? "up" : "down") from \(before) to \(pods(now))"
    }

    private var deployment: Sentence? {
        if let words = Self.takenBack(new), words != Self.takenBack(old) { return Sentence(alone: words, .takenBack) }
        guard saysTheSame, old["status"] != new["status"] else { return nil }
        let wanted = new["spec"]?["replicas"]?.int64 ?? 1
        let reason = Self.progress(new)?["reason"]?.string ?? ""
        let isNews = reason != Self.progress(old)?["reason"]?.string ?? ""
        switch reason {
        case "ProgressDeadlineExceeded" where isNews:
            return Sentence(
                "is stuck: \(Self.progress(new)?["message"]?.string ?? "its rollout misses its deadline")",
                .ready
            )
        case "DeploymentPaused" where isNews || Self.progress(new)?["message"] != Self.progress(old)?["message"]:
            // `Deployment is paused`, `Deployment waits at step 2 of 3, …`
            let words = Self.progress(new)?["message"]?.string ?? ""
            return Sentence(words.split(separator: " ").dropFirst().joined(separator: " "), .ready)
        case "NewReplicaSetCreated" where isNews, "FoundNewReplicaSet" where isNews:
            return Sentence("began to roll out\(Self.revision(new).map { " revision \($0)" } ?? "")")
        case "NewReplicaSetAvailable" where isNews: return Sentence("is rolled out: \(upOf(wanted))", .ready)
        case "NewReplicaSetAvailable": return Sentence("has \(count("availableReplicas")) of \(Self.pods(wanted)) up")
        default:
            let updated = "\(count("updatedReplicas")) of \(Self.pods(wanted)) updated"
            return Sentence("rolls out: \(updated), \(count("availableReplicas")) up")
        }
    }

    private func upOf(_ wanted: Int64) -> String {
        wanted == 1 ? "its pod is up" : "all \(Self.pods(wanted)) are up"
    }

    /// Of a Deployment or one of its ReplicaSets.
    static func revision(_ object: Value) -> String? {
        object["metadata"]?["annotations"]?["deployment.kubernetes.io/revision"]?.string
    }

    /// Whether a Deployment is between two templates.
    static func rollsOut(_ deployment: Value) -> Bool {
        let reason = progress(deployment)?["reason"]?.string ?? ""
        return ["NewReplicaSetCreated", "FoundNewReplicaSet", "ReplicaSetUpdated"].contains(reason)
    }

    private static func progress(_ object: Value) -> Value? {
        object["status"]?["conditions"]?.array?.first { $0["type"]?.string == "Progressing" }
    }

    /// Which revision was taken back, and why; nil where none was.
    private static func takenBack(_ deployment: Value) -> String? {
        let conditions = deployment["status"]?["conditions"]?.array ?? []
        return conditions.first { $0["type"]?.string == RollbackPolicy.condition }?["message"]?.string
    }

    private var app: Sentence? {
        guard saysTheSame, old["status"] != new["status"] else { return nil }
        let waits = Self.waiting(new)
        if let waits, waits != Self.waiting(old) { return Sentence(waits, .ready) }
        let (before, now) = (old["status"]?["deployment"], new["status"]?["deployment"])
        if let state = now?["state"]?.string, state != "Running", state != before?["state"]?.string {
            let id = now?["id"]?.string ?? ""
            return Sentence("ended its deployment \(id): \(state.lowercased())", .ready)
        }
        let wanted = new["spec"]?["instances"]?.int64 ?? 1
        let running = "\(count("tasksRunning")) of \(Counted(wanted, "task")) running"
        return Sentence("has \(running), \(count("tasksHealthy")) healthy")
    }

    /// What an App waits for; nil for nothing.
    private static func waiting(_ app: Value) -> String? {
        let conditions = app["status"]?["conditions"]?.array ?? []
        return conditions.first { $0["type"]?.string == AppOrder.condition }?["message"]?.string
    }

    // MARK: Reading

    /// Whether nobody told it to be otherwise. Annotations of revisions are its own controller's.
    private var saysTheSame: Bool {
        old["spec"] == new["spec"] && old["metadata"]?["labels"] == new["metadata"]?["labels"]
    }

    private func count(_ name: String) -> Int64 { new["status"]?[name]?.int64 ?? 0 }
}
