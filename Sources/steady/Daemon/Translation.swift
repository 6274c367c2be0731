import Agent
import Cluster
import Controllers
import GitOps
import Glibc
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
    init(_ plan: NetworkPlan) {
        let range = plan.serviceRange
        self.init(
            serviceAddresses: (range.first.bits + 1)...(range.last.bits - 1),
            nodePorts: Int(plan.nodePortRange.lowerBound)...Int(plan.nodePortRange.upperBound)
        )
    }
}

extension AgentSettings {
    init(_ facts: NodeFacts, _ plan: NetworkPlan, podsDirectory: String) {
        self.init(
            node: facts.name,
            hostAddress: facts.address,
            network: plan,
            podsDirectory: podsDirectory,
            hostsFile: SmallFile.text("/etc/hosts") ?? "",
            resolver: ResolverConfiguration(parsing: SmallFile.text("/etc/resolv.conf") ?? ""),
            milliCPU: facts.processors * 1000,
            memoryBytes: facts.memoryBytes
        )
    }
}

/// Files of the system that are a page or two long.
enum SmallFile {
    /// Nil where it can't be read.
    static func text(_ path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        return String(decoding: bytes.prefix(fread(&bytes, 1, bytes.count, file)), as: UTF8.self)
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
