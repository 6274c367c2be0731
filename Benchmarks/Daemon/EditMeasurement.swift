/// How long a changed file is left alone before it is read: the part of an edit's time that is waited on purpose.
let settleMilliseconds = 50.0

func milliseconds(_ begin: Clock.Nanoseconds, _ end: Clock.Nanoseconds) -> Double { Double(end - begin) / 1e6 }

/// From the rename over a manifest to the first thing that the new process does. The baseline is the same shell
/// command spawned by this program.
func measureEdits(_ place: Place, count: Int) throws {
    let manifest = { (edit: Int) in
        Manifest.deployment("web", replicas: 1, file: "edit-\(edit)", directory: place.signs)
    }
    let notices = try Notices(directory: place.signs)
    var times: [Double] = []
    var baseline: [Double] = []
    try place.withDaemon("edits", files: [("web.yaml", manifest(0))]) { daemon in
        _ = try notices.wait(for: "edit-0")
        for edit in 1...count {
            // What the edit before set going is to disturb nothing.
            try daemon.waitForPods(1)
            try Clock.sleep(milliseconds: 200)
            let begin = try daemon.edit("web.yaml", manifest(edit))
            times.append(milliseconds(begin, try notices.wait(for: "edit-\(edit)")))
            baseline.append(try spawnTime(place, notices, "spawned-\(edit)"))
        }
    }
    Report.print(Row(name: "edit to the new process, 1 replica", milliseconds: times))
    let above = times.map { $0 - settleMilliseconds }
    let goal = "<= 15 p50"
    Report.print(
        Row(
            name: "... without \(Int(settleMilliseconds)) to settle",
            milliseconds: above,
            baseline: baseline,
            goal: goal
        )
    )
}

/// How long a shell takes that this program spawns, until it has written a file.
private func spawnTime(_ place: Place, _ notices: borrowing Notices, _ name: String) throws -> Double {
    let begin = Clock.now()
    let program = try Program(["/bin/sh", "-c", ": > '\(place.signs)/\(name)'"])
    let end = try notices.wait(for: name)
    program.wait()
    return milliseconds(begin, end)
}
