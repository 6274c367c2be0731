/// How a pod with its own address is plugged in: what whoever makes the pod's namespace needs to know.
///
/// The pod's interface has its address with a prefix of 32 and a default route over the gateway as an on-link next
/// hop. No pod is a neighbour of another then: all traffic passes the machine's router, where connection tracking
/// sees both directions. The port of the bridge needs hairpin mode: where `br_netfilter` filters bridged packets, a
/// pod that reaches itself through a service gets its packet back through the port that it came from.
public struct PodAttachment: Hashable, Sendable {
    public var bridge: String
    /// The machine's end of the pair; at most 15 bytes, made from the pod's uid and the bridge.
    public var hostInterface: String
    public var address: IPv4Address
    public var prefixLength: Int { 32 }
    public var gateway: IPv4Address
    public var mtu: Int
}

extension NetworkPlan {
    public func attachment(pod uid: String, address: IPv4Address) -> PodAttachment {
        PodAttachment(
            bridge: bridge,
            hostInterface: interface(pod: uid),
            address: address,
            gateway: gateway,
            mtu: mtu
        )
    }

    /// `st` and 13 digits in base 32: 65 bits, all of the hash.
    private func interface(pod uid: String) -> String {
        var hash = stableHash("\(bridge)/\(uid)")
        var name = "st"
        for _ in 0..<13 {
            name += String(hash & 31, radix: 32)
            hash >>= 5
        }
        return name
    }
}
