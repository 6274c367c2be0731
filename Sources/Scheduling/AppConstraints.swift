internal import Cluster
public import Model

/// Where an app's definition lets its next instance go, beside the nodes on which it has instances already.
///
/// Instances of an earlier configuration don't count, so that they don't stand in the way of an upgrade. A node that
/// lacks the field satisfies `UNLIKE` alone. Rules: Marathon's `Constraints`.
public struct AppConstraints: Sendable {
    private let constraints: [Constraint]
    /// The node of each instance that counts.
    private let placed: [Node]
    /// Instances that the app wants.
    private let instances: Int

    public init(_ constraints: [Constraint], placed: [Node], instances: Int) {
        self.constraints = constraints
        self.placed = placed
        self.instances = instances
    }

    /// Why the node can't take one more instance, for people; nil when it can.
    func refusal(of node: Node, among nodes: [Node]) -> String? {
        constraints.first { !isSatisfied($0, by: node, among: nodes) }.map {
            "node(s) didn't satisfy the app's constraint \($0.parts.joined(separator: " "))"
        }
    }

    private func isSatisfied(_ constraint: Constraint, by node: Node, among nodes: [Node]) -> Bool {
        guard let value = constraint.value(of: node) else { return constraint.operator == .unlike }
        let taken = placed.compactMap(constraint.value)
        switch constraint.operator {
        case .unique: return !taken.contains(value)
        case .cluster: return (constraint.value ?? taken.first).map { $0 == value } ?? true
        case .like: return constraint.matches(value)
        case .unlike: return !constraint.matches(value)
        case .is: return constraint.value.map { Self.isSame($0, value) } ?? false
        case .maxPer: return taken.count { $0 == value } < constraint.value.flatMap { Int($0) } ?? 0
        case .groupBy:
            let known = Set(nodes.compactMap(constraint.value)).count
            return isEven(value, taken, groups: constraint.value.flatMap { Int($0) } ?? known)
        case nil: return false
        }
    }

    /// Whether one more in its group leaves groups as even as they can be in the end: of 7 instances in 3 groups two
    /// groups get 2 and one gets 3.
    private func isEven(_ value: String, _ taken: [String], groups: Int) -> Bool {
        guard groups > 0 else { return false }
        let counts = taken.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        guard let count = counts[value] else { return counts.count < groups }
        let share = instances / groups
        let larger = counts.values.count { $0 > share }
        return count < share || (count == share && larger < instances % groups)
    }

    /// `1.0` and `1` are one number.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        if let first = Double(left), let second = Double(right) { return first == second }
        return left == right
    }
}

extension Constraint {
    /// What the constraint asks about, on a node; nil where the node doesn't have it. Attributes are labels.
    public func value(of node: Node) -> String? {
        switch field {
        case "hostname", "@hostname": node.metadata.labels["kubernetes.io/hostname"] ?? node.metadata.name
        case "@region": node.metadata.labels["topology.kubernetes.io/region"]
        case "@zone": node.metadata.labels["topology.kubernetes.io/zone"]
        default: node.metadata.labels[field]
        }
    }

    /// Of the whole text, by the pattern; one that can't be read, which none is taken in with, matches nothing.
    fileprivate func matches(_ text: String) -> Bool {
        guard let value, let pattern = try? Regex(value) else { return false }
        return text.wholeMatch(of: pattern) != nil
    }
}
