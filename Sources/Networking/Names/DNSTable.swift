/// What the cluster's names stand for: a pure value, made anew from each `ServiceTable`.
///
/// Names are taken apart when they are asked for and not written out before, so that making it for 10,000 pods
/// takes a few milliseconds, and each answer a few look-ups.
public struct DNSTable: Sendable {
    let clusterDomain: String
    private let ownRanges: [IPv4Network]
    /// By `name.namespace`.
    let services: [String: ServiceRoute]
    let namespaces: Set<String>
    let pods: [IPv4Address: PodName]
    /// The service that has an address, by `name.namespace`.
    private let serviceAddresses: [IPv4Address: String]
    /// Endpoints that have names of their own below a headless service, as `hostname.name.namespace`.
    private let endpointNames: [IPv4Address: String]
    /// By the name that Mesos-DNS gives an App: `/jobs/clock` is `clock-jobs`.
    let apps: [String: [AppName.Task]]
    /// The App and the task that a task's own name stands for.
    let taskNames: [String: IPv4Address]

    public init(_ table: ServiceTable = ServiceTable(), plan: NetworkPlan) {
        clusterDomain = plan.clusterDomain.lowercased()
        ownRanges = [plan.podRange, plan.serviceRange]
        let pods = Dictionary(table.pods.map { ($0.address, $0) }) { first, _ in first }
        self.pods = pods
        namespaces = Set(table.services.map(\.namespace) + table.pods.map(\.namespace))

        var services: [String: ServiceRoute] = [:]
        var addresses: [IPv4Address: String] = [:]
        var endpointNames: [IPv4Address: String] = [:]
        for service in table.services {
            let service = service.naming(pods)
            let key = "\(service.name).\(service.namespace)"
            services[key] = service
            if let address = service.clusterIP { addresses[address] = key }
            guard service.isHeadless else { continue }
            for endpoint in service.ports.flatMap(\.endpoints) {
                if let hostname = endpoint.hostname { endpointNames[endpoint.address] = "\(hostname).\(key)" }
            }
        }
        (self.services, serviceAddresses, self.endpointNames) = (services, addresses, endpointNames)

        var apps: [String: [AppName.Task]] = [:]
        for app in table.apps { apps[app.label, default: []] += app.tasks }
        self.apps = apps
        taskNames = Dictionary(
            apps.flatMap { label, tasks in tasks.map { ($0.label(in: label), $0.address) } }
        ) { first, _ in first }
    }

    /// What to say to a question. Everything in the cluster's own domain, in `mesos` and in the reverse zones of
    /// the pods' and services' ranges is answered here and never asked of others.
    public func answer(_ question: DNSQuestion) -> DNSAnswer {
        answer(question, depth: 0)
    }

    private func answer(_ question: DNSQuestion, depth: Int) -> DNSAnswer {
        let name = question.name
        let found: DNSFinding
        let zone: String
        if let labels = name.labels(below: clusterDomain) {
            (found, zone) = (findInCluster(labels[...]), clusterDomain)
        } else if let labels = name.labels(below: "mesos") {
            (found, zone) = (findInMesos(labels[...]), "mesos")
        } else if let address = name.reverseAddress, ownRanges.contains(where: { $0.contains(address) }) {
            (found, zone) = (findAddress(address), "in-addr.arpa")
        } else {
            return .forward
        }
        return answer(question, found, zone, depth)
    }

    private func answer(_ question: DNSQuestion, _ found: DNSFinding, _ zone: String, _ depth: Int) -> DNSAnswer {
        switch found {
        case .nothing: return .noName(zone: zone)
        case .alias(let target):
            let record = DNSRecord(name: question.name, .cname(target))
            guard question.type != .cname else { return .records([record]) }
            // Eight aliases in a row are a circle, or as good as one.
            guard depth < 8 else { return .records([record]) }
            switch answer(DNSQuestion(name: target, type: question.type), depth: depth + 1) {
            case .records(let records, let additional): return .records([record] + records, additional: additional)
            case .noData, .noName: return .records([record])
            case .alias(let next, let last): return .alias(next.following(record), target: last)
            case .forward: return .alias(record, target: target)
            }
        case .names(let records, let additional):
            let fitting = records.filter { question.type == .any || question.type == $0.type }
            guard !fitting.isEmpty else { return .noData(zone: zone) }
            return .records(
                fitting.map { DNSRecord(name: question.name, $0.data) },
                additional: question.type == .a ? [] : additional
            )
        }
    }

    private func findAddress(_ address: IPv4Address) -> DNSFinding {
        let name: String
        if let service = serviceAddresses[address] {
            name = "\(service).svc.\(clusterDomain)"
        } else if let endpoint = endpointNames[address] {
            name = "\(endpoint).svc.\(clusterDomain)"
        } else if let pod = pods[address] {
            name = "\(address.dashed).\(pod.namespace).pod.\(clusterDomain)"
        } else {
            return .nothing
        }
        return .names([DNSRecord(name: "", .ptr(name))])
    }

    /// The record that a zone shows where it has nothing else to show.
    static func authority(of zone: String) -> DNSRecord {
        DNSRecord(name: zone, .soa(server: "ns.dns.\(zone)", mailbox: "hostmaster.\(zone)"))
    }
}

/// What stands behind a name: records whose own names are filled in by the question.
enum DNSFinding {
    case nothing
    case names([DNSRecord], additional: [DNSRecord] = [])
    case alias(String)

    /// A name that exists because others lie below it.
    static let empty = DNSFinding.names([])
}

extension ServiceRoute {
    var isHeadless: Bool { clusterIP == nil && externalName == nil }

    /// Endpoints take the host name of the pod behind them, where that pod stands below this service.
    fileprivate func naming(_ pods: [IPv4Address: PodName]) -> ServiceRoute {
        guard isHeadless else { return self }
        var result = self
        for port in result.ports.indices {
            for index in result.ports[port].endpoints.indices
            where result.ports[port].endpoints[index].hostname == nil {
                let pod = pods[result.ports[port].endpoints[index].address]
                guard let pod, pod.subdomain == name, pod.namespace == namespace else { continue }
                result.ports[port].endpoints[index].hostname = pod.hostname
            }
        }
        return result
    }
}

extension DNSRecord {
    /// This record, asked for under the name of the one that leads to it.
    fileprivate func following(_ first: DNSRecord) -> DNSRecord { DNSRecord(name: first.name, data) }
}

extension IPv4Address {
    /// The address as a label: `10-64-0-2`.
    var dashed: String { String(description.map { $0 == "." ? "-" : $0 }) }
}

extension String {
    /// The labels in front of a zone's name; `nil` when the name lies outside of the zone.
    fileprivate func labels(below zone: String) -> [Substring]? {
        if self == zone { return [] }
        guard utf8.count > zone.utf8.count, hasSuffix(zone),
            utf8.dropLast(zone.utf8.count).last == UInt8(ascii: ".")
        else { return nil }
        return dropLast(zone.count + 1).split(separator: ".", omittingEmptySubsequences: false)
    }

    /// The address for which a name in `in-addr.arpa` stands.
    fileprivate var reverseAddress: IPv4Address? {
        guard hasSuffix(".in-addr.arpa") else { return nil }
        let labels = dropLast(13).split(separator: ".", omittingEmptySubsequences: false)
        return IPv4Address(labels.reversed().joined(separator: "."))
    }
}
