/// A type that can say what is wrong with it.
protocol Validated {
    func validate(_ validation: inout Validation)
}

/// Collects mistakes on the way through an object, and knows where it is.
struct Validation {
    private(set) var errors: [FieldError] = []
    /// The parts of the path from the root, as they are written: `spec`, `.containers`, `[0]`.
    private var path: [String] = []

    /// The path of a field of the structure that is being looked at.
    func path(_ name: String) -> String {
        if name.isEmpty { return path.joined() }
        return path.isEmpty || name.hasPrefix("[") ? path.joined() + name : path.joined() + "." + name
    }

    mutating func within(_ name: String, _ body: (inout Validation) -> Void) {
        path.append(path.isEmpty || name.hasPrefix("[") ? name : "." + name)
        body(&self)
        path.removeLast()
    }

    mutating func add(_ reason: FieldError.Reason, _ name: String, _ message: String) {
        errors.append(FieldError(reason, path(name), message))
    }

    mutating func required(_ name: String, because detail: String = "") {
        add(.required, name, detail.isEmpty ? "Required value" : "Required value: \(detail)")
    }

    /// A value that is wrong. `value` is written as Go prints it: texts in quotes, numbers bare.
    mutating func invalid(_ name: String, _ value: some GoPrintable, _ detail: String) {
        add(.invalid, name, "Invalid value: \(value.goText): \(detail)")
    }

    mutating func forbidden(_ name: String, _ detail: String) {
        add(.forbidden, name, "Forbidden: \(detail)")
    }

    mutating func duplicate(_ name: String, _ value: some GoPrintable) {
        add(.duplicate, name, "Duplicate value: \(value.goText)")
    }

    mutating func notSupported(_ name: String, _ value: String, _ supported: [String]) {
        let list = supported.map(\.goText).joined(separator: ", ")
        add(.notSupported, name, "Unsupported value: \(value.goText): supported values: \(list)")
    }

    mutating func notFound(_ name: String, _ value: String) {
        add(.notFound, name, "Not found: \(value.goText)")
    }
}

/// How Go prints a value within a message.
protocol GoPrintable {
    var goText: String { get }
}

extension String: GoPrintable {
    var goText: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension Int: GoPrintable {
    var goText: String { "\(self)" }
}

extension Double: GoPrintable {
    var goText: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }
}

extension Bool: GoPrintable {
    var goText: String { "\(self)" }
}

extension Quantity: GoPrintable {
    var goText: String { "\"\(description)\"" }
}

extension IntOrString: GoPrintable {
    var goText: String {
        switch self {
        case .int(let int): "intstr.IntOrString{Type:0, IntVal:\(int), StrVal:\"\"}"
        case .string(let text): "intstr.IntOrString{Type:1, IntVal:0, StrVal:\(text.goText)}"
        }
    }
}

extension [String: String]: GoPrintable {
    var goText: String {
        let entries = sorted { $0.key < $1.key }.map { "\($0.key.goText):\($0.value.goText)" }
        return "map[string]string{\(entries.joined(separator: ", "))}"
    }
}

extension [String]: GoPrintable {
    var goText: String { "[]string{\(map(\.goText).joined(separator: ", "))}" }
}
