import Testing
import YAML

struct RoundTripTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `what is written reads back the same`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let value = Value.random(depth: 4, using: &generator)

            #expect(try Value.parse(json: value.json()) == value)
            #expect(try Value.parse(json: value.json(pretty: true)) == value)
            let yaml = YAMLEmitter.emit(value)
            #expect((try? Value.parse(yaml: yaml)) == value, "seed \(seed):\n\(yaml)")
            #expect((try? YAMLEmitter.emit(Value.parse(yaml: yaml))) == yaml, "seed \(seed): not stable")
        }
    }
}
