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
        let volumes = DiskVolumes()
        self.volumes = volumes
        let prober = try SocketProber()
        self.prober = prober

        let edges = NodeAgentDriver.Edges(
            volumes: volumes,
            prober: prober,
            services: { table in
                do {
                    try network.apply(table)
                } catch {
                    logger.error("setting up services: \(error)")
                }
                names.publish(DNSTable(table, plan: plan))
            },
            report: report
        )
        let layout = StateLayout(root: state.path)
        let settings = AgentSettings(facts, plan, podsDirectory: layout.pods)
        let configuration = NativeContainerizer.Configuration(
            stateDirectory: state.path,
            instance: state.instance,
            shim: Program.shim,
            program: Program.path
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

    /// Ends all that runs here, and leaves nothing behind.
    func takeDown() {
        stop()
        for step in [containers.removeAll, network.teardown] as [() throws -> Void] {
            do {
                try step()
            } catch {
                Console.note("taking down: \(error)")
            }
        }
    }
}
