internal import Model

/// The parts of objects that have paths of their own here. Kubernetes knows more of them.
enum ServedSubresource: String, CaseIterable {
    case exec, log, portforward, scale, status

    /// Nil where the kind has no such part, or Steady serves none.
    init?(_ name: String, of kind: Kind) {
        guard kind.subresources.contains(name) else { return nil }
        self.init(rawValue: name)
    }

    /// In the order of the alphabet.
    static func all(of kind: Kind) -> [ServedSubresource] {
        allCases.filter { kind.subresources.contains($0.rawValue) }
    }

    /// What discovery says can be done with it.
    var verbs: [String] {
        switch self {
        case .exec, .portforward: ["create", "get"]
        case .log: ["get"]
        case .scale, .status: ["get", "patch", "update"]
        }
    }

    /// Group, version and kind of what is read from it or written to it.
    func responseKind(of kind: Kind) -> (group: String, version: String, name: String) {
        switch self {
        case .exec: (kind.group, kind.version, "PodExecOptions")
        case .portforward: (kind.group, kind.version, "PodPortForwardOptions")
        case .log, .status: (kind.group, kind.version, kind.name)
        case .scale: ("autoscaling", "v1", "Scale")
        }
    }
}
