import Cluster
import Controllers
import Journaling

/// A journal whose turns are decided once more, as far as it can be judged.
struct JournalReplay {
    /// The state after this record is where it begins; 0 where history is kept from its first record on.
    private(set) var beginning: UInt64 = 0
    /// The last record that can be acted on.
    let head: UInt64
    private(set) var replay = Replay()
    /// Why not all of it could be judged; nil where all was.
    private(set) var obstacle: String?
    /// How the daemon was set up in whose life it begins is not recorded: it is taken for set up as the next one.
    private(set) var assumesSettings = false

    /// - Throws: where nothing of it can be judged, in words that say what to do.
    init(_ files: JournalFiles, seal: SecretSeal?) throws {
        guard files.report.segments > 0 || files.report.damage != nil || !files.report.snapshots.isEmpty else {
            throw Failure("there is no journal there: name the directory that its files lie in")
        }
        head = files.head
        try begin(files, seal)
        do {
            if beginning < head { try files.read(beginning + 1...head) { try replay.take($0) } }
            try replay.finish()
        } catch let error as ClusterError {
            obstacle = Self.words(error)
        } catch let error as JournalError {
            obstacle = "\(error)"
        }
        if obstacle == nil, let doubt = replay.doubt, !replay.isCertain {
            obstacle =
                "from record \(doubt.sequence) on some turns come out otherwise, and no daemon started since: from its start "
                + "on it could be judged"
        }
        if let damage = files.report.damage, obstacle == nil {
            obstacle =
                "the journal is damaged: \(damage). Repair a copy with `steady journal repair` to go on behind it"
        }
    }

    private mutating func begin(_ files: JournalFiles, _ seal: SecretSeal?) throws {
        var problem: JournalError?
        for sequence in files.beginnings {
            do {
                let state = try Replay.state(at: sequence, seal: seal) { try files.recover(through: sequence, $0) }
                assumesSettings = sequence > 0 && Replay.settings(in: state) == nil
                let settings = assumesSettings ? try Self.settings(after: sequence, files) : nil
                replay = Replay(from: state, settings ?? Settings())
                beginning = sequence
                return
            } catch let error as JournalError where error.code == .unavailable {
                problem = problem ?? error
            } catch let error as ClusterError {
                throw Failure(Self.words(error))
            }
        }
        throw Failure(
            "its history begins in the midst, and no snapshot tells what was before: "
                + "\(problem.map(String.init(describing:)) ?? ""). Copy all files of the journal's directory"
        )
    }

    /// How the next daemon was set up: most likely as the one in whose life history begins, whose snapshot doesn't say
    /// it where an older Steady wrote it.
    private static func settings(after sequence: UInt64, _ files: JournalFiles) throws -> Settings? {
        struct Found: Error { var settings: Settings }
        guard sequence < files.head else { return nil }
        do {
            try files.read(sequence + 1...files.head) { record in
                if let settings = Replay.settings(in: record) { throw Found(settings: settings) }
            }
            return nil
        } catch let found as Found {
            return found.settings
        }
    }

    private static func words(_ error: ClusterError) -> String {
        switch error {
        case .unreadable: "\(error); another version of Steady may have written it, and can replay it"
        case .sealed: "\(error): name it with --key FILE"
        case .notOpened: "\(error): name the right one with --key FILE, or leave Secrets out with --without-key"
        }
    }
}
