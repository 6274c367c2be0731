private import CZlib

/// Reads a zlib stream (RFC 1950) that comes in pieces, each of which is flushed by whoever writes it.
///
/// A reference, since zlib keeps the address of its stream.
final class Inflater {
    struct Malformed: Error {}

    /// What one piece may grow to: headers are small.
    private static let limit = 1 << 16

    private let dictionary: [UInt8]
    private let stream: UnsafeMutablePointer<z_stream>

    /// - Parameter dictionary: bytes that the other side's first piece may point back at.
    init(dictionary: [UInt8]) {
        self.dictionary = dictionary
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // It fails for want of memory only, and then each call of `inflate` does.
        inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// - Throws: where the bytes are no zlib stream, want another dictionary, or grow beyond 64 KiB.
    func inflate(_ piece: ArraySlice<UInt8>) throws(Malformed) -> [UInt8] {
        var input = Array(piece)
        // One byte more, by which a piece shows that it does not fit.
        var output = [UInt8](repeating: 0, count: Self.limit + 1)
        let written: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                return advance() ? output.count - Int(stream.pointee.avail_out) : nil
            }
        }
        guard let written, written <= Self.limit else { throw Malformed() }
        return Array(output.prefix(written))
    }

    /// Returns whether all input was read.
    private func advance() -> Bool {
        var result = CZlib.inflate(stream, Z_SYNC_FLUSH)
        if result == Z_NEED_DICT {
            guard inflateSetDictionary(stream, dictionary, UInt32(dictionary.count)) == Z_OK else { return false }
            result = CZlib.inflate(stream, Z_SYNC_FLUSH)
        }
        // A buffer error only says that there was nothing left to do.
        return (result == Z_OK || result == Z_BUF_ERROR) && stream.pointee.avail_in == 0
    }
}
