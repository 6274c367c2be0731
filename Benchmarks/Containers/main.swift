// How long a native container takes from the command to its exec, alone and in a row.
//
//     container-benchmark [isolated|row|turns|sandbox|pods] COUNT [DIRECTORY [BRIDGE]]
//
// The state lies in a new directory in DIRECTORY, by default /var/tmp. Each container's own directory is made there, and
// a log for what it says, which tells on a disk that is slow at it: ext4 without a journal passes over inodes that were
// deleted lately, and takes milliseconds for each file where somebody else deletes thousands of them.
// Prints microseconds: p10, p50, p90, p99; and starts per second where they come in a row.
import Containers
import Glibc
import Synchronization

struct Times {
    var started: [AttemptID: Nanoseconds] = [:]
    var submitted: [AttemptID: Nanoseconds] = [:]
    var ended = 0
    var news: [Nanoseconds] = []
    var ready = 0
    var failures: [String] = []
    /// What is still to be started in each pod, the next one last.
    var waiting: [String: [AttemptID]] = [:]
}

final class Board: Sendable {
    let times = Mutex(Times())

    func observe(_ observation: ContainerObservation) {
        note(observation)
        if case .exited(let attempt, _) = observation { startNext(in: attempt.container.pod) }
    }

    func startNext(in pod: String) {
        if let next = times.withLock({ $0.waiting[pod]?.popLast() }) { start(next) }
    }

    private func note(_ observation: ContainerObservation) {
        times.withLock { times in
            switch observation {
            case .sandboxReady: times.ready += 1
            case .sandboxFailed(_, let message): times.failures.append(message)
            case .started(let attempt, _, let time): times.started[attempt] = time
            case .startFailed(_, _, let message):
                times.failures.append(message)
                times.ended += 1
            case .exited(_, let status):
                times.ended += 1
                times.news.append(now() - status.finishedAt)
            default: break
            }
        }
    }

    func wait(until isDone: (Times) -> Bool) {
        while !times.withLock({ isDone($0) || !$0.failures.isEmpty }) { usleep(2000) }
        let failures = times.withLock { $0.failures }
        if let first = failures.first { print("failed: \(first)") }
    }
}

func now() -> Nanoseconds {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

func report(_ name: String, _ nanoseconds: [Nanoseconds], seconds: Double? = nil) {
    let sorted = nanoseconds.sorted()
    guard !sorted.isEmpty else { return print("\(name): nothing") }
    func percentile(_ part: Int) -> Int64 { sorted[min(sorted.count - 1, sorted.count * part / 100)] / 1000 }
    var line = "\(name): n=\(sorted.count) p10=\(percentile(10)) p50=\(percentile(50)) p90=\(percentile(90))"
    line += " p99=\(percentile(99)) us"
    if let seconds { line += "  \(Int(Double(sorted.count) / seconds))/s" }
    print(line)
}

/// With a bridge (10.77.0.1/16, in a network namespace made for this) pods are plugged into it.
let bridge = CommandLine.arguments.dropFirst(4).first

func sandbox(_ pod: String, _ number: UInt32) -> SandboxSpec {
    let link = bridge.map {
        PodLink(
            bridge: $0,
            hostInterface: "pod\(number)",
            address: "10.77.\(number / 250 + 1).\(number % 250 + 1)",
            gateway: "10.77.0.1"
        )
    }
    return SandboxSpec(
        pod: pod,
        name: pod,
        identities: .range(start: 700_000_000 + number * 65536),
        network: link.map { .own($0) } ?? .none
    )
}

func spec(_ attempt: AttemptID) -> ContainerSpec {
    ContainerSpec(
        attempt: attempt,
        arguments: ["/bin/true"],
        resources: ResourceLimits(memoryBytes: 64 << 20, processes: 100)
    )
}

let mode = CommandLine.arguments.dropFirst().first ?? "isolated"
let count = CommandLine.arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 100
let board = Board()
let directory = (CommandLine.arguments.dropFirst(3).first ?? "/var/tmp") + "/steady-benchmark-\(getpid())"
guard let shim = NativeContainerizer.shimBesideThisProgram() else {
    print("no steady-shim lies beside this program: build it first")
    exit(1)
}
let containerizer = try NativeContainerizer(
    .init(stateDirectory: directory, instance: "benchmark-\(getpid())", shim: shim)
) { board.observe($0) }

func start(_ attempt: AttemptID) {
    board.times.withLock { $0.submitted[attempt] = now() }
    containerizer.submit(.start(spec(attempt)))
}

let pods: [String] = mode == "row" || mode == "turns" ? ["a", "b"] : ["a"]
for (number, pod) in pods.enumerated() { containerizer.submit(.createSandbox(sandbox(pod, UInt32(number)))) }
board.wait { $0.ready == pods.count }

let begin = now()
switch mode {
case "sandbox":
    var times: [Nanoseconds] = []
    for number in 1...count {
        let start = now()
        containerizer.submit(.createSandbox(sandbox("pod-\(number)", UInt32(number))))
        board.wait { $0.ready == Int(number) + 1 }
        times.append(now() - start)
        usleep(20_000)
    }
    report("sandbox", times)
case "pods":
    // All sandboxes and all containers, as fast as they come.
    for number in 1...count {
        containerizer.submit(.createSandbox(sandbox("pod-\(number)", UInt32(number))))
        start(AttemptID(pod: "pod-\(number)", name: "web", attempt: 1))
    }
    board.wait { $0.started.count == Int(count) }
case "row":
    // All are asked for at once, and two workers start them, each in a pod of its own.
    for number in 1...count { start(AttemptID(pod: pods[Int(number % 2)], name: "c\(number)", attempt: 1)) }
    board.wait { $0.ended == Int(count) }
case "turns":
    // Two at a time, each pod's own next one as soon as the news of the last one's end is there.
    board.times.withLock { times in
        for number in (1...count).reversed() {
            let pod = pods[Int(number % 2)]
            times.waiting[pod, default: []].append(AttemptID(pod: pod, name: "c\(number)", attempt: 1))
        }
    }
    for pod in pods { board.startNext(in: pod) }
    board.wait { $0.ended == Int(count) }
default:
    for number in 1...count {
        start(AttemptID(pod: "a", name: "web", attempt: number))
        board.wait { $0.ended == Int(number) }
        usleep(200_000)
    }
}
let seconds = Double(now() - begin) / 1e9
let times = board.times.withLock { $0 }
if mode != "sandbox" {
    report(
        "\(mode), command to exec",
        times.started.compactMap { attempt, time in times.submitted[attempt].map { time - $0 } },
        seconds: mode == "isolated" ? nil : seconds
    )
}
if mode == "isolated" { report("isolated, exit to its news", times.news) }
try containerizer.removeAll()
containerizer.stop()
rmdir("\(directory)/pods")
rmdir(directory)
