import ArgumentParser
import Cluster
import Controllers
import Model
import Rendering
import Simulation

struct RehearseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Run a change in the simulator and say how it would go, before anything is touched.",
        usage: """
            steady rehearse -f DIR [options]
            steady rehearse -f DIR --nodes 20 --node-size 4cpu,16Gi [--from OLD] [options]
            """,
        discussion: """
            What really decides, decides here too, in virtual time and on fake machines: rolling updates, probes, \
            back-offs, scheduling. It begins with what your journal holds; nothing of it is changed, and the daemon \
            is not asked. With --nodes it begins with empty machines that need not exist, and needs no daemon at all; \
            --from states what runs on them before.

            A directory is taken for what the watched directory would say as a whole; files for a part of it.

            How long a workload takes to start and to become ready is learned from the journal. Of what was never \
            seen it is assumed that its probes pass --start-up after its start. All commands are taken to exist and \
            to run on.

            FAULTS
              node=n3@30s      after 30 s node n3 is lost, with all that runs there
              node=n3@30s+2m   and starts anew 2 minutes later
              crash=web:10%    so many of web's containers crash within 10 s of their start

            The verdict is bad where a change does not come through or is taken back, where the cluster would refuse \
            something, and where fewer pods are ready than a workload's own rules promise (with faults: none at all).
            Ends with 0 for a good verdict, 1 for a bad one, 2 when it could not be judged.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Option(name: [.customShort("f"), .long], help: "A directory, or files; - for standard input.")
    var filename: [String]

    @Option(
        help: ArgumentHelp(
            "Begin with so many empty nodes, n1, n2, ..., in place of what the journal holds.",
            valueName: "count"
        )
    )
    var nodes: Int?

    @Option(
        help: ArgumentHelp(
            "What each of them has to give: cpu, memory and, if you like, pods.",
            valueName: "4cpu,16Gi,110pods"
        ),
        transform: NodeSize.init(parsing:)
    )
    var nodeSize = NodeSize()

    @Option(
        help: ArgumentHelp(
            "What is stated before: a directory or a file, rolled out on the empty nodes first.",
            valueName: "dir"
        )
    )
    var from: [String] = []

    @Option(help: "What goes wrong; see above. May be given more than once.", transform: FaultWords.fault)
    var fault: [RehearsedFault] = []

    @Option(
        help: ArgumentHelp(
            "What varies by chance follows from it: the same seed gives the same rehearsal.",
            valueName: "number"
        )
    )
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp("Rehearse so many times, with seeds from --seed on, and show the worst.", valueName: "count")
    )
    var seeds = 1

    @Option(
        help: ArgumentHelp(
            "What a workload that was never seen takes to become ready; 1s where nothing is said.",
            valueName: "span"
        )
    )
    var startUp: Span?

    @Option(name: [.customShort("o"), .long], help: "yaml, json or jsonpath=TEMPLATE.", transform: OutputFormat.ofData)
    var output: OutputFormat?

    static let mostNodes = 4000
    static let mostSeeds = 100_000

    func validate() throws {
        if let nodes, !(1...Self.mostNodes).contains(nodes) {
            throw ValidationError("--nodes must be from 1 to \(Self.mostNodes).")
        }
        guard (1...Self.mostSeeds).contains(seeds) else {
            throw ValidationError("--seeds must be from 1 to \(Self.mostSeeds).")
        }
        guard nodes != nil || from.isEmpty else {
            throw ValidationError("--from says what runs on empty nodes: give their number with --nodes.")
        }
    }

    func run() async throws {
        do {
            let rehearsal = try await rehearsal()
            let impossible = rehearsal.impossibleFaults
            guard impossible.isEmpty else { throw Failure("--fault: \(impossible.joined(separator: "; --fault: "))") }
            guard !rehearsal.nodeNames.isEmpty else {
                throw Failure(
                    "the journal in \(state.directory.path) knows of no node: say how many there are with --nodes"
                )
            }
            let outcome = await ManyRehearsals(rehearsal, seeds: (0..<UInt64(seeds)).map { seed &+ $0 }).run()
            let words = RehearsalBody.value(outcome)
            Console.write(try output?.text(words) ?? RehearsalText.text(words, style: Console.style))
            if !outcome.isGood { throw ExitCode(1) }
        } catch {
            throw Failure.exit(after: error, code: 2)
        }
    }

    private func rehearsal() async throws -> Rehearsal {
        let statement = try StatedFiles(filename, namespace: namespaces.namespace).statement
        var rehearsal: Rehearsal
        if let nodes {
            rehearsal = Rehearsal(statement)
            rehearsal.nodes = (1...nodes).map { nodeSize.machine(named: "n\($0)") }
            if !from.isEmpty {
                rehearsal.former = try StatedFiles(from, namespace: namespaces.namespace).statement
            }
        } else {
            let directory = state.directory
            // It reads the disk.
            let live = try await onThread("rehearse") { Result { try LiveState(directory) } }.get()
            for note in live.notes { Console.note(note) }
            rehearsal = Rehearsal(statement, on: live.state, live.settings, at: live.now)
            rehearsal.startTimes = live.startTimes
        }
        if let startUp { rehearsal.startTimes.assumedWarmUp = .seconds(startUp.seconds) }
        rehearsal.faults = fault
        return rehearsal
    }
}
