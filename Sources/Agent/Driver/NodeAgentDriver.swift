public import Containers
internal import Driving
public import Model
public import Networking
internal import Synchronization

/// Runs a node's agent in production: one thread, a mailbox, and the world around it.
///
/// What waits in the mailbox is taken in together. The agent's commands leave at once after each step, on the same
/// thread: nothing stands between the news of an exit and the command to start again.
public final class NodeAgentDriver: Sendable {
    /// The world as the agent acts on it.
    public struct Edges: Sendable {
        public var volumes: any VolumeWriter
        public var prober: any Prober
        /// Told when services change; called on a thread that may block. Where it throws, it is told again.
        public var services: @Sendable (ServiceTable) throws -> Void
        /// Takes what the control plane shall know.
        public var report: @Sendable (NodeReport) -> Void
        /// The time of day.
        public var clock: @Sendable () -> Timestamp

        public init(
            volumes: any VolumeWriter,
            prober: any Prober,
            services: @escaping @Sendable (ServiceTable) throws -> Void,
            report: @escaping @Sendable (NodeReport) -> Void,
            clock: @escaping @Sendable () -> Timestamp = NodeAgentDriver.wallClock
        ) {
            self.volumes = volumes
            self.prober = prober
            self.services = services
            self.report = report
            self.clock = clock
        }
    }

    private let mailbox: Mailbox<AgentInput>
    private let services = Mailbox<ServiceTable>()
    private let ends = Mailbox<Void>()
    private let workers: [Worker]

    /// Starts the thread. The agent decides nothing before the first view arrives.
    ///
    /// - Parameter containerizer: makes the containerizer, given the observer that it shall tell.
    public init(
        _ agent: NodeAgent,
        edges: Edges,
        containerizer: (@escaping ContainerObserver) throws -> any Containerizer
    ) throws {
        let mailbox = Mailbox<AgentInput>()
        self.mailbox = mailbox
        let containers = try containerizer { mailbox.send(.observation($0)) }
        let services = services
        let runner = Runner(mailbox: mailbox, services: services, ends: ends, containers: containers, edges: edges)
        // The packet filter takes milliseconds, which a container need not wait for.
        let publisher = try Worker(named: "services") { ServicePublishing(services).run(edges.services) }
        do {
            workers = [try Worker(named: "agent") { runner.run(agent) }, publisher]
        } catch {
            services.close()
            throw error
        }
    }

    /// Tells the agent what the control plane wants. Returns at once.
    public func show(_ view: NodeView) { mailbox.send(.view(view)) }

    /// Ends all pods, each in its own way and all at the same time; returns when they have ended or have had their
    /// time. Blocks: not for the cooperative pool. To be called once, before `stop`.
    ///
    /// - Parameters:
    ///   - gracePeriod: what every pod is given, in place of what it asks for.
    ///   - view: how the pods want to be ended, where no view was shown yet: nothing is started then.
    public func goDown(gracePeriod: Duration?, knowing view: NodeView? = nil) {
        guard mailbox.send(.goDown(gracePeriod: gracePeriod)) else { return }
        if let view { mailbox.send(.view(view)) }
        _ = ends.receive(timeout: nil)
    }

    /// Gives pods that are ending less time; what they were given before is not lengthened. Returns at once.
    public func hurry(gracePeriod: Duration?) { mailbox.send(.goDown(gracePeriod: gracePeriod)) }

    /// Ends the threads when what waits has been done. Containers run on.
    public func stop() {
        mailbox.close()
        workers[0].join()
        services.close()
        workers[1].join()
    }

    public static let wallClock: @Sendable () -> Timestamp = {
        Timestamp(nanoseconds: SystemClock.wall())
    }

    private struct Runner: Sendable {
        let mailbox: Mailbox<AgentInput>
        let services: Mailbox<ServiceTable>
        let ends: Mailbox<Void>
        let containers: any Containerizer
        let edges: Edges

        func run(_ agent: NodeAgent) {
            var agent = agent
            var turn = agent.step([.timer], now: edges.clock())
            carryOut(turn)
            while let inputs = mailbox.receive(timeout: turn.wakeAt.map { $0 - edges.clock() }) {
                turn = agent.step(inputs, now: edges.clock())
                carryOut(turn)
            }
        }

        private func carryOut(_ turn: AgentTurn) {
            for command in turn.commands {
                switch command {
                case .container(let command): containers.submit(command)
                case .writeVolumes(let plan):
                    edges.volumes.write(plan) { mailbox.send(.volumes($0)) }
                case .probe(let request):
                    edges.prober.probe(request) { mailbox.send(.probe($0)) }
                case .services(let table): services.send(table)
                }
            }
            if let report = turn.report { edges.report(report) }
            if turn.isDown { ends.send(()) }
        }
    }
}
