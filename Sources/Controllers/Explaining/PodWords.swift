internal import YAML

/// What became of a pod, in the words of people: scheduled, started, ready, exited.
struct PodWords {
    let old: Value
    let new: Value

    /// Nil where only details changed.
    static func sentence(from old: Value, to new: Value) -> Sentence? {
        let words = PodWords(old: old, new: new)
        let ends = words.exits
        let parts = words.ending + ends + words.starts + words.phase + words.readiness(beside: ends) + words.scheduling
        return Sentence.joined(parts) ?? words.detail
    }

    // MARK: Its own life

    private var ending: [Sentence] {
        guard old["metadata"]?["deletionTimestamp"] == nil, new["metadata"]?["deletionTimestamp"] != nil else {
            return []
        }
        let grace = new["metadata"]?["deletionGracePeriodSeconds"]?.int64 ?? 0
        return [Sentence(grace > 0 ? "was asked to end within \(grace) s" : "was told to end at once", .ending)]
    }

    private var isEnding: Bool { new["metadata"]?["deletionTimestamp"] != nil }

    private var phase: [Sentence] {
        guard let phase = new["status"]?["phase"]?.string, phase != old["status"]?["phase"]?.string, !isEnding else {
            return []
        }
        switch phase {
        case "Succeeded": return [Sentence("has done its work", .gone)]
        case "Failed":
            let why = [new["status"]?["reason"]?.string, new["status"]?["message"]?.string]
            let words = why.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
            return [Sentence(words.isEmpty ? "failed" : "failed: \(words)", .gone)]
        default: return []
        }
    }

    private func readiness(beside ends: [Sentence]) -> [Sentence] {
        let was = condition("Ready", of: old)?["status"]?.string == "True"
        let isReady = condition("Ready", of: new)?["status"]?.string == "True"
        guard was != isReady else { return [] }
        let isProbed = (new["spec"]?["containers"]?.array ?? []).contains { $0["readinessProbe"] != nil }
        if isReady {
            return [Sentence(isProbed ? "became ready: the readiness probe succeeded" : "became ready", .ready)]
        }
        // Nobody expects that of a pod whose container ended or which is on its way out.
        guard ends.isEmpty, !isEnding else { return [] }
        return [
            Sentence(isProbed ? "is not ready any more: the readiness probe failed" : "is not ready any more", .ready)
        ]
    }

    private var scheduling: [Sentence] {
        if let node = new["spec"]?["nodeName"]?.string, node != old["spec"]?["nodeName"]?.string {
            return [Sentence("was scheduled onto \(node)", .scheduled)]
        }
        let now = condition("PodScheduled", of: new)
        guard now?["status"]?.string == "False", now?["message"] != condition("PodScheduled", of: old)?["message"]
        else {
            return []
        }
        return [Sentence("can't be scheduled: \(now?["message"]?.string ?? "")", .scheduled)]
    }

    /// What lies between the steps.
    private var detail: Sentence? {
        if let address = new["status"]?["podIP"]?.string, address != old["status"]?["podIP"]?.string {
            return Sentence("was given the address \(address)")
        }
        if condition("Initialized", of: old) == nil, condition("Initialized", of: new) != nil {
            return Sentence("was taken up by its node")
        }
        guard let next = containers.first(where: { Self.restarts($0.new) > Self.restarts($0.old) }) else { return nil }
        return Sentence(alone: "container \(next.name) is about to start again (restart \(Self.restarts(next.new)))")
    }

    private static func restarts(_ status: Value) -> Int64 { status["restartCount"]?.int64 ?? 0 }

    private func condition(_ type: String, of pod: Value) -> Value? {
        pod["status"]?["conditions"]?.array?.first { $0["type"]?.string == type }
    }

    // MARK: Its containers

    /// Each container as it was and is.
    private var containers: [(name: String, old: Value, new: Value)] {
        ["initContainerStatuses", "containerStatuses"].flatMap { list in
            let before = old["status"]?[list]?.array ?? []
            return (new["status"]?[list]?.array ?? []).map { status in
                let name = status["name"]?.string ?? ""
                return (name, before.first { $0["name"]?.string == name } ?? .null, status)
            }
        }
    }

    private var exits: [Sentence] {
        containers.compactMap { name, old, new in
            if let trouble = trouble(old, new) { return Sentence(alone: "container \(name) \(trouble)", .exited) }
            let known = Self.ends(old).map(\.identity)
            guard let end = Self.ends(new).first(where: { !known.contains($0.identity) }) else {
                return nil
            }
            return Sentence(alone: "container \(name) \(end.words)\(Self.sequel(new))", .exited)
        }
    }

    /// What keeps the container from its start, where that is news.
    private func trouble(_ old: Value, _ new: Value) -> String? {
        guard let waiting = new["state"]?["waiting"], let reason = waiting["reason"]?.string,
            !["", "ContainerCreating", "PodInitializing", "CrashLoopBackOff"].contains(reason),
            reason != old["state"]?["waiting"]?["reason"]?.string
        else { return nil }
        let message = waiting["message"]?.string ?? ""
        return "can't start: \(message.isEmpty ? reason : message)"
    }

    private var starts: [Sentence] {
        containers.compactMap { name, old, new in
            guard new["state"]?["running"] != nil, old["state"]?["running"] == nil else { return nil }
            let restarts = Self.restarts(new)
            if restarts > 0 {
                return Sentence(alone: "container \(name) started again (restart \(restarts))", .started)
            }
            let isNative = new["containerID"]?.string?.hasPrefix("native://") ?? false
            return Sentence(alone: "container \(name) started\(isNative ? " (native)" : "")\(place)", .started)
        }
    }

    private var place: String {
        let address = new["status"]?["podIP"]?.string ?? ""
        return address.isEmpty ? "" : ", address \(address)"
    }

    /// How a container ended.
    private struct End {
        let status: Value

        /// Tells this end from others.
        var identity: String {
            let id = status["containerID"]?.string ?? ""
            return "\(id) \(status["finishedAt"]?.string ?? "") \(status["exitCode"]?.int64 ?? 0)"
        }

        var words: String {
            let code = status["exitCode"]?.int64 ?? 0
            switch status["reason"]?.string ?? "" {
            case "OOMKilled": return "exited with \(code) (out of memory)"
            case "StartError": return "could not be started: \(status["message"]?.string ?? "")"
            case "", "Error", "Completed": return "exited with \(code)" + signal(code)
            case let reason: return "exited with \(code) (\(reason))"
            }
        }

        private func signal(_ code: Int64) -> String {
            let names: [Int64: String] = [
                129: "SIGHUP", 130: "SIGINT", 131: "SIGQUIT", 132: "SIGILL", 134: "SIGABRT", 135: "SIGBUS",
                136: "SIGFPE", 137: "SIGKILL", 139: "SIGSEGV", 141: "SIGPIPE", 143: "SIGTERM",
            ]
            return names[code].map { " (\($0))" } ?? ""
        }
    }

    /// The latest first.
    private static func ends(_ status: Value) -> [End] {
        [status["state"]?["terminated"], status["lastState"]?["terminated"]].compactMap { $0.map(End.init) }
    }

    /// What comes after an end: another start, now or later.
    private static func sequel(_ status: Value) -> String {
        if let waiting = status["state"]?["waiting"], waiting["reason"]?.string == "CrashLoopBackOff" {
            // `back-off 10s restarting failed container=…`
            let words = (waiting["message"]?.string ?? "").split(separator: " ")
            return words.count > 1 && words[0] == "back-off" ? ", restarts in \(words[1])" : ", restarts later"
        }
        let restarts = restarts(status)
        return status["state"]?["running"] != nil && restarts > 0 ? ", started again (restart \(restarts))" : ""
    }
}
