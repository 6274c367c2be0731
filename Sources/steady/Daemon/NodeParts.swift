import Agent
import Containers
import Controllers
import Glibc
import Logging
import Model
import Networking
import Synchronization

/// What makes this machine a node: containers, volumes, probes, network, names, and the agent over them.
final class NodeParts: Sendable {
    let agent: NodeAgentDriver
    let pods: NodeAccess
    private let containers: NativeContainerizer
    private let volumes: DiskVolumes
    private let prober: SocketProber
    private let network: HostNetwork
    private let names: DNSServer

    init(
        _ facts: NodeFacts,
        _ plan: NetworkPlan,
        _ state: StateDirectory,
        _ logger: Logger,
        report: @escaping @Sendable (NodeReport) -> Void
    ) throws {
        let network = HostNetwork(plan: plan)
        try network.establish()
        self.network = network
        let names = try DNSServer(address: plan.gateway, table: DNSTable(plan: plan))
        self.names = names
        let volumes = try DiskVolumes()
        self.volumes = volumes
        let prober = try SocketProber()
        self.prober = prober

        let edges = NodeAgentDriver.Edges(
            volumes: volumes,
            prober: prober,
            services: { table in
                // Names are answered in any case.
                names.publish(DNSTable(table, plan: plan))
                do {
                    try network.apply(table)
                } catch {
                    logger.error("setting up services: \(error); it is tried again")
                    throw error
                }
            },
            report: report
        )
        let layout = StateLayout(root: state.path)
        let settings = AgentSettings(facts, network: plan, podsDirectory: layout.pods)
        guard let shim = NativeContainerizer.shimBesideThisProgram() else {
            throw Failure("there is no steady-shim beside this program: install both into one directory")
        }
        let configuration = NativeContainerizer.Configuration(
            stateDirectory: state.path,
            instance: plan.instance,
            shim: shim,
            program: NativeContainerizer.thisProgram()
        )
        (agent, containers) = try Self.start(NodeAgent(settings), edges, configuration)
        pods = try NodeAccess(layout: containers.layout, sessions: containers)
    }

    /// The agent and its containerizer, which know each other: one tells, the other is told.
    private static func start(
        _ agent: NodeAgent,
        _ edges: NodeAgentDriver.Edges,
        _ configuration: NativeContainerizer.Configuration
    ) throws -> (NodeAgentDriver, NativeContainerizer) {
        let made = Mutex<NativeContainerizer?>(nil)
        let driver = try NodeAgentDriver(agent, edges: edges) { observer in
            let containers = try NativeContainerizer(configuration, observer: observer)
            made.withLock { $0 = containers }
            return containers
        }
        guard let containers = made.withLock({ $0 }) else { throw Failure("no containerizer was made") }
        return (driver, containers)
    }

    /// Ends the threads; containers run on, and names are no longer answered until the next daemon.
    func stop() {
        agent.stop()
        prober.stop()
        volumes.stop()
        pods.stop()
        names.stop()
    }

    /// Ends all that runs here as it asks to be ended, all at the same time, and leaves nothing behind. Blocks until
    /// then.
    ///
    /// - Parameters:
    ///   - gracePeriod: what every pod is given, in place of what it asks for.
    ///   - view: how the pods want to be ended, where the agent was not shown one.
    /// - Throws: `Failure` where something could not be removed, after all else was.
    func takeDown(gracePeriod: Duration?, knowing view: NodeView? = nil) throws {
        agent.goDown(gracePeriod: gracePeriod, knowing: view)
        stop()
        try Removal.run([containers.removeAll, network.teardown])
    }
}

/// The last steps, of which each is taken whatever became of the others.
enum Removal {
    static func run(_ steps: [() throws -> Void]) throws {
        var problems: [String] = []
        for step in steps {
            do {
                try step()
            } catch {
                problems.append("\(error)")
            }
        }
        guard problems.isEmpty else {
            let all = problems.joined(separator: "; ")
            throw Failure("not everything could be removed: \(all); run `steady down` again")
        }
    }
}
