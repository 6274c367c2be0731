import Controllers
import Model

/// How much memory 10,000 pods take, and how much processor time a turn that changes one of them, beside a Service for
/// each Deployment and 5,000 ConfigMaps that a directory states. Nothing is made durable.
func measureTurns(pods count: Int, deployments: Int) throws {
    let before = residentMemory()
    var plane = Plane()
    let perNode = 1000
    for number in 0..<(count / perNode + 1) { plane.step([.node(Samples.node("node-\(number)", pods: perNode))]) }
    let settings = (0..<5000).map { Samples.configMap("settings-\($0)") }
    let manifests = (0..<deployments).flatMap { number in
        [
            Samples.deployment("web-\(number)", replicas: count / deployments),
            Samples.service("web-\(number)"),
        ]
    }
    let creation = try seconds { try plane.state(manifests + settings, isComplete: true) }
    let pods = plane.pods
    let ready = seconds {
        for (number, pod) in pods.enumerated() {
            plane.step([.report(Plane.report(pod, isReady: true, at: plane.now, number: number))])
        }
    }
    let placed = pods.count { !$0.spec.nodeName.isEmpty }
    Report.line("\(pods.count) pods created and placed", "\(Report.number(creation)) s, \(placed) placed")
    Report.line("... and reported ready one by one", "\(Report.number(ready)) s")
    let memory = "\(Report.number(residentMemory() - before)) MiB"
    Report.line("memory of the state", "\(memory) (RSS; \(Report.number(before)) MiB before)", goal: "<= 150 MB in all")
    measureReports(&plane, pods)
    try measureEdits(&plane, replicas: count / deployments)
}

private func measureReports(_ plane: inout Plane, _ pods: [Pod]) {
    var times: [Int64] = []
    for turn in 0..<1000 {
        let number = turn * 7919 % pods.count
        // Every other turn takes back what the one before said.
        let report = Plane.report(pods[number], isReady: turn % 2 == 1, at: plane.now, number: number)
        let begin = computed()
        plane.step([.report(report)])
        times.append(computed() - begin)
    }
    Report.times("a turn that changes one pod's readiness", times, goal: "p50 <= 1000 us")
}

private func measureEdits(_ plane: inout Plane, replicas: Int) throws {
    var times: [Int64] = []
    for turn in 0..<200 {
        let manifest = Samples.deployment("web-7", replicas: replicas + (turn + 1) % 2)
        let edit = try Plane.statement(of: [manifest], isComplete: false)
        let begin = computed()
        plane.step([edit])
        times.append(computed() - begin)
        plane.settle("web-7")
    }
    Report.times("a turn that adds or removes one pod by an edit", times, goal: "p50 <= 1000 us")
}
