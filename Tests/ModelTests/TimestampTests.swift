import Model
import Testing

@Suite struct TimestampTests {
    @Test func `times are written as the API and as Marathon write them`() throws {
        let time = try #require(Timestamp("2026-11-23T05:55:56.123456789Z"))

        #expect(time.description == "2026-11-23T05:55:56Z")
        #expect(time.milliseconds == "2026-11-23T05:55:56.123Z")
        #expect(time.microseconds == "2026-11-23T05:55:56.123456Z")
    }

    @Test func `an offset is reckoned in`() {
        #expect(Timestamp("2026-01-01T01:30:00+01:30") == Timestamp("2026-01-01T00:00:00Z"))
        #expect(Timestamp("1969-12-31T23:59:59Z")?.nanoseconds == -1_000_000_000)
    }

    @Test(arguments: ["", "2026-02-29T00:00:00Z", "2026-01-01", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00", "x"])
    func `what is no time is refused`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `every day of four hundred years comes back as it was`() throws {
        for day in stride(from: -60_000, to: 86_000, by: 7) {
            let time = Timestamp(seconds: Int64(day) * 86_400)
            #expect(Timestamp(time.description) == time)
        }
    }

    @Test func `durations are added and taken away`() {
        let time = Timestamp(seconds: 100)
        #expect(time + .seconds(5) - .milliseconds(500) - time == .milliseconds(4500))
    }
}
