import Testing

@testable import steady

@Suite struct EndSignalTests {
    @Test func `the first word counts, whenever it comes`() async {
        let end = EndSignal()

        #expect(end.raise(.stop))
        #expect(!end.raise(.stop))
        guard case .stop = await end.wait() else {
            Issue.record("it was told to stop")
            return
        }
        #expect(!end.raise(.stop))
    }

    @Test func `who waits for a word may be called off`() async {
        let end = EndSignal()

        let given = await withTaskGroup(of: End?.self) { group in
            group.addTask { await end.wait() }
            group.cancelAll()
            return await group.next() ?? nil
        }

        guard given == nil else {
            Issue.record("nothing was said")
            return
        }
    }

    @Test func `a moment that has come is not waited for`() async {
        let moment = Moment()
        moment.come()

        // In vain it would take an hour.
        await moment.wait(atMost: .seconds(3600))
    }

    @Test func `a moment that never comes is not waited for without bound`() async {
        await Moment().wait(atMost: .milliseconds(1))
    }
}

@Suite struct RemovalTests {
    private struct Trouble: Error, CustomStringConvertible {
        var description: String
    }

    @Test func `each step is taken, and all that went wrong is told`() {
        var done: [String] = []

        let failure = #expect(throws: Failure.self) {
            try Removal.run([
                { throw Trouble(description: "pod a: busy") }, { done.append("network") },
                { throw Trouble(description: "rules: no memory") },
            ])
        }

        #expect(done == ["network"])
        #expect(
            failure?.description
                == "not everything could be removed: pod a: busy; rules: no memory; run `steady down` again"
        )
    }

    @Test func `when all goes well nothing is thrown`() {
        #expect(throws: Never.self) { try Removal.run([{}, {}]) }
    }
}
