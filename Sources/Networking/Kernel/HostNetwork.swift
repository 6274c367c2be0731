import Glibc
import Synchronization

/// The machine's side of the pods' network: a bridge with the gateway's address, routes, and the packet filter.
///
/// Every method acts on the network namespace of the calling thread and blocks it until the kernel has answered
/// (milliseconds): call from a thread of your own, never from the cooperative pool. Calls take turns.
public final class HostNetwork: Sendable {
    public let plan: NetworkPlan

    /// What the filter holds, as far as this process knows. The lock is what makes calls take turns.
    private let applied = Mutex<ServiceRules?>(nil)

    public init(plan: NetworkPlan) {
        self.plan = plan
    }

    /// Makes the network as planned, or makes good what is missing of it: pods that are plugged in, services and
    /// connections stay as they are. The first thing made is what keeps service traffic from leaving the machine.
    ///
    /// Turns forwarding on for the interfaces that have an address, where it is off: answers from outside come in
    /// there. It stays on after `teardown()`, since others may rely on it by then.
    ///
    /// - Throws: `.conflict` when the bridge's name or the ranges belong to somebody else by now.
    public func establish() throws {
        try applied.withLock { applied in
            applied = nil
            var socket = try NetlinkSocket(.route)
            let topology = try Topology.read(&socket)
            try refuseConflicts(with: topology)
            for range in [plan.podRange, plan.serviceRange] {
                try socket.perform(RouteMessages.addBarrier(to: range), "keep \(range) from leaving this machine")
            }
            try establishFilter()
            try establishBridge(&socket, topology)
            try establishForwarding(topology)
        }
    }

    /// Has connections to services go where the table says, from the next one on; those that stand stay. All of it
    /// changes at once, and only what differs is sent to the kernel.
    public func apply(_ services: ServiceTable) throws {
        let new = ServiceRules(services)
        try applied.withLock { applied in
            let old = applied
            guard old != new else { return }
            applied = nil
            try change(from: old, to: new)
            try forgetFlows(from: old, to: new)
            // Last of all: what failed half-way is done anew, whole.
            applied = new
        }
    }

    /// Takes all of it away, whatever is there of it; the pods' ends of their cables go with the pods' namespaces.
    public func teardown() throws {
        try applied.withLock { applied in
            applied = nil
            try PacketFilter.run(BaseRules(plan: plan).removal, "delete the nftables table \(plan.table)")
            var socket = try NetlinkSocket(.route)
            let topology = try Topology.read(&socket)
            if let bridge = topology.link(named: plan.bridge), bridge.alias == alias {
                try socket.perform(RouteMessages.deleteLink(index: bridge.index), "delete the bridge \(plan.bridge)")
            }
            for range in [plan.podRange, plan.serviceRange] {
                let refusal = try socket.attempt(RouteMessages.deleteBarrier(to: range), "delete the route to \(range)")
                guard refusal == 0 || refusal == ESRCH else {
                    throw NetworkingError(refusal, "delete the route to \(range)")
                }
            }
        }
    }

    /// By this the bridge is known as this instance's own.
    private var alias: String { "steady:\(plan.instance)" }
}

extension HostNetwork {
    private func change(from old: ServiceRules?, to new: ServiceRules) throws {
        let change = RuleChange(table: plan.table)
        if let old {
            let commands = change.commands(from: old, to: new)
            if commands.isEmpty { return }
            do {
                try PacketFilter.run(commands, "change services")
                return
            } catch {
                // Somebody else changed the table: what it holds is not what is known, so all of it is written anew.
                try establishFilter()
            }
        }
        let listing = try PacketFilter.run("list table ip \(plan.table)", "read the nftables table \(plan.table)")
        try PacketFilter.run(change.commands(replacing: listing, with: new), "write services")
    }

    private func forgetFlows(from old: ServiceRules?, to new: ServiceRules) throws {
        var changed = new.flows
        if let old {
            changed = new.flows.filter { old.flows[$0.key] != $0.value }
            for key in old.flows.keys where new.flows[key] == nil { changed[key] = [] }
            if changed.isEmpty { return }
        }
        try ConnectionTracking.forgetStaleFlows(changed, known: new.flows, serviceRange: plan.serviceRange)
    }

    private func refuseConflicts(with topology: Topology) throws {
        if let bridge = topology.link(named: plan.bridge), bridge.alias != alias {
            throw NetworkingError(
                .conflict,
                "make the bridge \(plan.bridge): an interface of that name exists that is not this instance's"
            )
        }
        let own = topology.link(named: plan.bridge)?.index
        for range in [plan.podRange, plan.serviceRange] {
            // A wider route than ours loses against it; one as narrow, or narrower, takes from it.
            let taken = topology.routes.first { route in
                route.destination.prefixLength >= range.prefixLength && route.isLocalOrUnicast && route.index != own
                    && route.destination.overlaps(range)
            }
            if let taken {
                throw NetworkingError(.conflict, "use \(range): this machine has a route to \(taken.destination) now")
            }
        }
    }

    private func establishFilter() throws {
        let base = BaseRules(plan: plan)
        do {
            try PacketFilter.run(base.text, "make the nftables table \(plan.table)")
        } catch {
            // A table of another shape, from another version.
            try PacketFilter.run(base.removal + base.text, "make the nftables table \(plan.table) anew")
        }
    }

    private func establishBridge(_ socket: inout NetlinkSocket, _ topology: Topology) throws {
        var link = topology.link(named: plan.bridge)
        if link == nil {
            // Derived from the gateway's address, so that pods find it unchanged after the bridge was made anew.
            let create = RouteMessages.createBridge(plan.bridge, hardwareAddress: [0x0A, 0x58] + plan.gateway.bytes)
            try socket.perform(create, "make the bridge \(plan.bridge)")
            link = try Topology.read(&socket).link(named: plan.bridge)
        }
        guard let index = link?.index else {
            throw NetworkingError(.system, "make the bridge \(plan.bridge): it is gone again")
        }
        try socket.perform(
            RouteMessages.setUp(index: index, alias: alias, mtu: plan.mtu),
            "bring up the bridge \(plan.bridge)"
        )
        try configureBridge()
        let address = RouteMessages.addAddress(plan.gateway, prefixLength: plan.podRange.prefixLength, index: index)
        try socket.perform(address, "give \(plan.gateway) to the bridge \(plan.bridge)")
        let route = RouteMessages.addRoute(to: plan.serviceRange, index: index, source: plan.gateway)
        try socket.perform(route, "route \(plan.serviceRange) to the bridge \(plan.bridge)")
    }

    private func configureBridge() throws {
        let settings = [
            ("forwarding", "1"), ("send_redirects", "0"), ("accept_redirects", "0"),
            // For a node port that is asked for on 127.0.0.1; the filter lets nothing in under that address.
            ("route_localnet", "1"),
        ]
        for (name, value) in settings {
            try KernelSetting("net/ipv4/conf/\(plan.bridge)/\(name)").set(value)
        }
        let noIPv6 = KernelSetting("net/ipv6/conf/\(plan.bridge)/disable_ipv6")
        if noIPv6.exists { try noIPv6.set("1") }
    }

    private func establishForwarding(_ topology: Topology) throws {
        let addressed = Set(topology.addresses.map(\.index))
        for link in topology.links where addressed.contains(link.index) && !link.isLoopback {
            try KernelSetting("net/ipv4/conf/\(link.name)/forwarding").set("1")
        }
    }
}
