import Agent
import Cluster
import Containers
import Controllers
import GitOps
import Glibc
import Journaling
import Logging
import Model
import Networking
import Server

/// Everything that runs behind `steady watch`, put together: the one place that knows all parts.
///
/// Its parts are started in the order in which they need each other and ended in the reverse; containers belong to
/// none of them and run on.
final class DaemonProcess: Sendable {
    private let directory: String
    private let state: StateDirectory
    private let logger: Logger

    private let journal: LocalJournal
    private let driver: ControlPlaneDriver
    private let node: NodeParts
    private let watch: DirectoryWatch
    private let turns: Turns
    private let end = EndSignal()

    /// Opens the state directory and starts everything but the socket.
    ///
    /// - Throws: what stands in the way, in words for whoever started it.
    init(watching directory: String, state: StateDirectory, logger: Logger) throws {
        self.directory = directory
        self.state = state
        self.logger = logger
        guard geteuid() == 0 else { throw Failure.needsRoot }
        try Self.check(directory)

        try state.make()
        journal = try Self.openJournal(of: state)
        if case .readOnly(let finding) = journal.condition { throw Failure.damaged(finding) }
        let cluster = try ClusterState(recovering: journal)
        logger.info("recovered \(cluster.allObjects.count) objects, \(journal.head) records")

        let plan = try NetworkPlan.recorded(in: state.path, instance: state.instance)
        let driver = ControlPlaneDriver(cluster, journal: journal, clock: NodeAgentDriver.wallClock)
        self.driver = driver
        let facts = NodeFacts.ofThisMachine()
        let node = try NodeParts(facts, plan, state, logger) { driver.submit(.report($0)) }
        self.node = node

        let story = DaemonStory(logger)
        driver.observeWrites { story.tell(writeProblem: $0?.message) }
        driver.observe { cluster, changes in
            if changes.isEmpty {
                node.agent.show(NodeView(of: facts.name, in: cluster))
            } else if let view = NodeView(of: facts.name, changes: changes, revision: cluster.revision) {
                node.agent.show(view)
            }
            story.tell(changes, held: cluster.heldPrune)
        }
        driver.submit(.start(StartFacts(seed: .random(in: .min ... .max), version: BuildFacts.version)))
        driver.submit(.node(Node(facts, version: BuildFacts.version, now: NodeAgentDriver.wallClock())))
        turns = Turns(driver, Settings(plan))

        watch = try DirectoryWatch(directory, parse: ManifestContent.parse) { set in
            driver.submit(.directory(DirectoryStatement(set)))
            // After the deed: what the log is written to may be slow.
            story.tell(set)
        }
    }

    private static func openJournal(of state: StateDirectory) throws -> LocalJournal {
        do {
            return try LocalJournal(path: state.journalPath)
        } catch {
            guard error.code == .inUse else { throw error }
            throw Failure(
                "another Steady keeps its state in \(state.path): \(error.message). Name another with --state DIR"
            )
        }
    }

    /// A path that is wrong from the start is a slip of the pen; one that vanishes later is waited for.
    private static func check(_ directory: String) throws {
        var status = stat()
        guard stat(directory, &status) == 0 else {
            throw Failure("watch \(directory): \(String(cString: strerror(errno))); name a directory of manifests")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw Failure("watch \(directory): it is not a directory; name the one that the file lies in")
        }
    }

    /// Serves until it is told to end, by a signal or by `steady down`.
    func run() async throws {
        let api = APIServer(
            cluster: driver,
            pods: node.pods,
            steady: DaemonAccess(journal: journal, end: end),
            clock: NodeAgentDriver.wallClock
        )
        let listener = Listener(responder: api, logger: logger)
        end.listenToSignals()
        let ended = try await serve(listener)
        switch ended {
        case .stop: stop()
        case .down: takeDown()
        }
    }

    /// Answers calls until the word to end comes.
    private func serve(_ listener: Listener) async throws -> End {
        let path = state.shortSocketPath
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await listener.run(at: .socket(path: path)) }
            logger.info("listening on \(state.socketPath)")
            group.addTask { await self.end.wait() }
            // Whichever is first: the word to end, or a socket that can't be served.
            try await group.next()
            group.cancelAll()
            return end.given ?? .stop
        }
    }

    private func stop() {
        watch.stop()
        driver.stop()
        turns.join()
        node.stop()
        journal.close()
        logger.info("ended; containers run on")
    }

    private func takeDown() {
        logger.info("taking everything down")
        watch.stop()
        driver.stop()
        turns.join()
        node.takeDown()
        journal.close()
        logger.info("down: nothing is left running")
    }
}
