import Glibc

/// From `kill -9` of a container's process to its successor's first sign of life. Each pod is killed once: the first
/// failure is the one without back-off. The baseline is a parent that waits for its child and spawns it again.
func measureKills(_ place: Place, count: Int) throws {
    let manifest = Manifest.deployment("fallen", replicas: count, file: "fallen-$POD", directory: place.signs)
    let notices = try Notices(directory: place.signs)
    var times: [Double] = []
    var baseline: [Double] = []
    try place.withDaemon("kills", files: [("fallen.yaml", manifest)]) { daemon in
        var targets: [(id: pid_t, pod: String)] = []
        try Clock.wait("\(count) containers are to run", every: 200) {
            targets = Processes.running("sleep infinity", tellingOfIn: "POD=fallen-")
            return targets.count == count
        }
        for (id, pod) in targets {
            try Clock.sleep(milliseconds: 300)
            notices.drain()
            let begin = Clock.now()
            kill(id, SIGKILL)
            times.append(milliseconds(begin, try notices.wait(for: "fallen-\(pod)")))
            baseline.append(try respawnTime(place, notices))
        }
    }
    Report.print(Row(name: "kill -9 to the new process", milliseconds: times, baseline: baseline, goal: "<= 10 p50"))
}

private func respawnTime(_ place: Place, _ notices: borrowing Notices) throws -> Double {
    let command = ["/bin/sh", "-c", ": > '\(place.signs)/respawned'; exec sleep infinity"]
    let first = try Program(command)
    _ = try notices.wait(for: "respawned")
    let begin = Clock.now()
    first.kill()
    first.wait()
    let second = try Program(command)
    let end = try notices.wait(for: "respawned")
    second.kill()
    second.wait()
    return milliseconds(begin, end)
}
