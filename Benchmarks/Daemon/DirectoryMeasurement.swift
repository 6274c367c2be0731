/// A directory of 5,000 manifests: until all of it stands, and what one edit in it costs beside one in a directory
/// of 5. Both daemons live at the same time and are asked in turn.
func measureDirectory(_ place: Place, count: Int, edits: Int) throws {
    let small = try place.withDaemon("small", files: files(5)) { small in
        _ = try first(small, 5)
        return try place.withDaemon("large", files: files(count)) { large in
            let read = try first(large, count)
            Report.print(Row(name: "start to \(count) manifests read", milliseconds: [read], goal: "<= 2000"))
            return try compareEdits(small, large, edits)
        }
    }
    Report.print(
        Row(
            name: "one edit in \(count) files; base: in 5 files",
            milliseconds: small.large,
            baseline: small.small,
            goal: "ratio <= 2x"
        )
    )
}

private func files(_ count: Int) -> [(name: String, text: String)] {
    (0..<count).map { ("map-\($0).yaml", Manifest.configMap("map-\($0)", "at-first")) }
}

/// From the daemon's start until its last object can be asked for, in milliseconds.
private func first(_ daemon: Daemon, _ count: Int) throws -> Double {
    let path = "/api/v1/namespaces/default/configmaps/map-\(count - 1)"
    try Clock.wait("\(count) manifests are to be read; see \(daemon.output)", seconds: 300, every: 5) {
        try Conversation(socket: daemon.socket, get: path, isLast: true).count(of: "at-first") > 0
    }
    return milliseconds(daemon.startedAt, Clock.now())
}

private func compareEdits(_ small: Daemon, _ large: Daemon, _ edits: Int) throws -> (small: [Double], large: [Double]) {
    let daemons = [small, large]
    let watches = try daemons.map { try $0.get("/api/v1/namespaces/default/configmaps?watch=true") }
    for watch in watches { try watch.drain(quietMilliseconds: 2000) }
    var times: [[Double]] = [[], []]
    for edit in 1...edits {
        for (index, daemon) in daemons.enumerated() {
            try Clock.sleep(milliseconds: 100)
            let value = "edit-\(edit)-"
            let begin = try daemon.edit("map-3.yaml", Manifest.configMap("map-3", value))
            times[index].append(milliseconds(begin, try watches[index].wait(for: value)))
            try watches[index].drain(quietMilliseconds: 20)
        }
    }
    return (times[0], times[1])
}
