import Cluster
import Controllers
import GitOps
import Logging
import Model
import Synchronization
import YAML

/// What the daemon's log says of the directory and of the disk: each thing once, when it is news.
final class DaemonStory: Sendable {
    private struct Told {
        var problems: Set<Problem> = []
        var held: HeldPrune?
    }

    private let logger: Logger
    private let told = Mutex(Told())

    init(_ logger: Logger) { self.logger = logger }

    func tell(_ set: DirectorySet) {
        let (fresh, isMended) = told.withLock { told in
            defer { told.problems = Set(set.problems) }
            return (set.problems.filter { !told.problems.contains($0) }, !told.problems.isSubset(of: set.problems))
        }
        for problem in fresh {
            logger.log(level: problem.severity == .error ? .error : .warning, "\(problem.placed)")
        }
        switch set.state {
        case .readable: tellSize(of: set, isMended: isMended && fresh.isEmpty)
        case .missing: logger.warning("\(set.root) is missing: all stays as it is until it is back")
        case .unreadable(let why): logger.warning("\(set.root) can't be read: \(why); all stays as it is")
        }
    }

    private func tellSize(of set: DirectorySet, isMended: Bool) {
        // A set that only tells of a mistake changes nothing.
        guard set.number == 1 || !set.changed.isEmpty || !set.withdrawn.isEmpty || isMended else { return }
        let commit = set.head.map { " at \($0.hash.prefix(7))" } ?? ""
        var words = "\(set.root)\(commit): \(Counted(set.objects.count, "object"))"
        if set.number > 1 { words += ", \(set.changed.count) new or changed, \(set.withdrawn.count) gone" }
        // Whoever mended a mistake wants to know that it was seen.
        if isMended {
            words += set.problems.isEmpty ? ", no mistakes left" : ", \(Counted(set.problems.count, "mistake")) left"
        }
        logger.info("\(words)")
    }

    /// What a file states and the cluster refuses, which updates were taken back, and what it would not let go without
    /// a question.
    func tell(_ changes: [Change], held: HeldPrune?) {
        for change in changes {
            guard case .put(let stored, _) = change.body, case .event(let event) = stored.object else { continue }
            switch event.reason {
            case FailureReason.apply: logger.error("\(event.message)")
            case RollbackPolicy.condition:
                let subject = event.involvedObject
                logger.warning("\(subject.kind.lowercased())/\(subject.name): \(event.message)")
            default: break
            }
        }
        let isNews = told.withLock { told in
            defer { told.held = held }
            return told.held != held
        }
        guard isNews, let held else { return }
        let kept = Counted(held.keys.count, "object is", "objects are")
        let them = held.keys.count == 1 ? "it" : "them"
        logger.warning("\(held.reason): \(kept) kept though no file states \(them); `steady prune` lets \(them) go")
    }

    func tell(writeProblem problem: String?) {
        if let problem {
            logger.error("\(problem); nothing is changed until that is over, and what runs goes on")
        } else {
            logger.info("the journal can be written again")
        }
    }
}
