extension Record {
    /// Why it can't be written as a line that reads back the same; nil when it can.
    var problem: String? {
        let letters = type.rawValue.utf8
        if type == .commit { return "commit records are the journal's own" }
        if letters.isEmpty || letters.count > 32 || !letters.allSatisfy(Self.isAllowedInType) {
            return "\"\(type)\" is no type of record"
        }
        if let cause = causes.first(where: { $0 >= sequence }) { return "its cause \(cause) is not before it" }
        if body.withUnsafeBytes(Self.hasControlByte) { return "its body holds a byte below 0x20, which JSON escapes" }
        if key == nil, body.starts(with: "\"key\":".utf8) { return "its body begins with a key" }
        return nil
    }

    private static func isAllowedInType(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// Looks at eight bytes at once, since nearly always there is none.
    private static func hasControlByte(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        while position + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            // A byte below 0x20 borrows in the subtraction and has its own top bit clear: 0x0A - 0x20 = 0xEA. A
            // borrow may also mark the byte above one that is marked rightly, never one alone.
            if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
            position += 8
        }
        return bytes[position...].contains { $0 < 0x20 }
    }
}

extension Batch {
    /// The records that it becomes when its first draft gets the number `first`.
    func records(from first: UInt64) throws(JournalError) -> [Record] {
        guard !drafts.isEmpty else { throw JournalError(.invalidBatch, "append: the batch has no records") }
        var records: [Record] = []
        records.reserveCapacity(drafts.count)
        for (index, draft) in drafts.enumerated() {
            let causes = try draft.causes.map { cause throws(JournalError) -> UInt64 in
                switch cause {
                case .sequence(let sequence): return sequence
                case .inBatch(let other) where (0..<index).contains(other): return first + UInt64(other)
                case .inBatch(let other):
                    throw JournalError(
                        .invalidBatch,
                        "append: draft \(index): its cause, draft \(other), is not before it"
                    )
                }
            }
            let record = Record(
                sequence: first + UInt64(index),
                time: time,
                causes: causes,
                type: draft.type,
                key: draft.key,
                body: draft.body
            )
            if let problem = record.problem {
                throw JournalError(
                    .invalidBatch,
                    "append: draft \(index) (\(draft.key ?? draft.type.rawValue)): \(problem)"
                )
            }
            records.append(record)
        }
        return records
    }
}
