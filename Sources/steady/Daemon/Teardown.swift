import Agent
import Cluster
import Containers
import Controllers
import Glibc
import Journaling
import Logging
import Model
import Networking

/// Ends what an earlier daemon left running, when no daemon is there to do it.
struct Teardown {
    private let state: StateDirectory
    private let logger: Logger

    init(_ state: StateDirectory, _ logger: Logger) {
        self.state = state
        self.logger = logger
    }

    /// Blocks until it is done.
    ///
    /// - Parameter gracePeriod: what every pod is given to end, in place of what it asks for.
    /// - Throws: where something could not be removed, after all else was.
    func run(gracePeriod: Duration?) throws {
        guard geteuid() == 0 else { throw Failure("`steady down` needs root: run it with sudo") }
        guard access(state.journalPath, F_OK) == 0 else {
            throw Failure("there is no Steady's state in \(state.path): nothing of it can run")
        }
        // Nobody may start one meanwhile.
        let journal = try LocalJournal(path: state.journalPath)
        defer { journal.close() }
        // Without a plan there was no network, and no container without one.
        guard access("\(state.path)/network.json", F_OK) == 0 else { return }
        let plan = try NetworkPlan.recorded(in: state.path, instance: state.instance)

        let node: NodeParts
        let facts = NodeFacts.ofThisMachine()
        do {
            node = try NodeParts(facts, plan, state, logger) { _ in }
        } catch {
            Console.warn("\(error): containers can't be stopped as they ask for, and are killed")
            return try kill(plan)
        }
        try node.takeDown(gracePeriod: gracePeriod, knowing: view(of: facts.name, in: journal))
    }

    /// What the pods are like: how each wants to be stopped. Where the journal can't tell, they get SIGTERM and the
    /// usual time.
    private func view(of node: String, in journal: LocalJournal) -> NodeView {
        do {
            return NodeView(of: node, in: try ClusterState(recovering: journal))
        } catch {
            Console.warn("\(error): every container gets SIGTERM and 30 seconds")
            return NodeView(of: node, in: ClusterState())
        }
    }

    private func kill(_ plan: NetworkPlan) throws {
        let configuration = NativeContainerizer.Configuration(
            stateDirectory: state.path,
            instance: plan.instance,
            shim: NativeContainerizer.shimBesideThisProgram() ?? "steady-shim"
        )
        let containers = try NativeContainerizer(configuration) { _ in }
        try Removal.run([containers.removeAll, HostNetwork(plan: plan).teardown])
    }
}
