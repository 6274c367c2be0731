import Cluster
import Controllers
import Model
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A rollout that a real controller was watched at, and what it did after each step.
struct GoldenRollout: CustomTestStringConvertible {
    struct Step {
        var act: String
        var expected: String
    }

    var name: String
    var replicas: Int
    var strategy: String
    var steps: [Step]

    var testDescription: String { name }

    static let all: [GoldenRollout] = {
        let text = GoldenText.read("rollouts.txt")
        var rollouts: [GoldenRollout] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == "rollout" {
                let name = words.dropFirst().joined(separator: " ")
                rollouts.append(GoldenRollout(name: name, replicas: 0, strategy: "", steps: []))
            } else if words[0] == "spec" {
                let bounds =
                    words[3] == "-" ? "" : ", rollingUpdate: {maxSurge: \(words[3]), maxUnavailable: \(words[4])}"
                rollouts[rollouts.count - 1].replicas = Int(words[1]) ?? 0
                rollouts[rollouts.count - 1].strategy = "{type: \(words[2])\(bounds)}"
            } else {
                let expected = words.dropFirst(2).joined(separator: " ")
                rollouts[rollouts.count - 1].steps.append(Step(act: words[0], expected: expected))
            }
        }
        return rollouts
    }()
}

@Suite struct `Rollouts as a real controller did them` {
    @Test(arguments: GoldenRollout.all)
    func `every step leaves the same sizes, counts and conditions`(rollout: GoldenRollout) throws {
        var bench = ClusterBench()
        let key = ObjectKey(.deployment, namespace: "default", name: "d")
        var replicas = rollout.replicas
        try bench.create(Manifest.deployment("d", replicas: replicas, strategy: rollout.strategy))
        while let pod = bench.unready.first { bench.makeReady(pod) }

        for (index, step) in rollout.steps.enumerated() {
            switch step.act {
            case "initial-all-ready": break
            case "update", "update:v3":
                let version = step.act == "update" ? "v2" : "v3"
                let yaml = Manifest.deployment(
                    "d",
                    replicas: replicas,
                    version: version,
                    strategy: rollout.strategy
                )
                try bench.apply(key, yaml, force: true)
            case let act where act.hasPrefix("scale:"):
                replicas = Int(act.dropFirst(6)) ?? replicas
                bench.ask(.scale(key, replicas: replicas))
            default:
                bench.makeReady(try #require(bench.unreadyOfNewest.first))
            }
            #expect(bench.summary == step.expected, "step \(index), \(step.act)")
        }
    }
}

extension ClusterBench {
    fileprivate var unready: [Pod] { pods().filter { !$0.isReady && $0.metadata.deletionTimestamp == nil } }

    fileprivate var unreadyOfNewest: [Pod] {
        let newest = replicaSets.first?.metadata.uid
        return unready.filter { $0.metadata.controller?.uid == newest }
    }

    private var replicaSets: [ReplicaSet] {
        state.objects(of: .replicaSet).compactMap { ReplicaSet($0.object) }.sorted { $0.revision > $1.revision }
    }

    /// The deployment in the words of the golden file.
    fileprivate var summary: String {
        guard let deployment = deployment("d") else { return "" }
        let sets = replicaSets.map { set in
            "rev\(set.revision)=\(set.spec.replicas ?? 1)/\(set.status.replicas)/\(set.status.readyReplicas)"
        }
        let status = deployment.status
        let counts = [
            status.replicas, status.updatedReplicas, status.readyReplicas, status.availableReplicas,
            status.unavailableReplicas,
        ]
        let conditions = status.conditions.sorted { $0.type < $1.type }.map { condition in
            "\(condition.type)=\(condition.status.rawValue):\(condition.reason)"
        }
        return [sets, counts.map(String.init), conditions].map { $0.joined(separator: " ") }.joined(separator: " | ")
    }
}

extension ReplicaSet {
    fileprivate var revision: Int {
        metadata.annotations["deployment.kubernetes.io/revision"].flatMap { Int($0) } ?? 0
    }
}

/// Reads expectations that stand beside the tests.
enum GoldenText {
    static func read(_ name: String, _ file: String = #filePath) -> String {
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        guard let handle = fopen("/\(folder)/Golden/\(name)", "r") else { return "" }
        defer { fclose(handle) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, handle), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
