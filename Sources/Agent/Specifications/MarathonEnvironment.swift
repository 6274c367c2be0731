internal import Containers
internal import Model

/// What Marathon and Mesos put into a task's environment that only its node knows.
enum MarathonEnvironment {
    /// Empty for a pod of no app.
    static func variables(
        of container: Container,
        in pod: Pod,
        _ attempt: AttemptID,
        _ settings: AgentSettings
    ) -> [(String, String)] {
        guard MarathonPod(pod) != nil else { return [] }
        var result = [
            ("HOST", settings.node),
            ("MESOS_TASK_ID", "\(pod.metadata.name).\(attempt.attempt)"),
            ("MESOS_SANDBOX", ContainerSpec.sandboxDirectory),
        ]
        let ports = distinctPorts(of: container)
        let numbers = ports.map { $0.assigned }
        for (index, number) in numbers.enumerated() { result.append(("PORT\(index)", "\(number)")) }
        if let first = numbers.first {
            result.append(("PORT", "\(first)"))
            result.append(("PORTS", numbers.map(String.init).joined(separator: ",")))
        }
        for port in ports {
            result.append(("PORT_\(port.declared)", "\(port.assigned)"))
            if !port.name.isEmpty {
                result.append(("PORT_\(MarathonVariable.name(of: port.name))", "\(port.assigned)"))
            }
        }
        return result
    }

    private struct Port: Hashable {
        var declared: Int
        var assigned: Int
        var name: String
    }

    /// One port that is both TCP and UDP is one port to the task.
    private static func distinctPorts(of container: Container) -> [Port] {
        var seen: Set<Port> = []
        return container.ports.compactMap { port in
            let assigned = port.hostPort > 0 ? port.hostPort : port.containerPort
            let declared = port.containerPort > 0 ? port.containerPort : assigned
            let found = Port(declared: declared, assigned: assigned, name: port.name)
            return seen.insert(found).inserted ? found : nil
        }
    }
}
