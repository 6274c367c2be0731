import Cluster
import Controllers
import GitOps
import Journaling
import Model
import Networking

// What one part says in the words of another: only here do they know each other.

extension DirectoryStatement {
    init(_ set: DirectorySet) {
        let unreadable: String? =
            switch set.state {
            case .readable: nil
            case .missing: "the directory \(set.root) is missing"
            case .unreadable(let why): "the directory \(set.root) can't be read: \(why)"
            }
        self.init(
            root: set.root,
            changed: set.changed.map(Item.init),
            withdrawn: set.withdrawn,
            isComplete: set.number == 1,
            undecided: Set(set.undecided.map(\.description)),
            unreadable: unreadable
        )
    }
}

extension DirectoryStatement.Item {
    init(_ stated: GitOps.StatedObject) {
        let origin = Origin(
            path: "\(stated.origin.path)",
            line: stated.origin.line,
            commit: stated.origin.commit.map { String($0.hash.prefix(7)) },
            author: stated.origin.commit?.author
        )
        self.init(key: stated.key, configuration: stated.object.json(), origin: origin)
    }
}

extension Settings {
    init(_ plan: NetworkPlan, rollback: RollbackPolicy.Mode) {
        let range = plan.serviceRange
        self.init(
            serviceAddresses: (range.first.bits + 1)...(range.last.bits - 1),
            nodePorts: Int(plan.nodePortRange.lowerBound)...Int(plan.nodePortRange.upperBound),
            rollback: rollback,
            version: BuildFacts.full
        )
    }
}

extension Failure {
    static var needsRoot: Failure {
        Failure(
            "`steady watch` needs root: it makes namespaces, cgroups and a network. Run it with sudo. Without root "
                + "these work: `steady validate DIR`, `steady diff DIR OTHER`"
        )
    }

    static func damaged(_ finding: JournalFinding) -> Failure {
        Failure(
            "the journal is damaged: \(finding). No container was touched; `steady journal verify` shows all of it, "
                + "`steady journal repair` keeps what is sound"
        )
    }
}
