/// From the edit that asks for 50 pods, each with an address of its own, to 50 that are Ready.
func measureScale(_ place: Place, replicas: Int, rounds: Int) throws {
    let manifest = { (replicas: Int) in
        Manifest.deployment("many", replicas: replicas, file: "many-$POD", directory: place.signs)
    }
    var times: [Double] = []
    try place.withDaemon("scale", files: [("many.yaml", manifest(0))]) { daemon in
        for _ in 1...rounds {
            let watch = try daemon.get("/apis/apps/v1/namespaces/default/deployments?watch=true")
            try watch.drain()
            let begin = try daemon.edit("many.yaml", manifest(replicas))
            times.append(milliseconds(begin, try watch.wait(for: "\"readyReplicas\":\(replicas),")))
            _ = try daemon.edit("many.yaml", manifest(0))
            try daemon.waitForPods(0)
        }
    }
    Report.print(Row(name: "edit to \(replicas) pods with own addresses Ready", milliseconds: times, goal: "<= 800"))
}
