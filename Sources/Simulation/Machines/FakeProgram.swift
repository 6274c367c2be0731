/// What a command does on a fake machine, said by the command itself:
///
/// - `serve`: runs until a signal ends it; `serve stubbornly` minds none but SIGKILL.
/// - `exit 3 after 5`: ends after 5 seconds with code 3; `exit 0` at once.
/// - `missing`: there is no such program.
///
/// A shell in front of it (`/bin/sh -c ...`) is no matter. Any other command serves.
struct FakeProgram: Sendable, Hashable {
    enum Course: Sendable, Hashable {
        case serves
        case ends(code: Int32, after: Duration)
        case isMissing
    }

    var course = Course.serves
    var mindsSignals = true
    /// From the order to start it to its start; nil for what the machine's temper says.
    var startDelay: Duration?
    /// For how long after its start it can't serve yet.
    var warmUp = Duration.zero
    /// Commands that ask it how it is: they fail while it can't serve yet.
    var checks: [[String]] = []

    init(_ course: Course) { self.course = course }

    init(_ arguments: [String]) {
        let words = arguments.flatMap { $0.split(separator: " ") }
        if words.contains("missing") { course = .isMissing }
        if words.contains("stubbornly") { mindsSignals = false }
        guard let exit = words.firstIndex(of: "exit") else { return }
        let code = Self.number(words, exit + 1)
        course = .ends(code: Int32(code), after: .seconds(Self.number(words, exit + 3)))
    }

    private static func number(_ words: [Substring], _ index: Int) -> Int {
        words.indices.contains(index) ? Int(words[index]) ?? 0 : 0
    }
}
