import ArgumentParser
import Agent
import Model
import Simulation

/// What a node has to give, as people write it: `4cpu,16Gi`, `500m,2Gi,20pods`.
struct NodeSize: Sendable, Hashable {
    var milliCPU = 4000
    var memoryBytes = 16 << 30
    var pods = NodeFacts.podCapacity

    init() {}

    /// - Throws: `ValidationError` that says what is possible.
    init(parsing text: String) throws {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), let cpu = Self.quantity(parts[0], unit: "cpu")?.milli,
            let memory = Self.quantity(parts[1], unit: "B")?.units,
            let pods = parts.count == 3 ? Self.quantity(parts[2], unit: "pods")?.units : NodeFacts.podCapacity,
            cpu > 0, memory > 0, pods > 0
        else {
            throw ValidationError(
                "\(text): expected cpu and memory, such as 4cpu,16Gi or 500m,2Gi, and perhaps pods: 4cpu,16Gi,110pods"
            )
        }
        (milliCPU, memoryBytes, self.pods) = (cpu, memory, pods)
    }

    private static func quantity(_ text: String, unit: String) -> Quantity? {
        Quantity(text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : text)
    }

    func machine(named name: String) -> RehearsedMachine {
        RehearsedMachine(name: name, milliCPU: milliCPU, memoryBytes: memoryBytes, pods: pods)
    }
}
