import Model
import Testing
import YAML

/// Reads the one object of a YAML text, without any mistake.
func object(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Object {
    let manifest = ManifestReader().read(Array(text.utf8), file: "a.yaml")
    #expect(manifest.problems.filter { $0.severity == .error } == [], sourceLocation: sourceLocation)
    return try #require(manifest.entries.first?.object, sourceLocation: sourceLocation)
}

/// The object with defaults applied.
func defaulted(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Object {
    var object = try object(text, sourceLocation: sourceLocation)
    object.applyDefaults()
    return object
}

/// What is wrong with an object, defaults applied.
func mistakes(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    try defaulted(text, sourceLocation: sourceLocation).validate().map(\.description)
}

extension Object {
    /// A part of the object's JSON.
    func part(_ path: String...) throws -> Value {
        var value = try Value.parse(json: json())
        for step in path {
            let next = Int(step).flatMap { value.array?[$0] } ?? value[step]
            value = try #require(next)
        }
        return value
    }
}
