internal import Model
public import YAML

/// What nobody but the API may show of a Secret: its values, and kubectl's copy of the manifest.
///
/// Hidden parts leave a null in their place, so that what is opened again is what was sealed, byte for byte.
struct SecretParts {
    /// What may be read by everybody.
    var shown: Fields
    var hidden: Fields = [:]

    private static let names = ["data", "stringData"]
    private static let copy = "kubectl.kubernetes.io/last-applied-configuration"

    init(of fields: Fields) {
        shown = fields
        for name in Self.names { Self.move(name, from: &shown, to: &hidden) }
        Self.editAnnotations(of: &shown) { Self.move(Self.copy, from: &$0, to: &hidden) }
    }

    init(shown: Fields, hidden: Fields) {
        self.shown = shown
        self.hidden = hidden
    }

    /// Both together again.
    var whole: Fields {
        var (whole, hidden) = (shown, hidden)
        for name in Self.names { Self.move(name, from: &hidden, to: &whole) }
        Self.editAnnotations(of: &whole) { Self.move(Self.copy, from: &hidden, to: &$0) }
        return whole
    }

    private static func move(_ name: String, from source: inout Fields, to target: inout Fields) {
        guard let value = source[name] else { return }
        source[name] = .null
        target[name] = value
    }

    private static func editAnnotations(of object: inout Fields, _ edit: (inout Fields) -> Void) {
        guard case .object(var metadata)? = object["metadata"], case .object(var notes)? = metadata["annotations"]
        else {
            return
        }
        edit(&notes)
        metadata["annotations"] = .object(notes)
        object["metadata"] = .object(metadata)
    }
}

extension SecretSeal {
    private static let member = "sealed"

    /// A Secret, or what is said of one, as it may be written: what is hidden stands in `sealed`.
    public func sealed(_ value: Value, about subject: String) -> Value {
        guard case .object(let fields) = value, fields[Self.member] == nil else {
            return .object([Self.member: .string(text(["whole": value], about: subject))])
        }
        let parts = SecretParts(of: fields)
        if parts.hidden.isEmpty { return value }
        var shown = parts.shown
        shown[Self.member] = .string(text(parts.hidden, about: subject))
        return .object(shown)
    }

    private func text(_ hidden: Fields, about subject: String) -> String {
        Bytes(seal(Array(Value.object(hidden).json().utf8), about: subject)).base64
    }

    /// Whether something in it was hidden.
    public static func isSealed(_ value: Value) -> Bool { value[member] != nil }

    /// What `sealed(_:about:)` was given; nil where the key or the subject is another, or something was changed.
    public func opened(_ value: Value, about subject: String) -> Value? {
        guard case .object(var shown) = value, let text = shown.removeValue(forKey: Self.member)?.string else {
            return value
        }
        guard let sealed = Bytes(base64: text.utf8), let plain = open(sealed.bytes, about: subject),
            let hidden = try? Value.parse(json: plain).object  // What was sealed was JSON.
        else { return nil }
        return hidden["whole"] ?? .object(SecretParts(shown: shown, hidden: hidden).whole)
    }
}
