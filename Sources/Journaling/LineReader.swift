/// Reads a file line by line in large pieces, and keeps the bytes of some lines at hand.
struct LineReader {
    private let file: any DiskFile
    /// Where to stop: bytes beyond are none of ours (they may be in the making).
    private let end: UInt64
    /// Bytes of the file from `bufferOffset` on; the first `bufferCount` are filled.
    private var buffer: [UInt8]
    private var bufferOffset: UInt64
    private var bufferCount = 0
    /// Where the next line begins.
    private(set) var position: UInt64

    /// How much is read at once, unless a batch is larger.
    static let usualPiece = 256 << 10
    private let pieceSize: Int

    /// Where a line stands in its file.
    struct Span {
        var offset: UInt64
        /// Without the newline.
        var length: Int
        /// Whether a newline ends it; only the last line of a file can lack one.
        var isTerminated: Bool

        var end: UInt64 { offset + UInt64(length) + (isTerminated ? 1 : 0) }
    }

    init(_ file: any DiskFile, from offset: UInt64, to end: UInt64, pieceSize: Int = usualPiece) {
        self.file = file
        self.end = end
        self.pieceSize = pieceSize
        bufferOffset = offset
        position = offset
        buffer = [UInt8](repeating: 0, count: Int(min(UInt64(pieceSize), end > offset ? end - offset : 0)))
    }

    /// The next line; nil at the end.
    mutating func next() throws(JournalError) -> Span? {
        var searched = 0
        while true {
            let start = Int(position - bufferOffset)
            if let newline = newline(from: start + searched) {
                let span = Span(offset: position, length: newline - start, isTerminated: true)
                position = span.end
                return span
            }
            searched = bufferCount - start
            if try !fill() { break }
        }
        let rest = bufferCount - Int(position - bufferOffset)
        guard rest > 0 else { return nil }
        let span = Span(offset: position, length: rest, isTerminated: false)
        position = span.end
        return span
    }

    /// Calls `body` with the bytes of a span that lies at or after what was last released.
    func withBytes<Answer, Failure: Error>(
        from offset: UInt64,
        count: Int,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        let start = Int(offset - bufferOffset)
        return try buffer.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> Answer in
            try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<start + count]))
        }
    }

    func withBytes<Answer, Failure: Error>(
        of span: Span,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try withBytes(from: span.offset, count: span.length, body)
    }

    /// Gives up the bytes before `offset`: the next filling may overwrite them.
    mutating func release(before offset: UInt64) { released = max(released, offset) }
    private var released: UInt64 = 0

    private func newline(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            UnsafeRawBufferPointer(rebasing: bytes[start..<bufferCount]).firstOffset(of: UInt8(ascii: "\n"))
        }.map { start + $0 }
    }

    /// Reads on; false at the end.
    private mutating func fill() throws(JournalError) -> Bool {
        let nextOffset = bufferOffset + UInt64(bufferCount)
        guard nextOffset < end else { return false }
        makeRoom()
        let wanted = Int(min(UInt64(buffer.count - bufferCount), end - nextOffset))
        let filled = bufferCount
        let file = file
        let received = try buffer.withUnsafeMutableBufferPointer { bytes throws(JournalError) in
            let room = UnsafeMutableRawBufferPointer(bytes)[filled..<filled + wanted]
            return try file.read(at: nextOffset, into: UnsafeMutableRawBufferPointer(rebasing: room))
        }
        bufferCount += received
        return received > 0
    }

    /// Moves what is still needed to the buffer's begin, and doubles the buffer where that is not enough.
    private mutating func makeRoom() {
        let unneeded = Int(min(max(released, bufferOffset), position) - bufferOffset)
        if unneeded > 0, unneeded >= bufferCount / 2 {
            let needed = bufferCount - unneeded
            buffer.withUnsafeMutableBytes { bytes in
                bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[unneeded..<unneeded + needed]))
            }
            bufferOffset += UInt64(unneeded)
            bufferCount = needed
        }
        if bufferCount == buffer.count {
            buffer.append(contentsOf: repeatElement(0, count: max(buffer.count, pieceSize)))
        }
    }
}
