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

/// Each edit's turn has some eleven records: the input, what the file states, the Deployment, its ReplicaSet and both
/// again with their counts, two Events, the pod, and the pod's binding or the endpoints of the Service.
private func measureEdits(_ plane: inout Plane, replicas: Int) throws {
    var (added, removed): ([Int64], [Int64]) = ([], [])
    for turn in 0..<400 {
        let isAddition = turn % 2 == 0
        let manifest = Samples.deployment("web-7", replicas: isAddition ? replicas + 1 : replicas)
        let edit = try Plane.statement(of: [manifest], isComplete: false)
        let begin = computed()
        plane.step([edit])
        let time = computed() - begin
        if isAddition { added.append(time) } else { removed.append(time) }
        plane.settle("web-7")
    }
    Report.times("a turn that adds a pod by an edit", added, goal: "p50 <= 1000 us")
    Report.times("a turn that removes a pod by an edit", removed, goal: "p50 <= 1000 us")
}
