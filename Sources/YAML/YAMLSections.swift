internal import Glibc

/// The parts of a text that hold one document each, so that a mistake in one says nothing about the next. A line that
/// begins with `---` or `...` ends a document wherever it stands: YAML allows neither inside a scalar.
struct YAMLSections: Sequence, IteratorProtocol {
    struct Section {
        var text: UnsafeBufferPointer<UInt8>
        /// The lines of the whole text before this part.
        var precedingLines: Int
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var line = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    mutating func next() -> Section? {
        var start = offset
        var precedingLines = line
        // Comments, blank lines and directives (%YAML) belong to the document whose `---` follows.
        var isPrologue = true
        while offset < text.count {
            let lineEnd = endOfLine(from: offset)
            if isMarker(UInt8(ascii: "-")) {
                if !isPrologue { break }
                isPrologue = false
            } else if isMarker(UInt8(ascii: ".")) {
                advance(to: lineEnd)
                if !isPrologue { break }
                // Nothing was begun that could end here.
                (start, precedingLines) = (offset, line)
                continue
            } else if isPrologue {
                isPrologue = isBlankCommentOrDirective(offset..<lineEnd)
            }
            advance(to: lineEnd)
        }
        guard offset > start else { return nil }
        return Section(text: UnsafeBufferPointer(rebasing: text[start..<offset]), precedingLines: precedingLines)
    }

    private mutating func advance(to lineEnd: Int) {
        offset = lineEnd
        line += 1
    }

    /// Just behind the line feed.
    private func endOfLine(from start: Int) -> Int {
        guard let base = text.baseAddress,
            let feed = memchr(base + start, CInt(UInt8(ascii: "\n")), text.count - start)
        else { return text.count }
        return base.distance(to: feed.assumingMemoryBound(to: UInt8.self)) + 1
    }

    /// Whether three of a character and then space or nothing begin the line here.
    private func isMarker(_ character: UInt8) -> Bool {
        guard offset + 3 <= text.count, text[offset] == character, text[offset + 1] == character,
            text[offset + 2] == character
        else { return false }
        return offset + 3 == text.count || YAMLSections.isSpace(text[offset + 3])
    }

    private func isBlankCommentOrDirective(_ line: Range<Int>) -> Bool {
        if text[line.lowerBound] == UInt8(ascii: "%") { return true }
        let first = text[line].first { !YAMLSections.isSpace($0) }
        return first == nil || first == UInt8(ascii: "#")
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
