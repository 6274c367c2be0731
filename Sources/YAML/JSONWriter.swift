/// Writes JSON piece by piece; it sets commas and colons itself. Strings are escaped as Go's encoder does with its
/// escaping for HTML switched off. That begins match ends and keys stand in objects is the caller's to see to.
public struct JSONWriter: ~Copyable {
    private var buffer: ByteBuffer
    private var needsComma = false

    public init(capacity: Int = 0) {
        buffer = ByteBuffer(capacity: capacity)
    }

    /// What was written so far.
    public var bytes: [UInt8] { buffer.array }

    /// What was written so far, as text.
    public var text: String { buffer.text }

    /// Forgets what was written but keeps the memory, for the next text.
    public mutating func removeAll() {
        buffer.removeAll()
        needsComma = false
    }

    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes a key that needs no escapes.
    public mutating func key(_ name: StaticString) {
        name.withUTF8Buffer { name in
            buffer.reserve(name.count + 4)
            if needsComma { buffer.appendReserved(UInt8(ascii: ",")) }
            buffer.appendReserved(UInt8(ascii: "\""))
            buffer.appendReserved(name)
            buffer.appendReserved(UInt8(ascii: "\""))
            buffer.appendReserved(UInt8(ascii: ":"))
        }
        needsComma = false
    }

    /// Writes any key.
    @_disfavoredOverload
    public mutating func key(_ name: String) {
        string(name)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ string: String) {
        var string = string
        string.withUTF8 { text in
            buffer.reserve(text.count + 3)
            if needsComma { buffer.appendReserved(UInt8(ascii: ",")) }
            buffer.appendReserved(UInt8(ascii: "\""))
            JSONEscaping.append(text, to: &buffer)
        }
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    public mutating func int(_ int: Int64) {
        comma()
        DecimalNumber.append(int, to: &buffer)
    }

    /// Writes the shortest decimal that reads back as the same number, as Go does (`1000`, `0.5`, `1e+21`). JSON can't
    /// say infinity or NaN; they become null.
    public mutating func double(_ double: Double) {
        guard double.isFinite else { return null() }
        comma()
        var text = DecimalNumber.text(of: double)
        text.withUTF8 { buffer.append($0) }
    }

    public mutating func bool(_ bool: Bool) {
        literal(bool ? "true" : "false")
    }

    public mutating func null() {
        literal("null")
    }

    /// Writes a whole value that is JSON already.
    public mutating func raw(_ json: [UInt8]) {
        json.withUnsafeBufferPointer { raw($0) }
    }

    /// Writes a whole value that is JSON already.
    public mutating func raw(_ json: UnsafeBufferPointer<UInt8>) {
        comma()
        buffer.append(json)
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
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func begin(_ bracket: UInt8) {
        comma()
        buffer.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        buffer.append(bracket)
        needsComma = true
    }

    private mutating func literal(_ word: StaticString) {
        comma()
        word.withUTF8Buffer { buffer.append($0) }
    }
}
