import Cluster
import Controllers
import Model
import Testing

@Suite struct `What waits while nothing can be written` {
    private func identity(_ name: String) -> PodIdentity {
        PodIdentity(key: ObjectKey(.pod, namespace: "default", name: name), uid: "uid-\(name)")
    }

    private func report(_ node: String, _ phases: [String: PodPhase], events: [String] = []) -> Input {
        let pods = phases.sorted { $0.key < $1.key }.map { name, phase in
            NodeReport.PodReport(pod: identity(name), status: PodStatus { $0.phase = phase })
        }
        let told = events.map { text in
            EventReport(key: ObjectKey(.node, name: node), uid: "u", reason: "Told", message: text)
        }
        return .report(NodeReport(node: node, pods: pods, events: told))
    }

    private func reports(_ undone: UndoneInputs) -> [NodeReport] {
        undone.inputs.compactMap { input in
            if case .report(let report) = input { report } else { nil }
        }
    }

    @Test func `times that come and callers that are refused are not kept`() {
        var undone = UndoneInputs()
        for id in 1...100 {
            undone.keep(.timer)
            undone.keep(.request(id: UInt64(id), Request(.prune, user: "ada", manager: "test")))
        }

        #expect(undone.inputs.isEmpty)
    }

    @Test func `of each node one report is kept, with the latest of each pod`() throws {
        var undone = UndoneInputs()
        undone.keep(report("n1", ["a": .pending, "b": .running], events: ["first"]))
        undone.keep(report("n2", ["c": .running]))
        undone.keep(.report(NodeReport(node: "n1", stopped: [identity("d")])))
        undone.keep(report("n1", ["a": .running], events: ["first", "second"]))

        let kept = reports(undone)
        #expect(kept.map(\.node) == ["n2", "n1"])
        let last = try #require(kept.last)
        #expect(last.pods.map(\.pod.key.name) == ["b", "a"])
        #expect(last.pods.map(\.status.phase) == [.running, .running])
        #expect(last.stopped == [identity("d")])
        #expect(last.events.map(\.message) == ["first", "second"])
    }

    @Test func `events are kept up to a bound, the latest of them`() throws {
        var undone = UndoneInputs()
        for number in 1...(UndoneInputs.eventLimit + 5) { undone.keep(report("n1", [:], events: ["\(number)"])) }

        let events = try #require(reports(undone).first).events
        #expect(events.count == UndoneInputs.eventLimit)
        #expect(events.first?.message == "6")
    }

    @Test func `what a node says of itself is kept once`() {
        var undone = UndoneInputs()
        for name in ["n1", "n2", "n1"] { undone.keep(.node(Node { $0.metadata.name = name })) }

        #expect(undone.inputs.count == 2)
    }
}
