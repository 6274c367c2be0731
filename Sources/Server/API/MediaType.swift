/// A media type with its parameters: `application/json;as=Table;v=v1;g=meta.k8s.io`.
struct MediaType: Hashable {
    var name: String
    var parameters: [String: String]

    init(_ text: some StringProtocol) {
        let parts = text.split(separator: ";").map { part in
            String(part).trimmed
        }
        name = (parts.first ?? "").lowercased()
        parameters = [:]
        for part in parts.dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { continue }
            parameters[String(halves[0]).trimmed.lowercased()] = String(halves[1]).trimmed
        }
    }

    /// The types of an `Accept` header, the preferred first: by `q`, then in the order given.
    static func accepted(_ header: String?) -> [MediaType] {
        guard let header, !header.isEmpty else { return [MediaType("application/json")] }
        return header.split(separator: ",").map { MediaType($0) }.enumerated()
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map(\.element)
    }

    private var weight: Double { parameters["q"].flatMap(Double.init) ?? 1 }
}

/// The form in which objects are answered.
enum Representation: Hashable {
    case objects
    case table
    /// `PartialObjectMetadata`, and lists of it.
    case metadata

    /// The first form that the caller accepts; nil for a caller who wants something else altogether.
    static func negotiated(_ accept: String?) -> Representation? {
        for type in MediaType.accepted(accept) {
            guard ["application/json", "application/*", "*/*"].contains(type.name) else { continue }
            switch (type.parameters["as"], type.parameters["g"], type.parameters["v"]) {
            case (nil, _, _): return .objects
            case ("Table", "meta.k8s.io", "v1"): return .table
            case ("PartialObjectMetadata", "meta.k8s.io", "v1"), ("PartialObjectMetadataList", "meta.k8s.io", "v1"):
                return .metadata
            default: continue
            }
        }
        return nil
    }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
