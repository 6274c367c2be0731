internal import YAML

/// The wire form, `fieldsV1` of an entry of managedFields: `{"f:spec":{"f:replicas":{}}}`. An object below a step holds
/// the next steps; `.` in it, or nothing in it at all, says that the place itself is in the set.
extension FieldSet {
    /// Reads the wire form; nil for what is not JSON.
    public init?(fieldsV1 json: String) {
        guard let document = try? JSONParser.parse(Array(json.utf8)) else { return nil }
        self.init(document.root)
    }

    private init(_ node: Node) {
        var children: [Child] = []
        children.reserveCapacity(node.count)
        var isMember = false
        for (key, below) in node.entries {
            guard !key.hasText(".") else {
                isMember = true
                continue
            }
            let set = FieldSet(below)
            children.append(Child(element: PathElement(fieldsV1: key.text), set: set.isEmpty ? .member : set))
        }
        self.init(isMember: isMember, unordered: children)
    }

    /// The wire form; steps in order, so that equal sets are written alike.
    public var fieldsV1: String {
        var writer = JSONWriter(capacity: 512)
        write(to: &writer)
        return writer.text
    }

    private func write(to writer: inout JSONWriter) {
        writer.beginObject()
        if isMember && !children.isEmpty {
            writer.key(".")
            writer.beginObject()
            writer.endObject()
        }
        for child in children {
            writer.key(child.element.text)
            child.set.write(to: &writer)
        }
        writer.endObject()
    }
}
