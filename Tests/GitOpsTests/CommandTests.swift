import Testing

@testable import GitOps

@Suite(.timeLimit(.minutes(1))) struct CommandTests {
    private func shell(_ script: String, timeout: Duration = .seconds(30), outputLimit: Int = 1 << 20) -> Command {
        Command(
            program: "sh",
            arguments: ["-c", script],
            environment: ["GREETING=hello"],
            timeout: timeout,
            outputLimit: outputLimit
        )
    }

    @Test func `output and exit code are gathered, and only the given environment is passed on`() throws {
        let outcome = try shell("echo $GREETING $HOME; exit 3").run()

        #expect(outcome == Command.Outcome(code: 3, output: Array("hello\n".utf8), isCut: false))
    }

    @Test func `a program that doesn't end is ended, with all that it started`() throws {
        let outcome = try shell("sleep 1000 & sleep 1000", timeout: .milliseconds(100)).run()

        #expect(outcome.code == nil)
    }

    @Test func `a program that closes its output and stays is ended too`() throws {
        let outcome = try shell("exec >&-; sleep 1000", timeout: .milliseconds(100)).run()

        #expect(outcome.code == nil)
    }

    @Test func `output beyond the limit ends the program`() throws {
        let outcome = try shell("while :; do echo y; done", outputLimit: 1000).run()

        #expect(outcome.isCut)
        #expect(outcome.output.count == 1000)
    }

    @Test func `a program that isn't there is an error`() {
        #expect(throws: FileTreeError.missing) { try Command(program: "no-such-program", arguments: []).run() }
    }
}
