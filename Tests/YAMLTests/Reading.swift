import YAML

/// The documents of a text that must have no mistakes.
func documents(_ text: String, file: String? = nil) throws -> [Document] {
    let (documents, problems) = YAMLParser.parse(Array(text.utf8), file: file)
    if let problem = problems.first { throw problem }
    return documents
}

/// The one document of a text that must have no mistakes.
func document(_ text: String) throws -> Document {
    let documents = try documents(text)
    guard let first = documents.first, documents.count == 1 else {
        throw Problem(message: "\(documents.count) documents instead of one")
    }
    return first
}

func value(_ text: String) throws -> Value {
    try Value.parse(yaml: text)
}

/// The mistakes of a text, one per line.
func problems(_ text: String, limits: Limits = .standard) -> [String] {
    YAMLParser.parse(Array(text.utf8), file: "a.yaml", limits: limits).problems.map(\.description)
}
