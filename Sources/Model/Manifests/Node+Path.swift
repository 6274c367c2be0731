import YAML

extension YAML.Node {
    /// The node at a path such as `spec.containers[0].name` or `metadata.labels[a/b]`, or the last one on the way to it.
    func nearest(to path: String) -> YAML.Node {
        var node = self
        for step in YAML.Node.steps(of: path) {
            let next: YAML.Node? =
                if node.kind == .sequence, let index = Int(step), index < node.count, index >= 0 {
                    node.elements.dropFirst(index).first { _ in true }
                } else {
                    node[step]
                }
            guard let next else { return node }
            node = next
        }
        return node
    }

    /// `spec.containers[0].name` → `spec`, `containers`, `0`, `name`.
    private static func steps(of path: String) -> [String] {
        var steps: [String] = []
        var step = ""
        var isBracketed = false
        for letter in path {
            switch letter {
            case "[" where !isBracketed:
                if !step.isEmpty { steps.append(step) }
                (step, isBracketed) = ("", true)
            case "]" where isBracketed:
                steps.append(step)
                (step, isBracketed) = ("", false)
            case "." where !isBracketed:
                if !step.isEmpty { steps.append(step) }
                step = ""
            default: step.append(letter)
            }
        }
        if !step.isEmpty { steps.append(step) }
        return steps
    }
}
