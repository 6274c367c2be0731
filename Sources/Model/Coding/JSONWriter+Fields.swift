import YAML

/// Fields are written as the API server writes them: `apiVersion` and `kind` first, then in the order of the alphabet;
/// what is absent is left out.
extension JSONWriter {
    /// What every object starts with.
    mutating func head(_ kind: Kind) {
        key("apiVersion")
        string(kind.apiVersion)
        key("kind")
        string(kind.rawValue)
    }

    /// A field that is left out where it says nothing.
    mutating func field(_ name: StaticString, _ value: some FieldValue) {
        if value.isZero { return }
        key(name)
        value.encode(to: &self)
    }

    /// A field that is left out where it is absent, but written where it is zero.
    mutating func optional(_ name: StaticString, _ value: (some FieldValue)?) {
        guard let value else { return }
        key(name)
        value.encode(to: &self)
    }

    /// A field that is written whatever it holds.
    mutating func always(_ name: StaticString, _ value: some FieldValue) {
        key(name)
        value.encode(to: &self)
    }

    /// A time that is written with its microseconds.
    mutating func microTime(_ name: StaticString, _ value: Timestamp?) {
        guard let value else { return }
        key(name)
        string(value.microseconds)
    }
}
