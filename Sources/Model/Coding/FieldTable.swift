internal import Glibc

/// Finds a field by its name in a few nanoseconds, without making a string of what was written.
final class FieldTable: Sendable {
    /// The name of the type, for messages.
    let type: StaticString
    /// The names of the fields, in the order of their numbers.
    let names: [String]
    /// The names, one behind the other, and where each begins; the last of the starts is the end.
    private let bytes: [UInt8]
    private let starts: [Int]
    /// Open addressing: the number of a field plus one, 0 for a free slot; at most half of the slots are taken.
    private let slots: [UInt8]

    /// The names of the fields stand in one text, with spaces between them.
    @inline(never)
    init(_ type: StaticString, _ fields: StaticString) {
        self.type = type
        names = String(describing: fields).split(separator: " ").map(String.init)
        bytes = names.flatMap { Array($0.utf8) }
        starts = names.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) }
        var slots = [UInt8](repeating: 0, count: FieldTable.slotCount(for: names.count))
        for (index, name) in names.enumerated() {
            var slot = Array(name.utf8).withUnsafeBufferPointer(FieldTable.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt8(index + 1)
        }
        self.slots = slots
    }

    /// The number of the field of this name.
    func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = FieldTable.hash(name) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if isName(index, name) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func isName(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[index]
        guard starts[index + 1] - start == name.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            // Only an empty text has no address, and no field an empty name.
            guard let own = bytes.baseAddress, let other = name.baseAddress else { return false }
            return memcmp(own + start, other, name.count) == 0
        }
    }

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
