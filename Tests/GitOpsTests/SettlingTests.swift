import Testing

@testable import GitOps

@Suite struct SettlingTests {
    @Test func `a single change is read when it has been quiet for 50 ms`() {
        var settling = Settling()
        #expect(settling.due() == nil)

        settling.noticed(at: .milliseconds(1000))

        #expect(settling.due() == .milliseconds(1050))
    }

    @Test func `each further change begins the quiet time anew`() {
        var settling = Settling()
        for time in [0, 30, 70] { settling.noticed(at: .milliseconds(time)) }

        #expect(settling.due() == .milliseconds(120))
    }

    @Test func `a directory that never rests is read every two seconds`() {
        var settling = Settling()
        for time in stride(from: 0, through: 1990, by: 40) { settling.noticed(at: .milliseconds(time)) }
        #expect(settling.due() == .milliseconds(2000))

        settling.read()
        settling.noticed(at: .milliseconds(2010))

        #expect(settling.due() == .milliseconds(2060))
    }

    @Test func `while a file is being written the longest wait is given`() {
        var settling = Settling()
        settling.noticed(at: .zero)

        #expect(settling.due(.writing) == .seconds(2))
    }

    @Test func `nothing is read while git holds its lock, unless it was forgotten`() {
        var settling = Settling()
        settling.noticed(at: .zero)

        #expect(settling.due(.locked) == .seconds(10))
    }
}
