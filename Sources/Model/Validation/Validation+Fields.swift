/// The checks that generated code makes: each follows from a fact of the schema.
extension Validation {
    mutating func part(_ name: String, _ part: (some Validated)?) {
        guard let part else { return }
        within(name) { part.validate(&$0) }
    }

    mutating func parts(_ name: String, _ parts: [some Validated]?) {
        for (index, part) in (parts ?? []).enumerated() {
            within("\(name)[\(index)]") { part.validate(&$0) }
        }
    }

    mutating func entries(_ name: String, _ entries: [String: some Validated]) {
        for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
            within("\(name)[\(key)]") { entry.validate(&$0) }
        }
    }

    mutating func required(_ name: String, _ value: (some FieldValue)?) {
        if value?.isZero ?? true { required(name) }
    }

    /// A name that must be one of those that are known. An absent one is another matter.
    mutating func known(_ name: String, _ value: (some OpenEnumeration)?) {
        guard let value, !value.isEmpty else { return }
        let known = type(of: value).known
        if !known.contains(value) { notSupported(name, value.rawValue, known.map(\.rawValue)) }
    }

    mutating func known(_ name: String, _ values: [some OpenEnumeration]) {
        for (index, value) in values.enumerated() { known("\(name)[\(index)]", value) }
    }

    mutating func minimum(_ name: String, _ value: Int?, _ minimum: Int) {
        guard let value, value < minimum else { return }
        invalid(name, value, "must be greater than or equal to \(minimum)")
    }

    mutating func range(_ name: String, _ value: Int?, _ range: ClosedRange<Int>) {
        guard let value, !range.contains(value) else { return }
        if range == 0...0o777 {
            invalid(name, value, "must be a number between 0 and 0777 (octal), both inclusive")
        } else {
            invalid(name, value, "must be between \(range.lowerBound) and \(range.upperBound), inclusive")
        }
    }

    /// Rules for texts.
    enum TextFormat {
        case dnsLabel, dnsSubdomain, labelKey, configKey, portName, portMappingName

        func complaint(about text: String) -> String? {
            switch self {
            case .dnsLabel: Names.complaint(aboutLabel: text)
            case .dnsSubdomain: Names.complaint(aboutSubdomain: text)
            case .labelKey: Names.complaint(aboutLabelKey: text)
            case .configKey: Names.complaint(aboutConfigKey: text)
            case .portName: Names.complaint(aboutPortName: text)
            case .portMappingName:
                Names.isLabel(text[...], limit: 255)
                    ? nil : "must fully match regular expression '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'"
            }
        }
    }

    /// Rules for numbers.
    enum NumberFormat {
        case port, portOrZero
    }

    mutating func format(_ name: String, _ text: String?, _ format: TextFormat) {
        guard let text, !text.isEmpty, let complaint = format.complaint(about: text) else { return }
        invalid(name, text, complaint)
    }

    mutating func format(_ name: String, _ number: Int?, _ format: NumberFormat) {
        guard let number else { return }
        switch format {
        case .port:
            if number == 0 {
                required(name)
            } else if !(1...65_535).contains(number) {
                invalid(name, number, "must be between 1 and 65535, inclusive")
            }
        case .portOrZero:
            if !(0...65_535).contains(number) { invalid(name, number, "must be between 0 and 65535, inclusive") }
        }
    }

    /// A port by its number or by its name.
    mutating func port(_ name: String, _ port: IntOrString) {
        switch port {
        case .int(let number):
            if !(1...65_535).contains(number) { invalid(name, number, "must be between 1 and 65535, inclusive") }
        case .string(let text):
            if let complaint = Names.complaint(aboutPortName: text) { invalid(name, text, complaint) }
        }
    }

    /// A name or number that appears twice among those of a list.
    mutating func unique(_ values: [String], _ path: (Int) -> String) {
        var seen: Set<String> = []
        for (index, value) in values.enumerated() where !value.isEmpty {
            if !seen.insert(value).inserted { duplicate(path(index), value) }
        }
    }
}
