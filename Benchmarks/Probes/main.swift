// How much of a core a node's probes take: the agent, the prober, and the way between them.
//
//     probe-benchmark [CONTAINERS [SECONDS]]
//
// By default 10,000 containers, each with one probe of a 10 s period, measured for 20 s. They are none: a containerizer
// that has found them running stands in for them, and one server in a process of its own answers for them all.
import Agent
import Containers
import Glibc
import Model
import Networking
import Synchronization

if CommandLine.arguments.dropFirst().first == "serve" {
    serve()
} else {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let containers = numbers.first ?? 10_000
    let seconds = numbers.dropFirst().first ?? 20
    do {
        let (server, port) = try startServer()
        defer { kill(server, SIGTERM) }
        for kind in [ProbedNode.Kind.tcpSocket, .httpGet] {
            try measure(ProbedNode(containers, kind, port: port), "\(containers) \(kind) probes", seconds: seconds)
        }
    } catch {
        print("probe-benchmark: \(error)")
        exit(1)
    }
}

func measure(_ node: ProbedNode, _ name: String, seconds: Int) throws {
    let driver = try node.start()
    sleep(5)
    node.reflect(to: driver)
    // The first period has all that in it.
    sleep(6)
    let (before, answersBefore) = (processorTime(), node.answers)
    sleep(UInt32(seconds))
    let share = (processorTime() - before) / Double(seconds)
    let (answers, failures) = node.answers
    driver.stop()
    let rate = Double(answers - answersBefore.all) / Double(seconds)
    print(
        "\(name) of a 10 s period: \(Int(rate))/s, \(failures) failed, "
            + "\(Int((share * 1000).rounded()) / 10).\(Int((share * 1000).rounded()) % 10) % of a core   (goal: <= 50 %)"
    )
}

/// Seconds of processor time that this process has had.
func processorTime() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}
