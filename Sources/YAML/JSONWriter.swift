/// Writes JSON piece by piece; it sets commas and colons itself. Strings are escaped as Go's encoder does with its
/// escaping for HTML switched off. That begins match ends and keys stand in objects is the caller's to see to.
public struct JSONWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8]
    private var needsComma = false

    public init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// What was written so far, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Forgets what was written but keeps the memory, for the next text.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes a key that needs no escapes.
    public mutating func key(_ name: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes any key.
    @_disfavoredOverload
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ string: String) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { JSONEscaping.append($0, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    public mutating func int(_ int: Int64) {
        comma()
        DecimalNumber.append(int, to: &bytes)
    }

    /// Writes the shortest decimal that reads back as the same number, as Go does (`1000`, `0.5`, `1e+21`). JSON can't
    /// say infinity or NaN; they become null.
    public mutating func double(_ double: Double) {
        guard double.isFinite else { return null() }
        comma()
        bytes.append(contentsOf: DecimalNumber.text(of: double).utf8)
    }

    public mutating func bool(_ bool: Bool) {
        literal(bool ? "true" : "false")
    }

    public mutating func null() {
        literal("null")
    }

    /// Writes a whole value that is JSON already.
    public mutating func raw(_ json: some Sequence<UInt8>) {
        comma()
        bytes.append(contentsOf: json)
    }

    public mutating func value(_ value: Value) {
        switch value {
        case .null: null()
        case .bool(let bool): self.bool(bool)
        case .int(let int): self.int(int)
        case .double(let double): self.double(double)
        case .string(let string): self.string(string)
        case .array(let array):
            beginArray()
            for element in array { self.value(element) }
            endArray()
        case .object(let fields):
            beginObject()
            for (name, value) in fields {
                key(name)
                self.value(value)
            }
            endObject()
        }
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func begin(_ bracket: UInt8) {
        comma()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func literal(_ word: StaticString) {
        comma()
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
