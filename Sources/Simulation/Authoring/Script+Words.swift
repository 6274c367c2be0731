extension Script {
    /// The story for people: what there is, what it has to bear, and what is done to it when.
    public var lines: [String] { setting + chapters.map(line) + [Self.line(length, "author: leaves the world alone")] }

    private var setting: [String] {
        let nodes = weather.nodes.enumerated().map { number, size in
            "node-\(number) with \(size.milliCPU)m and room for \(size.pods) pods"
        }
        let workloads = zip(directory.workloads, directory.serviceTracks).map { workload, track in
            workload.words + (track.map { ", a Service for those labelled \($0)" } ?? "")
        }
        return ["seed \(seed): \(nodes.joined(separator: "; "))"] + workloads + weather.words
    }

    private func line(_ chapter: Chapter) -> String {
        let words =
            switch chapter.deed {
            case .edit(let edit): "author: \(edit.words(directory.workloads.map(\.name)))"
            case .call: "caller: calls"
            case .strike(let fault, let node): "fault: \(fault.rawValue)\(fault.isOfNode ? " (node \(node))" : "")"
            }
        return Self.line(chapter.after, words)
    }

    private static func line(_ time: Duration, _ words: String) -> String {
        Story.line(after: time, words)
    }
}

extension Fault {
    fileprivate var isOfNode: Bool {
        switch self {
        case .containerCrash, .crashLoop, .sickness, .agentRestart, .reboot: true
        case .planeKill, .powerFailure, .diskError, .fullDisk, .snapshot: false
        }
    }
}

extension Weather {
    /// What differs from a calm day.
    fileprivate var words: [String] {
        var words: [String] = []
        if traffic.delay != Traffic.calm.delay { words.append("messages take \(traffic.delay) ms") }
        if traffic.probeDelay != Traffic.calm.probeDelay { words.append("probes take \(traffic.probeDelay) ms") }
        for (rate, what) in [
            (traffic.lostReports, "reports get lost"), (traffic.doubledReports, "reports arrive twice"),
            (traffic.lostProbes, "probes get no answer"), (traffic.volumeFailures, "volumes fail"),
        ] where rate > 0 {
            words.append("\(rate) in 1000 \(what)")
        }
        if machines != .calm { words.append("machines: \(machines.words)") }
        return words
    }
}

extension MachineTemper {
    fileprivate var words: String {
        "sandboxes take \(sandboxDelay) ms and fail \(sandboxFailures) in 1000, starts \(startDelay) ms and "
            + "\(startFailures), ends \(endDelay) ms, notices \(noticeDelay) ms, \(lostNotices) in 1000 lost and "
            + "\(doubledNotices) doubled"
    }
}

extension Workload {
    fileprivate var words: String {
        let traits = self.traits.map(\.rawValue).sorted().map { ", \($0)" }.joined()
        return "\(name): \(form), \(replicas) of \(program), \(strategy)\(traits)"
            + (annotations == "{}" ? "" : ", \(annotations)") + (minReady == 0 ? "" : ", ready for \(minReady) s")
            + ", \(milliCPU)m, grace \(grace) s" + (form == .pod ? ", restarted \(restartPolicy)" : "")
    }
}
