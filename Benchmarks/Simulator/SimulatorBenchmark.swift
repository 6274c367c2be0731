import Cluster
import Controllers
import Glibc
import Model
import Simulation
import YAML

/// Measures how fast a rollout is rehearsed, and how fast worlds run whose promises are checked.
@main
struct SimulatorBenchmark {
    private static let replicas = 1000
    private static let nodes = 100
    private static let worlds = 40
    private static let rounds = 3

    static func main() {
        do {
            let before = try statement(version: 1)
            let after = try statement(version: 2)
            var changes = 0
            let start = median { _ = result(of: before, after: nil) }
            let both = median { changes = result(of: after, after: before).podChanges }
            line("\(replicas) replicas start on \(nodes) nodes", "\(text(start)) s of one core")
            line("and are replaced by a rolling update", "\(text(both - start)) s of one core", goal: "1 s")
            line("changes of pods in a rehearsal", "\(Int(Double(changes) / both))/s", goal: "100000/s")
            measureWorlds()
        } catch {
            print("simulator-benchmark: \(error)")
            exit(1)
        }
    }

    /// With a journal of all bytes, and promises checked at every step.
    private static func measureWorlds() {
        var changes = 0
        let rollout = median {
            var world = SimulatedWorld(Script(updates: 2, ofReplicas: 200, onNodes: 20))
            changes = world.run(until: world.script.length).podChanges
        }
        line("and in a checked world, 200 pods on 20 nodes", "\(Int(Double(changes) / rollout))/s", goal: "20000/s")
        let all = median {
            for seed in 1...UInt64(worlds) {
                var world = SimulatedWorld(seed: seed)
                if let violation = world.run().violation { print("seed \(seed): \(violation)") }
            }
        }
        line("worlds in which all sorts of things happen", "\(text(all / Double(worlds) * 1000)) ms each")
    }

    private static func result(
        of statement: DirectoryStatement,
        after former: DirectoryStatement?
    ) -> RehearsalResult {
        var rehearsal = Rehearsal(statement)
        rehearsal.former = former
        rehearsal.nodes = (1...nodes).map { RehearsedMachine(name: "n\($0)", milliCPU: 4000, memoryBytes: 16 << 30) }
        let result = rehearsal.run(seed: 1)
        guard result.isGood else {
            print("simulator-benchmark: \(result.problems)")
            exit(1)
        }
        return result
    }

    /// Seconds of processor time: others on the machine don't count.
    private static func median(_ body: () -> Void) -> Double {
        let times = (0..<rounds).map { _ in
            let begin = computed()
            body()
            return Double(computed() - begin) / 1e9
        }
        return times.sorted()[rounds / 2]
    }

    private static func computed() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private static func line(_ name: String, _ value: String, goal: String = "") {
        let gap = String(repeating: " ", count: max(1, 46 - name.count))
        let secondGap = String(repeating: " ", count: max(1, 42 - value.count))
        print(name + gap + value + secondGap + goal)
    }

    private static func text(_ seconds: Double) -> String { "\((seconds * 100).rounded() / 100)" }

    // MARK: What is rolled out

    private static func statement(version: Int) throws -> DirectoryStatement {
        let items = try [deployment(version), service].map { text in
            let value = try Value.parse(yaml: text)
            let kind = value["kind"] == "Service" ? Kind.service : .deployment
            return DirectoryStatement.Item(
                key: ObjectKey(kind, namespace: "default", name: "web"),
                configuration: Array(value.json().utf8),
                origin: Origin(path: "web.yaml", line: 1)
            )
        }
        return DirectoryStatement(root: "/manifests", changed: items, isComplete: true)
    }

    private static func deployment(_ version: Int) -> String {
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: default}
        spec:
          replicas: \(replicas)
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: main
                  command: [server, "\(version)"]
                  ports: [{name: http, containerPort: 8080}]
                  readinessProbe: {httpGet: {port: http}, periodSeconds: 1}
                  resources: {requests: {cpu: 100m, memory: 64Mi}}
        """
    }

    private static let service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: default}
        spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
        """
}
