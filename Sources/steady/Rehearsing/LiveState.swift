import Cluster
import Controllers
import Glibc
import Journaling
import Model
import Simulation

/// The cluster as the journal tells it, read beside a daemon that may run or not, and what can be learned from it.
struct LiveState {
    let state: ClusterState
    private(set) var settings = Settings()
    private(set) var startTimes = StartTimes()
    /// What people should know of what was read.
    private(set) var notes: [String] = []
    let now = Timestamp.now

    /// Starts are learned from the last so many records.
    private static let lessons: UInt64 = 200_000

    /// - Throws: a `Failure` that says what to do where there is no such state, or it can't be read.
    init(_ directory: StateDirectory) throws {
        guard access(directory.journalPath, R_OK | X_OK) == 0 else { throw Self.missing(directory, errno) }
        try self.init(JournalFiles(path: directory.journalPath), seal: SecretsKey(directory: directory.path).read())
    }

    private static func missing(_ directory: StateDirectory, _ code: Int32) -> Failure {
        let elsewhere = "or rehearse on empty nodes with --nodes"
        guard code == ENOENT || code == ENOTDIR else {
            return Failure(
                "read the state in \(directory.path): \(String(cString: strerror(code))); be its owner, \(elsewhere)"
            )
        }
        return Failure(
            "there is no state in \(directory.path): start `steady watch`, name another one with --state, \(elsewhere)"
        )
    }

    init(_ files: JournalFiles, seal: SecretSeal?) throws {
        state = try Replay.state(at: files.head, seal: seal) { try files.recover(through: files.head, $0) }
        if seal == nil, state.count(of: .secret) > 0 {
            notes.append("the key of Secrets is not at hand: what needs their values would not start")
        }
        try learn(from: files)
    }

    private mutating func learn(from files: JournalFiles) throws {
        guard let first = files.beginnings.first, first < files.head else { return }
        let start = files.head > Self.lessons ? files.head - Self.lessons : 0
        var reader = StartTimesReader()
        var latest: Settings?
        try files.read(first + 1...files.head) { record in
            if record.sequence > start { reader.take(record) }
            latest = Replay.settings(in: record) ?? latest
        }
        settings = Replay.settings(in: state) ?? latest ?? settings
        startTimes = reader.times
    }
}
