internal import Model

enum EndpointSliceTable {
    static let columns: [Column] = [
        .name,
        .text("AddressType", "Whether the addresses are IPv4, IPv6 or names."),
        .text("Ports", "The ports of the endpoints."),
        .text("Endpoints", "The addresses of the endpoints."),
        .age,
    ]
    private static let shown = 3

    static func row(of slice: EndpointSlice, now: Timestamp) -> [Cell] {
        let ports = slice.ports.map { $0.port.map(String.init) ?? "*" }
        let addresses = slice.endpoints.flatMap(\.addresses)
        return [
            .text(slice.metadata.name),
            .text(slice.addressType.rawValue),
            .text(list(ports)),
            .text(list(addresses)),
            .age(slice.metadata, now: now),
        ]
    }

    /// The first three, and how many more there are.
    private static func list(_ items: [String]) -> String {
        guard !items.isEmpty else { return "<unset>" }
        let text = items.prefix(shown).joined(separator: ",")
        return items.count > shown ? "\(text) + \(items.count - shown) more..." : text
    }
}
