import Controllers
import Model
import Testing

@Suite struct `A moment of the past` {
    /// 2027-01-15T08:00:00Z
    private let now = Timestamp(seconds: 1_800_000_000)

    @Test(arguments: [
        ("4711", PastMoment.sequence(4711)),
        ("2027-01-15T07:50:00Z", .time(Timestamp(seconds: 1_799_999_400))),
        ("2027-01-15T08:50:00+01:00", .time(Timestamp(seconds: 1_799_999_400))),
        ("2027-01-15 07:50:00", .time(Timestamp(seconds: 1_799_999_400))),
        ("2027-01-15 07:50", .time(Timestamp(seconds: 1_799_999_400))),
        ("2027-01-15", .time(Timestamp(seconds: 1_799_971_200))),
        ("07:50", .time(Timestamp(seconds: 1_799_999_400))),
        ("08:10", .time(Timestamp(seconds: 1_799_914_200))),
        ("10 minutes ago", .time(Timestamp(seconds: 1_799_999_400))),
        ("  1  hour 30 min ago", .time(Timestamp(seconds: 1_799_994_600))),
        ("1h30m ago", .time(Timestamp(seconds: 1_799_994_600))),
        ("2 weeks ago", .time(Timestamp(seconds: 1_798_790_400))),
        ("4f2a1c9", .commit("4f2a1c9")),
        ("DEADBEEF", .commit("deadbeef")),
        ("commit:1234567", .commit("1234567")),
    ])
    func `is named in many ways`(text: String, moment: PastMoment) throws {
        #expect(try PastMoment(text, now: now) == moment)
    }

    @Test(arguments: [
        "", "yesterday", "10 minutes", "ten minutes ago", "ago", " ago", "5 parsecs ago", "-3", "25:10", "commit:xyz",
        "99999999999999999999 days ago", "4f2", "HEAD~1",
    ])
    func `is refused where it names none`(text: String) {
        #expect(throws: APIError.self) { try PastMoment(text, now: now) }
    }
}
