/// A scalar means what the field wants it to mean: each of these answers nil where the text is not of its type.
extension Node {
    /// A truth value. YAML knows `true`, `yes`, `on`, `y` and their opposites, in lower, upper and title case, unquoted;
    /// JSON knows `true` and `false`.
    public func bool() -> Bool? {
        guard isPlain else { return nil }
        switch document.syntax {
        case .yaml: return withUTF8(PlainScalar.bool)
        case .json: return hasText("true") ? true : hasText("false") ? false : nil
        }
    }

    /// A whole number, unquoted. YAML also knows `0x1F`, `0o17`, the octal `0644`, `0b11` and `1_000`. A number with a
    /// point or an exponent counts where it has no fraction (`1e3`), as it does on the API server's way from YAML.
    public func int64() -> Int64? {
        switch number() {
        case .int(let int): int
        case .double(let double): DecimalNumber.integer(double)
        default: nil
        }
    }

    /// A finite number, unquoted.
    public func double() -> Double? {
        switch number() {
        case .int(let int): Double(int)
        case .double(let double) where double.isFinite: double
        default: nil
        }
    }

    /// A string. In YAML every scalar is one where a string is wanted, as it was written: `no`, `012`, `1e3`,
    /// `2024-01-01`. In JSON only a string is.
    public func string() -> String? {
        guard kind == .scalar else { return nil }
        return document.syntax == .json && isPlain ? nil : text
    }

    private func number() -> PlainScalar? {
        guard isPlain else { return nil }
        return withUTF8 { text in
            switch document.syntax {
            case .yaml: PlainScalar.number(text)
            case .json: Node.jsonNumber(text)
            }
        }
    }

    /// The meaning of a number that the parser let pass; nil for `true`, `false` and `null`.
    static func jsonNumber(_ text: UnsafeBufferPointer<UInt8>) -> PlainScalar? {
        if let int = DecimalNumber.plainInteger(text) { return .int(int) }
        guard let last = text.last, last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9") else { return nil }
        let digits = String(decoding: text, as: UTF8.self)
        if let int = Int64(digits) { return .int(int) }
        return Double(digits).map(PlainScalar.double)
    }
}
