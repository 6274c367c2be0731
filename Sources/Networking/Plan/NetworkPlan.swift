/// Where the pods and services of one Steady live on this machine.
///
/// Chosen once, at the first start, among what is free then, recorded in the state directory, and kept: addresses
/// that applications saw must not move under them.
public struct NetworkPlan: Hashable, Sendable {
    /// Tells several Steadys on one machine apart.
    public var instance: String
    /// The name of the bridge that pods are plugged into; at most 15 bytes, Linux' bound.
    public var bridge: String
    public var podRange: IPv4Network
    public var serviceRange: IPv4Network
    /// The machine's own address among the pods: their router and their DNS server.
    public var gateway: IPv4Address
    public var nodePortRange: ClosedRange<UInt16>
    /// The largest packet in bytes, no more than what the machine's uplink carries.
    public var mtu: Int
    /// The name of the nftables table that holds all of this instance's rules.
    public var table: String
    public var clusterDomain: String

    public init(
        instance: String,
        bridge: String,
        podRange: IPv4Network,
        serviceRange: IPv4Network,
        mtu: Int = 1500,
        nodePortRange: ClosedRange<UInt16> = 30000...32767,
        clusterDomain: String = "cluster.local"
    ) {
        self.instance = instance
        self.bridge = bridge
        self.podRange = podRange
        self.serviceRange = serviceRange
        gateway = IPv4Address(bits: podRange.first.bits + 1)
        self.nodePortRange = nodePortRange
        self.mtu = mtu
        table = "steady_" + Self.identifier(instance)
        self.clusterDomain = clusterDomain
    }

    /// An empty pool of pod addresses: all of the range but the gateway.
    public var podAddresses: AddressPool { AddressPool(range: podRange, reserved: [gateway]) }

    /// An empty pool of service addresses.
    public var serviceAddresses: AddressPool { AddressPool(range: serviceRange) }

    /// What nftables takes as a name: letters, digits and `_`.
    private static func identifier(_ text: String) -> String {
        String(
            text.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) ? Character($0) : "_"
            }
        )
    }
}

extension NetworkPlan {
    /// Finds a bridge name and two ranges that nothing on this machine uses.
    ///
    /// The search starts at a place that the instance's name determines, so that two instances of which one is down
    /// (and shows no routes) still choose apart.
    public static func choose(instance: String, avoiding use: NetworkUse) throws -> NetworkPlan {
        let candidates = Self.candidates
        let start = Int(stableHash(instance) % UInt64(candidates.count))
        let free = (candidates[start...] + candidates[..<start])
            .filter { candidate in !use.networks.contains { $0.prefixLength > 0 && $0.overlaps(candidate) } }
        guard free.count >= 2 else {
            throw NetworkingError(
                .noFreeRange,
                "choose address ranges for pods and services: every private /16 of this machine is in use"
            )
        }
        guard let bridge = (0..<1000).lazy.map({ "steady\($0)" }).first(where: { !use.interfaces.contains($0) }) else {
            throw NetworkingError(.noFreeRange, "choose a name for the bridge: steady0 to steady999 all exist")
        }
        return NetworkPlan(
            instance: instance,
            bridge: bridge,
            podRange: free[0],
            serviceRange: free[1],
            mtu: use.uplinkMTU ?? 1500
        )
    }

    /// Private ranges that few networks use, the least used first: the middle of 10/8, then 172.16/12.
    private static let candidates: [IPv4Network] =
        (64...127).map { IPv4Network(containing: IPv4Address(10, $0, 0, 0), prefixLength: 16) }
        + (18...31).map { IPv4Network(containing: IPv4Address(172, $0, 0, 0), prefixLength: 16) }
}

/// What of the machine's network is taken already.
public struct NetworkUse: Hashable, Sendable {
    /// The ranges that addresses and routes cover. A default route is among them and stands in nobody's way.
    public var networks: [IPv4Network]
    public var interfaces: Set<String>
    /// The largest packet of the interface that leads out, where one does.
    public var uplinkMTU: Int?

    public init(networks: [IPv4Network] = [], interfaces: Set<String> = [], uplinkMTU: Int? = nil) {
        self.networks = networks
        self.interfaces = interfaces
        self.uplinkMTU = uplinkMTU
    }
}

/// FNV-1a over the text's bytes: the same on each machine and in each process, which Swift's own hashing is not.
func stableHash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
