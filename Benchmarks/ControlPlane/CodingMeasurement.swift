import Model
import YAML

/// Text to values and back, in one thread and its processor time.
func measureCoding() throws {
    let yaml = (0..<200).map { Samples.deployment("web-\($0)", replicas: 3) }.joined(separator: "---\n")
    let yamlBytes = Array(yaml.utf8)
    Report.rate("YAML: text to documents", bytes: yamlBytes.count) { _ = YAMLParser.parse(yamlBytes) }

    let documents = YAMLParser.parse(yamlBytes).documents
    var objects: [Object] = []
    for document in documents {
        var context = DecodingContext()
        if let object = Object.decode(document.root, &context) { objects.append(object) }
    }
    let texts = objects.map { $0.json() }
    let bytes = texts.reduce(0) { $0 + $1.count }
    Report.rate("model: objects to JSON", bytes: bytes, goal: ">= 50 MB/s") {
        for object in objects { _ = object.json() }
    }
    try Report.rate("model: JSON to objects", bytes: bytes, goal: ">= 50 MB/s") {
        for text in texts { _ = try Object(json: text) }
    }
    Report.rate("model: YAML to objects", bytes: yamlBytes.count) {
        for document in YAMLParser.parse(yamlBytes).documents {
            var context = DecodingContext()
            _ = Object.decode(document.root, &context)
        }
    }
}
