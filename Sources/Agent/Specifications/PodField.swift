internal import Model

/// The downward API: facts of a pod under the names that `fieldRef` and `resourceFieldRef` give them.
struct PodField: Sendable {
    let pod: Pod
    let settings: AgentSettings
    /// The pod's address as far as it is known.
    let address: String

    /// The value of a field; nil where there is no such field.
    func value(of path: String) -> String? {
        if let key = subscriptKey(of: path, in: "metadata.labels") { return pod.metadata.labels[key] ?? "" }
        if let key = subscriptKey(of: path, in: "metadata.annotations") { return pod.metadata.annotations[key] ?? "" }
        return switch path {
        case "metadata.name": pod.metadata.name
        case "metadata.namespace": pod.metadata.namespace
        case "metadata.uid": pod.metadata.uid
        case "metadata.labels": lines(pod.metadata.labels)
        case "metadata.annotations": lines(pod.metadata.annotations)
        case "spec.nodeName": pod.spec.nodeName
        case "spec.serviceAccountName": pod.spec.serviceAccountName
        case "status.hostIP", "status.hostIPs": settings.hostAddress
        case "status.podIP", "status.podIPs": address
        default: nil
        }
    }

    /// The value of a resource of a container; nil where there is no such resource or container.
    func value(of selector: ResourceFieldSelector, in container: Container) -> String? {
        var container = container
        if !selector.containerName.isEmpty, selector.containerName != container.name {
            let all = pod.spec.initContainers + pod.spec.containers
            guard let other = all.first(where: { $0.name == selector.containerName }) else { return nil }
            container = other
        }
        let parts = selector.resource.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let (list, name) = (parts[0], parts[1])
        guard ["cpu", "memory", "ephemeral-storage"].contains(name) || name.hasPrefix("hugepages-") else { return nil }
        guard let amount = amount(of: name, in: list, container) else { return nil }
        return Self.text(amount, divisor: selector.divisor, name)
    }

    /// What isn't limited is limited by the node.
    private func amount(of name: String, in list: String, _ container: Container) -> Quantity? {
        switch list {
        case "requests": container.resources.requests[name] ?? container.resources.limits[name] ?? Quantity()
        case "limits":
            container.resources.limits[name]
                ?? (name == "cpu"
                    ? Quantity(milli: settings.milliCPU)
                    : name == "memory" ? Quantity(settings.memoryBytes) : Quantity())
        default: nil
        }
    }

    /// 500m of cpu by the divisor 1 are 1, by 1m they are 500: rounded up.
    private static func text(_ amount: Quantity, divisor: Quantity, _ name: String) -> String {
        if name == "cpu" {
            return "\(quotient(amount.milli, divisor.milli <= 0 ? 1000 : divisor.milli))"
        }
        return "\(quotient(amount.units, max(divisor.units, 1)))"
    }

    /// Rounded up, without a sum that could be too large.
    private static func quotient(_ amount: Int, _ divisor: Int) -> Int {
        let (whole, rest) = amount.quotientAndRemainder(dividingBy: divisor)
        return rest > 0 ? whole + 1 : whole
    }

    private func subscriptKey(of path: String, in field: String) -> String? {
        guard path.hasPrefix(field + "['"), path.hasSuffix("']") else { return nil }
        return String(path.dropFirst(field.count + 2).dropLast(2))
    }

    /// `key="value"` to a line, as kubelet writes maps.
    private func lines(_ map: [String: String]) -> String {
        map.sorted { $0.key < $1.key }.map { "\($0.key)=\(quoted($0.value))" }.joined(separator: "\n")
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
