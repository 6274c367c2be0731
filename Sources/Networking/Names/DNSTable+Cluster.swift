/// Names as Kubernetes gives them: `web.shop.svc.cluster.local`, `_http._tcp.web.shop.svc…`, `db-0.db.shop.svc…`,
/// `10-64-0-2.shop.pod…`.
extension DNSTable {
    func findInCluster(_ labels: ArraySlice<Substring>) -> DNSFinding {
        guard let kind = labels.last else { return .empty }
        guard kind == "svc" || kind == "pod" else { return .nothing }
        let rest = labels.dropLast()
        guard let namespace = rest.last else { return .empty }
        let names = rest.dropLast()
        if names.isEmpty { return namespaces.contains(String(namespace)) ? .empty : .nothing }
        return kind == "svc" ? findService(names, namespace) : findPod(names, namespace)
    }

    private func findPod(_ names: ArraySlice<Substring>, _ namespace: Substring) -> DNSFinding {
        guard names.count == 1, let label = names.first,
            let address = IPv4Address(String(label.map { $0 == "-" ? "." : $0 })),
            let pod = pods[address], pod.namespace == namespace
        else { return .nothing }
        return .names([DNSRecord(name: "", .a(address))])
    }

    private func findService(_ names: ArraySlice<Substring>, _ namespace: Substring) -> DNSFinding {
        guard let name = names.last, let service = services["\(name).\(namespace)"] else { return .nothing }
        let below = names.dropLast()
        switch below.count {
        case 0:
            if let target = service.externalName { return .alias(target.asTarget) }
            let located = located(service, service.ports)
            return .names(addresses(of: service) + located.records, additional: located.addresses)
        case 1:
            let label = below[below.startIndex]
            if let transport = label.transport {
                return service.ports.contains { $0.transport == transport } ? .empty : .nothing
            }
            return findEndpoint(label, service)
        case 2:
            guard let transport = below[below.startIndex + 1].transport else { return .nothing }
            let port = below[below.startIndex].dropFirst()
            let ports = service.ports.filter { $0.name.map { $0 == port } == true && $0.transport == transport }
            guard below[below.startIndex].first == "_", !ports.isEmpty else { return .nothing }
            let located = located(service, ports)
            return .names(located.records, additional: located.addresses)
        default:
            return .nothing
        }
    }

    /// An endpoint of a headless service by its host name, or where it has none, by its address.
    private func findEndpoint(_ label: Substring, _ service: ServiceRoute) -> DNSFinding {
        guard service.isHeadless else { return .nothing }
        let addresses = service.ports.flatMap(\.endpoints).filter { $0.label == label }.map(\.address)
        guard !addresses.isEmpty else { return .nothing }
        return .names(Set(addresses).sorted().map { DNSRecord(name: "", .a($0)) })
    }

    private func addresses(of service: ServiceRoute) -> [DNSRecord] {
        let addresses =
            service.clusterIP.map { [$0] } ?? Set(service.ports.flatMap(\.endpoints).map(\.address)).sorted()
        return addresses.map { DNSRecord(name: "", .a($0)) }
    }

    /// Where each of the ports is to be found, and the addresses of the names that say so.
    private func located(
        _ service: ServiceRoute,
        _ ports: [ServiceRoute.Port]
    ) -> (records: [DNSRecord], addresses: [DNSRecord]) {
        let name = "\(service.name).\(service.namespace).svc.\(clusterDomain)"
        let targets: [(name: String, address: IPv4Address, port: UInt16)] = ports.filter { $0.port > 0 }
            .flatMap { port in
                if let address = service.clusterIP { return [(name, address, port.port)] }
                return port.endpoints.map { ("\($0.label).\(name)", $0.address, $0.port) }
            }
        let weight = UInt16(clamping: max(1, 100 / max(1, targets.count)))
        let addresses = Dictionary(targets.map { ($0.name, $0.address) }) { first, _ in first }
        return (
            targets.map { DNSRecord(name: "", .srv(weight: weight, port: $0.port, target: $0.name)) },
            addresses.sorted { $0.key < $1.key }.map { DNSRecord(name: $0.key, .a($0.value)) }
        )
    }
}

extension ServiceRoute.Endpoint {
    /// The endpoint's own label below its service.
    fileprivate var label: String { hostname ?? address.dashed }
}

extension Substring {
    /// `_tcp` or `_udp`.
    var transport: Transport? {
        first == "_" ? Transport(rawValue: String(dropFirst())) : nil
    }
}

extension String {
    /// A name as a manifest may write it, in the spelling of a question.
    fileprivate var asTarget: String {
        let lower = lowercased()
        return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    }
}
