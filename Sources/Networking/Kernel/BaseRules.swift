/// The part of an instance's nftables table that stays: chains, and the maps that services fill.
///
/// A service is data, not rules: a new connection's destination is looked up in `services`, which names the chain
/// for that number of endpoints, and there the destination and a random number below that number are looked up in
/// the endpoints of its protocol. So a change of services touches the elements that differ and nothing else.
struct BaseRules {
    var plan: NetworkPlan

    /// Makes what is missing and renews the rules; services that are in the table stay, and so do connections.
    var text: String {
        let table = plan.table
        let declarations = maps.map { "add map ip \(table) \($0.name) { \($0.type); }" }
        let chains = chains.flatMap { chain in
            ["add chain ip \(table) \(chain.name) { \(chain.hook) }", "flush chain ip \(table) \(chain.name)"]
                + chain.rules.map { "add rule ip \(table) \(chain.name) \($0)" }
        }
        return
            (["add table ip \(table)"] + declarations
            + ["add set ip \(table) hairpins { type ipv4_addr . ipv4_addr; }"] + chains)
            .joined(separator: "\n") + "\n"
    }

    /// Takes the table away, also where there is none.
    var removal: String { "add table ip \(plan.table)\ndelete table ip \(plan.table)\n" }

    /// A map of endpoints per protocol: nftables 1.0.6 can't read back a type with `th dport` in it, and adds to a rule
    /// the protocol of the type's port.
    private var maps: [(name: String, type: String)] {
        [
            ("services", "type ipv4_addr . inet_proto . inet_service : verdict"),
            ("host_ports", "type ipv4_addr . inet_proto . inet_service : verdict"),
            ("node_ports", "type inet_proto . inet_service : verdict"),
        ]
            + ["tcp", "udp"].flatMap { transport in
                [
                    (
                        "\(transport)_endpoints",
                        "typeof ip daddr . \(transport) dport . numgen random mod 65536 : ip daddr . \(transport) dport"
                    ),
                    (
                        "\(transport)_node_endpoints",
                        "typeof \(transport) dport . numgen random mod 65536 : ip daddr . \(transport) dport"
                    ),
                ]
            }
    }

    private struct Chain {
        var name: String
        var hook = ""
        var rules: [String]
    }

    private var chains: [Chain] { [refuse, find, entrance, prerouting, output, leftover, postrouting, outputFilter] }

    private let refuse = Chain(
        name: "refuse",
        rules: ["meta l4proto tcp reject with tcp reset", "reject with icmp type port-unreachable"]
    )

    private let find = Chain(
        name: "find",
        rules: [
            "ip daddr . meta l4proto . th dport vmap @services",
            "fib daddr type local ip daddr . meta l4proto . th dport vmap @host_ports",
            "fib daddr type local meta l4proto . th dport vmap @node_ports",
        ]
    )

    /// Packets from pods, before anything is made of them. 127/8 is routed on the bridge for the sake of node ports
    /// (`route_localnet`), so it must not come in from there; and a pod speaks under its own range only.
    private var entrance: Chain {
        Chain(
            name: "entrance",
            hook: "type filter hook prerouting priority raw;",
            rules: [
                "iifname \"\(plan.bridge)\" ip daddr 127.0.0.0/8 drop",
                "iifname \"\(plan.bridge)\" ip saddr != \(plan.podRange) drop",
            ]
        )
    }

    private let prerouting = Chain(
        name: "prerouting",
        hook: "type nat hook prerouting priority dstnat;",
        rules: ["jump find"]
    )

    private let output = Chain(
        name: "output",
        hook: "type nat hook output priority -100;",
        rules: ["jump find"]
    )

    /// Where the sender has to change: a node port asked for on 127.0.0.1, a pod that reached itself through a
    /// service (it would take its own answer for a stranger's), and what leaves for the world outside.
    private var postrouting: Chain {
        Chain(
            name: "postrouting",
            hook: "type nat hook postrouting priority srcnat;",
            rules: [
                "ip saddr 127.0.0.0/8 oifname \"\(plan.bridge)\" masquerade",
                "ct status dnat ip saddr . ip daddr @hairpins masquerade",
                "ip saddr \(plan.podRange) ip daddr != \(plan.podRange) oifname != { \"\(plan.bridge)\", \"lo\" } masquerade",
            ]
        )
    }

    /// What still goes to a service address behind the translation has no service, or one without endpoints: said
    /// at once, and never let out. Here and not where packets are forwarded, because the router would first count
    /// the packet as one to redirect, and its limit on messages to a peer then swallows the refusal.
    private var leftover: Chain {
        Chain(
            name: "leftover",
            hook: "type filter hook prerouting priority -90;",
            rules: ["ip daddr \(plan.serviceRange) goto refuse"]
        )
    }

    /// No redirects: two pods are each other's neighbours as far as the router can see, but not to themselves.
    private var outputFilter: Chain {
        Chain(
            name: "output_filter",
            hook: "type filter hook output priority filter;",
            rules: [
                "ip daddr \(plan.serviceRange) goto refuse",
                "oifname \"\(plan.bridge)\" icmp type redirect drop",
            ]
        )
    }
}
