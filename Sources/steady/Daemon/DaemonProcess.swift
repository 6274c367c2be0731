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
import Synchronization

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
    private let settings: Settings
    private let node: NodeParts
    private let watch: DirectoryWatch
    private let turns: Turns
    private let end = EndSignal()
    private let farewell = Moment()
    private let downs = DownOrders()
    /// Threads are joined once, whatever fails meanwhile.
    private let isEnding = Atomic<Bool>(false)

    /// Opens the state directory and starts everything but the socket.
    ///
    /// - Parameter rollback: what becomes of failing updates of Deployments that don't say it themselves.
    /// - Throws: what stands in the way, in words for whoever started it.
    init(
        watching directory: String,
        state: StateDirectory,
        rollback: RollbackPolicy.Mode,
        logger: Logger
    ) throws {
        self.directory = directory
        self.state = state
        self.logger = logger
        guard geteuid() == 0 else { throw Failure.needsRoot }
        try Self.check(directory)

        try state.make()
        let reading = JournalReading { logger.info("\($0)") }
        journal = try Self.openJournal(of: state, reading)
        if case .readOnly(let finding) = journal.condition { throw Failure.damaged(finding) }
        let cluster = try SecretsKey(directory: state.path).recover(journal)
        reading.end()
        logger.info("recovered \(Counted(cluster.allObjects.count, "object")), \(Counted(journal.head, "record"))")

        let lock = try NetworkLock()
        let plan = try NetworkPlan.recorded(in: state.path, instance: state.instance)
        let driver = ControlPlaneDriver(cluster, journal: journal, clock: NodeAgentDriver.wallClock)
        self.driver = driver
        let facts = NodeFacts.ofThisMachine()
        let node = try NodeParts(facts, plan, state, logger) { driver.submit(.report($0)) }
        self.node = node
        lock.release()

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
        driver.submit(.start(StartFacts(seed: .random(in: .min ... .max), version: BuildFacts.full)))
        driver.submit(.node(Node(facts, version: BuildFacts.version, now: NodeAgentDriver.wallClock())))
        settings = Settings(plan, rollback: rollback)
        turns = try Turns(driver, settings)

        var options = DirectoryWatch.Options()
        for key in cluster.statedKeys { options.holders[key] = cluster.stated(key)?.origin.path }
        watch = try DirectoryWatch(directory, options: options, parse: ManifestContent.parse) { set in
            driver.submit(.directory(DirectoryStatement(set)))
            // After the deed: what the log is written to may be slow.
            story.tell(set)
        }
    }

    private static func openJournal(of state: StateDirectory, _ reading: JournalReading) throws -> LocalJournal {
        do throws(JournalError) {
            return try LocalJournal(disk: NotedDisk(try LocalDisk(path: state.journalPath), reading))
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
            steady: try DaemonAccess(
                journal: journal,
                cluster: driver,
                settings: settings,
                clock: NodeAgentDriver.wallClock,
                end: end,
                hurry: hurry,
                farewell: farewell
            ),
            clock: NodeAgentDriver.wallClock
        )
        end.listenToSignals()
        let served: Result<Bool, any Error>
        do {
            served = .success(try await serve(Listener(responder: api, logger: logger)))
        } catch {
            served = .failure(error)
        }
        switch served {
        case .success(true): logger.info("down")
        case .success(false):
            await onThread("ending") { self.stop() }
            logger.info("ended; containers run on")
        case .failure(let error):
            await onThread("ending") { self.stop() }
            throw error
        }
    }

    /// Answers calls until the word to end comes, or until the socket can't be served.
    ///
    /// - Returns: whether everything was taken down.
    private func serve(_ listener: Listener) async throws -> Bool {
        let path = state.shortSocketPath
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await listener.run(at: .socket(path: path)) { _ in
                    self.logger.info("listening on \(self.state.socketPath)")
                }
                return false
            }
            group.addTask {
                guard case .down(let order) = await self.end.wait() else {
                    self.downs.finish(.failure(Failure("the daemon is ending already; ask again when it has")))
                    return false
                }
                await self.goDown(order)
                return true
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
    }

    // MARK: The end

    private func stop() {
        guard !isEnding.exchange(true, ordering: .relaxed) else { return }
        stopDeciding()
        node.stop()
        journal.close()
    }

    private func stopDeciding() {
        watch.stop()
        driver.stop()
        turns.join()
    }

    /// Somebody asks again to go down, with less patience.
    private func hurry(_ order: DownOrder) {
        downs.add(order)
        node.agent.hurry(gracePeriod: order.gracePeriod)
    }

    /// Takes everything down while calls are still answered, the one that asked for it with what came of it.
    ///
    /// What could not be removed is that caller's to hear and no failure of the daemon: a service manager would start
    /// it again, and with it all that was to end.
    private func goDown(_ order: DownOrder) async {
        logger.info("taking everything down")
        downs.add(order)
        let result = await onThread("down") { () -> Result<Void, any Error> in
            self.isEnding.store(true, ordering: .relaxed)
            self.stopDeciding()
            defer { self.journal.close() }
            return Result { try self.node.takeDown(gracePeriod: order.gracePeriod) }
        }
        switch result {
        case .success: logger.info("nothing is left running")
        case .failure(let error): logger.error("\(error)")
        }
        downs.finish(result)
        await farewell.wait(atMost: .seconds(5))
    }
}
