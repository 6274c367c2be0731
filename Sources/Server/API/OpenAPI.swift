internal import Model
internal import YAML

/// The published description of what is served: which kinds there are, their fields, and what can be done with them.
///
/// All of it follows from the model's schema; it is made when somebody first asks.
enum OpenAPI {
    /// Where the document of each group and version is. The address changes with the content.
    static let index: PublishedDocument = {
        var paths: Fields = [:]
        for (path, document) in documents.sorted(by: { $0.key < $1.key }) {
            paths[path] = ["serverRelativeURL": .string("/openapi/v3/\(path)?hash=\(document.digest)")]
        }
        return PublishedDocument(["paths": .object(paths)])
    }()

    /// The document of a group and version, named as in the index; nil where there is none.
    static func document(_ name: String) -> PublishedDocument? { documents[name] }

    private static let documents: [String: PublishedDocument] = {
        let pairs = Dictionary(grouping: Kind.allCases, by: \.apiVersion).map { apiVersion, kinds in
            (OpenAPIPaths.prefix(apiVersion), PublishedDocument(document(of: kinds)))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    private static func document(of kinds: [Kind]) -> Value {
        [
            "openapi": "3.0.0", "info": info, "paths": .object(OpenAPIPaths(.three).all(of: kinds.sorted())),
            "components": ["schemas": .object(OpenAPISchemas.all(of: kinds, .three))],
        ]
    }

    /// All kinds in one document of OpenAPI 2, which older clients ask for.
    static let version2 = PublishedDocument([
        "swagger": "2.0", "info": info, "paths": .object(OpenAPIPaths(.two).all(of: Kind.allCases.sorted())),
        "definitions": .object(OpenAPISchemas.all(of: Kind.allCases, .two)),
    ])

    private static let info: Value = ["title": "Steady", "version": "v1"]
}

/// The two forms of OpenAPI that clients ask for.
enum OpenAPIVersion {
    case two, three

    /// A pointer to the schema of a type.
    func reference(to name: String) -> Value {
        switch self {
        case .two: .string("#/definitions/\(name)")
        case .three: .string("#/components/schemas/\(name)")
        }
    }
}
