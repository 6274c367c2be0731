public import YAML

extension String: FieldValue {
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> String {
        guard let string = node.string() else {
            context.mismatch(node, expected: "string", goType: "string")
            return ""
        }
        return string
    }

    public func encode(to writer: inout JSONWriter) { writer.string(self) }

    public var isZero: Bool { isEmpty }
}

extension Bool: FieldValue {
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Bool {
        guard let bool = node.bool() else {
            context.mismatch(node, expected: "true or false", goType: "bool")
            return false
        }
        return bool
    }

    public func encode(to writer: inout JSONWriter) { writer.bool(self) }

    public var isZero: Bool { !self }
}

extension Int: FieldValue {
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Int {
        guard let int = node.int64() else {
            context.mismatch(node, expected: "integer", goType: "int64")
            return 0
        }
        return Int(int)
    }

    public func encode(to writer: inout JSONWriter) { writer.int(Int64(self)) }

    public var isZero: Bool { self == 0 }
}

extension Double: FieldValue {
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Double {
        guard let double = node.double() else {
            context.mismatch(node, expected: "number", goType: "float64")
            return 0
        }
        return double
    }

    public func encode(to writer: inout JSONWriter) { writer.double(self) }

    public var isZero: Bool { self == 0 }
}

extension Array: FieldValue where Element: FieldValue {
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> [Element] {
        guard node.kind == .sequence else {
            context.mismatch(node, expected: "list", goType: "[]\(context.type)")
            return []
        }
        var elements: [Element] = []
        elements.reserveCapacity(node.count)
        for element in node.elements {
            elements.append(element.isNull ? Element() : Element.decode(element, &context))
        }
        return elements
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { element.encode(to: &writer) }
        writer.endArray()
    }

    public var isZero: Bool { isEmpty }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> [String: Value] {
        guard node.kind == .mapping else {
            context.mismatch(node, expected: "object", goType: "map[string]\(Value.self)")
            return [:]
        }
        var values: [String: Value] = [:]
        // The library's own code for this is not specialised: for a few entries it costs more than it spares.
        if node.count > 6 { values.reserveCapacity(node.count) }
        for (key, value) in node.entries {
            values[key.text] = value.isNull ? Value() : Value.decode(value, &context)
        }
        return values
    }

    /// Keys are written in order, so that equal objects have equal bytes.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            writer.key(key)
            value.encode(to: &writer)
        }
        writer.endObject()
    }

    public var isZero: Bool { isEmpty }
}
