import Model
import Testing

@testable import Agent

struct HealthTallyTests {
    private let start = Timestamp(seconds: 1_000_000)

    private func check(_ kind: HealthCheckProtocol, most: Int, grace: Int = 10) -> AppHealthCheck {
        AppHealthCheck {
            $0.protocol = kind
            $0.maxConsecutiveFailures = most
            $0.gracePeriodSeconds = grace
        }
    }

    /// What a check says of answers that come in the 60th second and later: `+` and `-` for success and failure.
    private func verdicts(_ check: AppHealthCheck, _ answers: String, at second: Int = 60) -> String {
        var tally = HealthTally(check, isAlive: nil, hasSucceeded: false, startedAt: start)
        return answers.map { answer in
            let outcome = answer == "+" ? ProbeOutcome.success : answer == "?" ? .inconclusive : .failure("no")
            switch tally.take(outcome, counts: true, now: start + .seconds(second)) {
            case .none: return tally.isAlive.map { $0 ? "well " : "ill " } ?? "unknown "
            case .complaint: return tally.isAlive == false ? "ill " : "wrong "
            case .failed: return "kill "
            }
        }.joined()
    }

    @Test(arguments: [HealthCheckProtocol.http, .https, .tcp])
    func `what Marathon checks is killed by one failure more than it may have, and by none for 0`(
        kind: HealthCheckProtocol
    ) {
        #expect(verdicts(check(kind, most: 3), "+---") == "well ill ill ill ")
        #expect(verdicts(check(kind, most: 3), "+----") == "well ill ill ill kill ")
        #expect(verdicts(check(kind, most: 0), "+-------") == "well ill ill ill ill ill ill ill ")
    }

    @Test(arguments: [HealthCheckProtocol.mesosHTTP, .mesosHTTPS, .mesosTCP, .command])
    func `what Mesos checks is killed by the last failure that it may have, and by the first for 0`(
        kind: HealthCheckProtocol
    ) {
        #expect(verdicts(check(kind, most: 3), "+---") == "well ill ill kill ")
        #expect(verdicts(check(kind, most: 0), "+-") == "well kill ")
    }

    @Test func `only failures in a row count`() {
        #expect(verdicts(check(.mesosTCP, most: 2), "-+-+--") == "ill well ill well ill kill ")
    }

    @Test func `in the grace period failures count for nothing until the first success`() {
        #expect(verdicts(check(.http, most: 1), "----", at: 9) == "unknown unknown unknown unknown ")
        #expect(verdicts(check(.http, most: 1), "-+--", at: 9) == "unknown well ill kill ")
        #expect(verdicts(check(.http, most: 1), "--", at: 10) == "ill kill ")
    }

    @Test func `an answer that says nothing changes nothing`() {
        #expect(verdicts(check(.mesosTCP, most: 2), "?-?+?-?-") == "unknown ill ill well well ill ill kill ")
    }

    @Test func `early looks are not held against a task, and are heard where it answers`() {
        var tally = HealthTally(check(.tcp, most: 1, grace: 0), isAlive: nil, hasSucceeded: false, startedAt: start)

        #expect(tally.take(.failure("no"), counts: false, now: start) == .none)
        #expect(tally.isAlive == nil)
        #expect(tally.take(.success, counts: false, now: start) == .none)
        #expect(tally.isAlive == true)
    }
}
