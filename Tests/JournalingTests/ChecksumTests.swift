import CLinux
import Testing

@Suite struct ChecksumTests {
    @Test func `the checksum is CRC-32C as its specification gives it`() {
        #expect(clinux_crc32c(0, "123456789", 9) == 0xE306_9283)
        #expect(clinux_crc32c(0, [UInt8](repeating: 0, count: 32), 32) == 0x8A91_36AA)
    }

    @Test func `the processor's instruction and the tables agree at every length`() {
        let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) }

        for length in 0...bytes.count {
            #expect(clinux_crc32c(7, bytes, length) == clinux_crc32c_by_table(7, bytes, length))
        }
    }
}
