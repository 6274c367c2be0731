public import YAML

extension Object {
    /// Reads an object from a mapping that names its `apiVersion` and `kind`. Nil, with a problem in the context, where
    /// it names a kind that Steady lacks.
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Object? {
        let apiVersion = node["apiVersion"]?.string() ?? ""
        let name = node["kind"]?.string() ?? ""
        guard let kind = Kind(apiVersion: apiVersion, kind: name) else {
            context.error(node, Kind.complaint(apiVersion: apiVersion, kind: name))
            return nil
        }
        return Object(kind, node, &context)
    }

    /// Reads an object from compact JSON, as `json()` writes it: unknown fields are left out.
    ///
    /// - Throws: the first mistake.
    public init(json: [UInt8]) throws(Problem) {
        let document = try JSONParser.parse(json)
        var context = DecodingContext(unknownFields: .ignore)
        let object = Object.decode(document.root, &context)
        if let problem = context.problems.first { throw problem }
        guard let object else { throw Problem(message: "no object") }
        self = object
    }

    /// The object as compact JSON.
    public func json() -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        encode(to: &writer)
        return writer.bytes
    }
}

extension Kind {
    /// What to say of a kind that there is not.
    static func complaint(apiVersion: String, kind: String) -> String {
        if kind.isEmpty { return "expected an object with apiVersion and kind" }
        let known = Kind.allCases.sorted()
        if let same = known.first(where: { $0.rawValue == kind }) {
            let found = apiVersion.isEmpty ? "none" : "\"\(apiVersion)\""
            return "apiVersion of \(kind) is \"\(same.apiVersion)\", found \(found)"
        }
        let list = known.map { "\($0.apiVersion) \($0.rawValue)" }.joined(separator: ", ")
        return "Steady has no kind \(apiVersion) \(kind); it has \(list)"
    }
}
