internal import Model

enum NodeTable {
    static let columns: [Column] = [
        .name,
        .text("Status", "Whether the node can run pods."),
        .text("Roles", "What the node is for."),
        .age,
        .text("Version", "The version of the agent on the node."),
        .text("Internal-IP", "The node's address among nodes.", wide: true),
        .text("External-IP", "The node's address from outside.", wide: true),
        .text("OS-Image", "The node's operating system.", wide: true),
        .text("Kernel-Version", "The node's kernel.", wide: true),
        .text("Container-Runtime", "What runs the node's containers.", wide: true),
    ]

    static func row(of node: Node, now: Timestamp) -> [Cell] {
        let facts = node.status.nodeInfo
        return [
            .text(node.metadata.name),
            .text(status(of: node)),
            .orNone(roles(of: node)),
            .age(node.metadata, now: now),
            .text(facts.kubeletVersion),
            .orNone(address(of: node, "InternalIP")),
            .orNone(address(of: node, "ExternalIP")),
            .text(facts.osImage.isEmpty ? "<unknown>" : facts.osImage),
            .text(facts.kernelVersion.isEmpty ? "<unknown>" : facts.kernelVersion),
            .text(facts.containerRuntimeVersion.isEmpty ? "<unknown>" : facts.containerRuntimeVersion),
        ]
    }

    static func status(of node: Node) -> String {
        let ready = node.status.conditions.first { $0.type == "Ready" }
        var words = [ready.map { $0.status == "True" ? "Ready" : "NotReady" } ?? "Unknown"]
        if node.spec.unschedulable { words.append("SchedulingDisabled") }
        return words.joined(separator: ",")
    }

    static func roles(of node: Node) -> String {
        let prefix = "node-role.kubernetes.io/"
        var roles = node.metadata.labels.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        if let role = node.metadata.labels["kubernetes.io/role"] { roles.append(role) }
        return roles.filter { !$0.isEmpty }.sorted().joined(separator: ",")
    }

    static func address(of node: Node, _ type: String) -> String {
        node.status.addresses.first { $0.type == type }?.address ?? ""
    }
}
