/// What the daemon and the shims take while 10 pods run and nothing happens.
func measureIdle(_ place: Place, pods: Int, seconds: Int) throws {
    let manifest = Manifest.deployment("still", replicas: pods, file: "still-$POD", directory: place.signs)
    try place.withDaemon("idle", files: [("still.yaml", manifest)]) { daemon in
        try Clock.wait("\(pods) containers are to run", every: 200) {
            Processes.running("sleep infinity", tellingOfIn: "POD=still-").count == pods
        }
        // The start's own work, its timers included, is to be over.
        try Clock.sleep(milliseconds: 5000)
        let before = try Processes.processorTime(daemon.id)
        let begin = Clock.now()
        for _ in 0..<seconds { try Clock.sleep(milliseconds: 1000) }
        let spent = try Processes.processorTime(daemon.id) - before
        let percent = Double(spent) * 100 / Double(Clock.now() - begin)
        let memory = Double(Processes.residentMemory(daemon.id)) / 1024
        Report.fact("idle, \(pods) pods: the daemon's RSS", "\(Report.number(memory)) MiB", goal: "<= 40 MB")
        Report.fact("idle, \(pods) pods, \(seconds) s: CPU", "\(Report.number(percent)) % of a core", goal: "<= 0.2 %")
        reportShims(daemon)
    }
}

/// One for the pods' namespaces, one for each container.
private func reportShims(_ daemon: Daemon) {
    let sizes = Processes.shims(of: daemon.id).map(Processes.proportionalMemory).sorted()
    guard let greatest = sizes.last else { return }
    let text = "p50 \(sizes[sizes.count / 2]) KiB, greatest \(greatest) KiB, n = \(sizes.count)"
    Report.fact("a shim's PSS", text, goal: "<= 400 KB")
}
