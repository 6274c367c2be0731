/// The well-formed byte sequences of Unicode's table 3-7.
enum UTF8Sequence {
    /// The length of the sequence of several bytes that begins at an offset; nil where it is not well-formed.
    static func length(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        let remaining = text.count - offset
        func continues(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            distance < remaining && range.contains(text[offset + distance])
        }
        switch text[offset] {
        case 0xC2...0xDF: return continues(1) ? 2 : nil
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : nil
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : nil
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : nil
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : nil
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : nil
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : nil
        default: return nil
        }
    }
}
