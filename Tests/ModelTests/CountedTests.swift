import Model
import Testing

@Suite struct CountedTests {
    @Test func `one is spoken of in the singular, any other number in the plural`() {
        #expect([0, 1, 2].map { Counted($0, "object").description } == ["0 objects", "1 object", "2 objects"])
        #expect([1, 2].map { "\(Counted($0, "object is", "objects are"))" } == ["1 object is", "2 objects are"])
        #expect(Counted(UInt64.max, "record").noun == "records")
    }
}
