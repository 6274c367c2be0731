/// Names as Mesos-DNS gives them to Marathon's Apps: `/jobs/clock` is `clock-jobs.marathon.mesos`, its ports are
/// found at `_clock-jobs._tcp.marathon.mesos`, a named one also at `_http._clock-jobs._tcp.marathon.mesos`.
extension DNSTable {
    func findInMesos(_ labels: ArraySlice<Substring>) -> DNSFinding {
        guard let framework = labels.last else { return .empty }
        guard framework == "marathon" else { return .nothing }
        let names = labels.dropLast()
        guard let last = names.last else { return .empty }
        if let transport = last.transport { return findPorts(names.dropLast(), transport) }
        guard names.count == 1 else { return .nothing }

        let label = String(last)
        if let tasks = apps[label] {
            return .names(Set(tasks.map(\.address)).sorted().map { DNSRecord(name: "", .a($0)) })
        }
        return taskNames[label].map { .names([DNSRecord(name: "", .a($0))]) } ?? .nothing
    }

    private func findPorts(_ names: ArraySlice<Substring>, _ transport: Transport) -> DNSFinding {
        guard let app = names.last else { return apps.isEmpty ? .nothing : .empty }
        guard names.count <= 2, app.first == "_", let tasks = apps[String(app.dropFirst())] else { return .nothing }
        let label = String(app.dropFirst())
        let port = names.dropLast().first
        guard port?.first ?? "_" == "_" else { return .nothing }

        var records: [DNSRecord] = []
        var additional: [DNSRecord] = []
        for task in tasks {
            let ports = task.ports.filter { candidate in
                candidate.transports.contains(transport)
                    && (port.map { $0.dropFirst() == candidate.name ?? "" } ?? true)
            }
            guard !ports.isEmpty else { continue }
            let target = "\(task.label(in: label)).marathon.mesos"
            records += ports.map { DNSRecord(name: "", .srv(weight: 0, port: $0.port, target: target)) }
            additional.append(DNSRecord(name: target, .a(task.address)))
        }
        return records.isEmpty && port != nil ? .nothing : .names(records, additional: additional)
    }
}

extension AppName {
    /// The id's parts from the last to the first, as Mesos names Marathon's tasks.
    var label: String {
        id.lowercased().split(separator: "/").reversed().joined(separator: "-")
    }
}

extension AppName.Task {
    /// The task's own label: its App's, five characters that tell it from the others, and `s0` as in Mesos-DNS,
    /// where the number of the agent stands.
    func label(in app: String) -> String {
        let hash = String(
            stableHash("\(app)/\(address)/\(ports.map { String($0.port) }.joined(separator: ","))"),
            radix: 36
        )
        return "\(app)-\(hash.suffix(5))-s0"
    }
}
