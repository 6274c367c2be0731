/// Finds a field by its name in a few nanoseconds, without making a string of what was written.
struct FieldTable<Field: CaseIterable & RawRepresentable & Sendable>: Sendable where Field.RawValue == String {
    /// The name of the type, for messages.
    let type: StaticString
    private let fields: [Field]
    private let names: [[UInt8]]
    /// Open addressing: the index of a field plus one, 0 for a free slot; at most half of the slots are taken.
    private let slots: [UInt8]

    init(_ type: StaticString) {
        self.type = type
        fields = Array(Field.allCases)
        names = fields.map { Array($0.rawValue.utf8) }
        var slots = [UInt8](repeating: 0, count: FieldTable.slotCount(for: names.count))
        for (index, name) in names.enumerated() {
            var slot = name.withUnsafeBufferPointer(FieldTable.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt8(index + 1)
        }
        self.slots = slots
    }

    /// The field of this name, and its place among the fields.
    func find(_ name: UnsafeBufferPointer<UInt8>) -> (field: Field, index: Int)? {
        var slot = FieldTable.hash(name) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if names[index].count == name.count, names[index].elementsEqual(name) { return (fields[index], index) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    var allNames: [String] { fields.map(\.rawValue) }

    private static func slotCount(for count: Int) -> Int {
        var slots = 8
        while slots < 2 * count { slots *= 2 }
        return slots
    }

    /// The length and three letters tell almost all names of one type apart.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = name.first, let last = name.last else { return 0 }
        return name.count &* 7 &+ Int(first) &* 31 &+ Int(last) &* 17 &+ Int(name[name.count / 2]) &* 5
    }
}
