internal import YAML

extension Array where Element: Structure {
    /// As the annotation of a pod holds them: a list in JSON.
    var annotation: String {
        var writer = JSONWriter()
        encode(to: &writer)
        return writer.text
    }

    /// Reads them again. A text that is no such list holds none: somebody else wrote it.
    init(annotation text: String) {
        self = []
        // There is nobody to tell what is wrong with an annotation.
        guard !text.isEmpty, let document = try? JSONParser.parse(Array<UInt8>(text.utf8)) else { return }
        var context = DecodingContext(unknownFields: .ignore)
        let checks = Self.decode(document.root, &context)
        if !context.hasErrors { self = checks }
    }
}
