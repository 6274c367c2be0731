/// The commands that lead the packet filter from one set of services to another, for one transaction.
struct RuleChange {
    var table: String

    /// Only what differs. Empty where nothing does.
    func commands(from old: ServiceRules, to new: ServiceRules) -> String {
        var lines: [String] = []
        lines += new.spreads.subtracting(old.spreads).sorted().flatMap(chain(of:))
        for (name, affinity) in new.affinities.sorted(by: { $0.key < $1.key }) where old.affinities[name] != affinity {
            lines += chains(of: name, affinity)
        }
        for map in ServiceRules.Map.allCases {
            lines += elements(of: map, from: old.maps[map] ?? [:], to: new.maps[map] ?? [:])
        }
        lines += set("delete", old.hairpins.subtracting(new.hairpins))
        lines += set("add", new.hairpins.subtracting(old.hairpins))
        lines += removals(Self.objects(of: old).subtracting(Self.objects(of: new)))
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    /// Everything anew, whatever the table holds. `listing` is the table as nft prints it: chains and sets of
    /// affinities that nobody wants any more are found there.
    func commands(replacing listing: String, with new: ServiceRules) -> String {
        let flushes =
            ServiceRules.Map.allCases.map { "flush map ip \(table) \($0.rawValue)" }
            + ["flush set ip \(table) hairpins"]
        let known = Self.objects(in: listing)
        return flushes.joined(separator: "\n") + "\n" + commands(from: ServiceRules(), to: new)
            + removals(known.subtracting(Self.objects(of: new))).map { $0 + "\n" }.joined()
    }

    private func chain(of spread: ServiceRules.Spread) -> [String] {
        let address = spread.isNodePort ? "" : "ip daddr . "
        return chain(
            spread.chain,
            [
                "dnat to \(address)\(spread.transport.rawValue) dport . numgen random mod \(spread.count) "
                    + "map @\(spread.endpoints.rawValue)"
            ]
        )
    }

    /// A client that an endpoint's set remembers goes there; any other draws one, whose set then remembers it.
    private func chains(of name: String, _ affinity: ServiceRules.Affinity) -> [String] {
        let names = affinity.targets.map { Self.endpointName(name, affinity.seconds, $0) }
        let endpoints = zip(names, affinity.targets).flatMap { name, target in
            [
                "add set ip \(table) \(name) { type ipv4_addr; flags dynamic; timeout \(affinity.seconds)s; "
                    + "size 65535; }"
            ]
                + chain(
                    name,
                    [
                        "update @\(name) { ip saddr timeout \(affinity.seconds)s }",
                        "meta l4proto { tcp, udp } dnat to \(target.address):\(target.port)",
                    ]
                )
        }
        let draw = names.enumerated().map { "\($0.offset) : goto \($0.element)" }.joined(separator: ", ")
        return endpoints
            + chain(
                name,
                names.map { "ip saddr @\($0) goto \($0)" } + ["numgen random mod \(names.count) vmap { \(draw) }"]
            )
    }

    private func chain(_ name: String, _ rules: [String]) -> [String] {
        ["add chain ip \(table) \(name)", "flush chain ip \(table) \(name)"]
            + rules.map { "add rule ip \(table) \(name) \($0)" }
    }

    private func elements(
        of map: ServiceRules.Map,
        from old: [String: String],
        to new: [String: String]
    ) -> [String] {
        let gone = old.filter { new[$0.key] != $0.value }.map(\.key).sorted()
        let added = new.filter { old[$0.key] != $0.value }.map { "\($0.key) : \($0.value)" }.sorted()
        return batch("delete", map.rawValue, gone) + batch("add", map.rawValue, added)
    }

    private func set(_ verb: String, _ addresses: Set<IPv4Address>) -> [String] {
        batch(verb, "hairpins", addresses.sorted().map { "\($0) . \($0)" })
    }

    private func batch(_ verb: String, _ name: String, _ elements: [String]) -> [String] {
        guard !elements.isEmpty else { return [] }
        return ["\(verb) element ip \(table) \(name) { \(elements.joined(separator: ", ")) }"]
    }

    /// A name stands for a chain and, where it has three parts, for a set too. Chains are emptied first, so that
    /// none is in another's way.
    private func removals(_ names: Set<String>) -> [String] {
        let names = names.sorted()
        return names.map { "flush chain ip \(table) \($0)" }
            + names.map { "delete chain ip \(table) \($0)" }
            + names.filter { $0.utf8.count { $0 == UInt8(ascii: "_") } > 1 }.map { "delete set ip \(table) \($0)" }
    }

    private static func objects(of rules: ServiceRules) -> Set<String> {
        var names: Set<String> = []
        for (name, affinity) in rules.affinities {
            names.insert(name)
            names.formUnion(affinity.targets.map { endpointName(name, affinity.seconds, $0) })
        }
        return names
    }

    private static func objects(in listing: String) -> Set<String> {
        var names: Set<String> = []
        for line in listing.split(separator: "\n") {
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.count >= 3, words[0] == "chain", words[1].hasPrefix("affinity_") { names.insert(String(words[1])) }
        }
        return names
    }

    private static func endpointName(_ name: String, _ seconds: Int, _ target: ServiceRules.Target) -> String {
        "\(name)_\(String(target.address.bits, radix: 16))_\(target.port)_\(seconds)"
    }
}
