internal import Model

/// Distributes a Service's endpoints over slices so that little is written: who stays keeps his place, who goes leaves
/// room for the next to come. Kubernetes does it so, too.
struct SlicePacking {
    /// Endpoints in one slice, as in Kubernetes.
    static let endpointsPerSlice = 100
    static let serviceLabel = "kubernetes.io/service-name"
    static let managerLabel = "endpointslice.kubernetes.io/managed-by"
    static let manager = "endpointslice-controller.k8s.io"

    /// A slice as it is, and as it is to be.
    private struct Packed {
        var slice: EndpointSlice
        var isNew = false
        var isChanged = false
        /// Room for more endpoints.
        var room: Int { max(0, endpointsPerSlice - slice.endpoints.count) }
    }

    private let service: Service
    private let labels: [String: String]
    /// Slices that no group has claimed; in the end they go.
    private var unclaimed: [EndpointSlice]
    private var packed: [Packed] = []
    private var names: Set<String>

    /// - Parameter present: the Service's slices, sorted by name.
    init(of service: Service, _ present: [EndpointSlice]) {
        self.service = service
        labels = service.metadata.labels.merging(
            [Self.serviceLabel: service.metadata.name, Self.managerLabel: Self.manager]
        ) { $1 }
        unclaimed = present
        names = Set(present.map(\.metadata.name))
    }

    /// Packs groups of backends, each of which has its own ports.
    mutating func pack(_ groups: [(ports: [EndpointPort], backends: [Backend])]) {
        // Where only the ports changed, the slices stay.
        var outdated = unclaimed.filter { slice in !groups.contains { $0.ports == slice.ports } }
        for group in groups {
            var claimed = unclaimed.filter { $0.ports == group.ports }
            if claimed.isEmpty { swap(&claimed, &outdated) }
            pack(group.backends, into: claimed, leadingTo: group.ports)
        }
    }

    private mutating func pack(_ backends: [Backend], into claimed: [EndpointSlice], leadingTo ports: [EndpointPort]) {
        var missing = Dictionary(backends.map { ($0.address, $0) }) { $0.sharing(with: $1) }
        var slices = claim(claimed, for: missing.count).map { keep(&missing, in: $0, ports) }
        if !missing.isEmpty { fill(&slices, with: missing.values.sorted { $0.pod < $1.pod }, ports) }
        for packed in slices where packed.slice.endpoints.isEmpty { unclaimed.append(packed.slice) }
        packed += slices.filter { !$0.slice.endpoints.isEmpty }
    }

    /// What makes the slices hold what was packed.
    func actions() -> [Action] {
        let gone: [Action] = unclaimed.map { slice in
            .remove(slice.key, uid: slice.metadata.uid, reason: "no pods left for it")
        }
        return gone
            + packed.compactMap { packed in
                if packed.isNew { return .create(.endpointSlice(packed.slice), reason: "pods behind the service") }
                guard packed.isChanged else { return nil }
                return .update(.endpointSlice(packed.slice), reason: "pods behind the service changed")
            }
    }
}

// MARK: - What stays

extension SlicePacking {
    /// Takes the slices for a group: of many that are nearly empty no more than are needed.
    private mutating func claim(_ slices: [EndpointSlice], for count: Int) -> [EndpointSlice] {
        var claimed = slices
        let needed = (count + Self.endpointsPerSlice - 1) / Self.endpointsPerSlice
        if claimed.count > 1, claimed.count >= 2 * needed {
            claimed.sort { ($1.endpoints.count, $0.metadata.name) < ($0.endpoints.count, $1.metadata.name) }
            claimed.removeSubrange(needed...)
        }
        let names = Set(claimed.map(\.metadata.name))
        unclaimed.removeAll { names.contains($0.metadata.name) }
        return claimed
    }

    /// A slice with those of its endpoints that still are, as they are now. These are missing no more.
    private func keep(
        _ missing: inout [String: Backend],
        in slice: EndpointSlice,
        _ ports: [EndpointPort]
    ) -> Packed {
        var packed = Packed(slice: slice)
        // From the end, so that to take one out moves none that is still to be looked at.
        for place in slice.endpoints.indices.reversed() {
            guard let address = slice.endpoints[place].addresses.first,
                let backend = missing.removeValue(forKey: address)
            else {
                packed.slice.endpoints.remove(at: place)
                packed.isChanged = true
                continue
            }
            if slice.endpoints[place].tells(of: backend, in: service) { continue }
            packed.slice.endpoints[place] = Endpoint(backend, in: service)
            packed.isChanged = true
        }
        if slice.ports != ports || slice.metadata.labels != labels {
            packed.slice.ports = ports
            packed.slice.metadata.labels = labels
            packed.isChanged = true
        }
        return packed
    }
}

// MARK: - What comes

extension SlicePacking {
    /// Puts backends where there is room: first in slices that are written anyway, in new ones at last.
    private mutating func fill(_ slices: inout [Packed], with backends: [Backend], _ ports: [EndpointPort]) {
        var rest = backends[...]
        let places = slices.indices.filter { slices[$0].isChanged } + slices.indices.filter { !slices[$0].isChanged }
        for place in places where slices[place].room > 0 && !rest.isEmpty { put(&rest, into: &slices[place]) }
        while !rest.isEmpty {
            var packed = Packed(slice: newSlice(ports), isNew: true)
            put(&rest, into: &packed)
            slices.append(packed)
        }
    }

    private func put(_ backends: inout ArraySlice<Backend>, into packed: inout Packed) {
        let next = backends.prefix(packed.room)
        packed.slice.endpoints += next.map { Endpoint($0, in: service) }
        packed.isChanged = true
        backends.removeFirst(next.count)
    }

    private mutating func newSlice(_ ports: [EndpointPort]) -> EndpointSlice {
        var slice = EndpointSlice()
        slice.metadata.name = freeName()
        slice.metadata.namespace = service.metadata.namespace
        slice.metadata.labels = labels
        slice.metadata.ownerReferences = [OwnerReference(controller: service)]
        slice.addressType = .ipv4
        slice.ports = ports
        return slice
    }

    private mutating func freeName() -> String {
        var number = 0
        while true {
            let name = "\(service.metadata.name)-\(NameSuffix.text(Seed(service.metadata.uid, number)))"
            if names.insert(name).inserted { return name }
            number += 1
        }
    }
}
