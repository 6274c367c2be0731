import Glibc
import Synchronization

/// Runs commands of the host as containers: no image, but namespaces, cgroups and a view of the host's files that is
/// read-only. Needs root.
///
/// A container is its shim. This object may go at any time: what runs, runs on, and a new one adopts it with
/// `.takeInventory`.
///
/// Threads: one loop, on which the observer is called; a few workers for calls that block. Commands for one pod are
/// done in order.
public final class NativeContainerizer: Containerizer {
    public struct Configuration: Sendable, Hashable {
        /// Absolute path of the state directory; made where it is missing.
        public var stateDirectory: String
        /// Names this Steady's branch of the cgroups; letters, digits and `-`. Unique on the machine.
        public var instance: String
        /// Path of the executable `steady-shim`.
        public var shim: String
        /// A program of the host, wherever it lies, that containers see as `steady` in `ContainerSpec.programDirectory`.
        /// For as long as it is there: a container starts without it, too.
        public var program: String?
        /// How many pods are started at the same time.
        public var workers: Int

        public init(
            stateDirectory: String,
            instance: String,
            shim: String,
            program: String? = nil,
            workers: Int = 2
        ) {
            self.stateDirectory = stateDirectory
            self.instance = instance
            self.shim = shim
            self.program = program
            self.workers = workers
        }
    }

    /// What is known of an attempt that this daemon has started or adopted.
    enum Life {
        case starting
        case running(pid: Int32, startedAt: Nanoseconds)
        case ended
    }

    struct Knowledge {
        var lives: [AttemptID: Life] = [:]
        /// Pods whose namespaces are there; `nil` until somebody has looked.
        var sandboxes: Set<String>?
        /// What is written down of them, as far as it was read.
        var records: [String: SandboxRecord] = [:]
        /// The directory in memory is that of the present pins.
        var hasMemory = false
    }

    public let layout: StateLayout
    let memory: MemoryDirectory
    let cgroups: CgroupTree
    let launcher: ShimLauncher
    let program: String?
    let observer: ContainerObserver
    let knowledge = Mutex(Knowledge())
    let loop: EventLoop
    private let pool: WorkerPool
    private let supervisor: LoopBound<Supervisor>
    let conversations = LoopBound<Conversations>()

    /// Makes the state directory and the cgroup branch; touches nothing that runs.
    public init(_ configuration: Configuration, observer: @escaping ContainerObserver) throws(ContainersError) {
        guard geteuid() == 0 else {
            throw ContainersError(
                .permissionDenied,
                "native containers need root: namespaces and cgroups are made for them"
            )
        }
        guard access(configuration.shim, X_OK) == 0 else { throw Files.failure("find the shim \(configuration.shim)") }
        try Files.makeDirectory(configuration.stateDirectory)
        // Covers are matched by path, so links on the way to it must not matter.
        guard let real = realpath(configuration.stateDirectory, nil) else {
            throw Files.failure("resolve \(configuration.stateDirectory)")
        }
        defer { free(real) }
        memory = try MemoryDirectory()
        layout = StateLayout(root: String(cString: real), memory: memory.path)
        try Files.makeDirectory(layout.pods)
        cgroups = CgroupTree.discover(instance: configuration.instance)
        try cgroups.establish()
        launcher = ShimLauncher(path: configuration.shim, state: layout.root, joins: cgroups.shimJoins)
        program = configuration.program
        self.observer = observer
        loop = try EventLoop()
        pool = try WorkerPool(threads: max(1, configuration.workers), name: "pods")
        supervisor = LoopBound()
        do throws(ContainersError) {
            try findMemory()
        } catch {
            pool.stop()
            loop.stop()
            throw error
        }
        attach()
    }

    private func attach() {
        loop.post { [self] in
            conversations.value = Conversations()
            supervisor.value = Supervisor(
                loop: loop,
                observer: observer,
                hasStarted: { [weak self] attempt, pid, at in self?.noteStart(attempt, pid: pid, at: at) },
                hasEnded: { [weak self] attempt in
                    self?.perform(for: attempt.container.pod) { $0.settle(attempt) }
                }
            )
        }
    }

    /// The path of this program's own file; `nil` where that was removed since it started.
    public static func thisProgram() -> String? {
        guard let own = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(own) }
        return String(cString: own)
    }

    /// The shim that is installed in the directory of this program's own file; `nil` where there is none.
    public static func shimBesideThisProgram() -> String? {
        guard let own = thisProgram() else { return nil }
        let path = own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/steady-shim"
        return Files.exists(path) ? path : nil
    }

    public func submit(_ command: ContainerCommand) {
        switch command {
        case .createSandbox(let spec): perform(for: spec.pod) { $0.createSandbox(spec) }
        case .removeSandbox(let pod): perform(for: pod) { $0.removeSandbox(pod) }
        case .start(let spec): perform(for: spec.attempt.container.pod) { $0.start(spec) }
        case .remove(let attempt): perform(for: attempt.container.pod) { $0.remove(attempt) }
        // In the pod's order too, so that they follow the start that they are meant for.
        case .signal(let attempt, let number):
            perform(for: attempt.container.pod) { $0.supervise { $0.signal(attempt, number) } }
        case .exec(let request): perform(for: request.attempt.container.pod) { $0.supervise { $0.exec(request) } }
        case .takeInventory: perform(for: "") { $0.takeInventory() }
        }
    }

    /// Ends this object's threads, after what was submitted before. Containers run on.
    public func stop() {
        pool.stop()
        supervise { $0.leaveAll() }
        loop.post { [conversations] in
            conversations.value?.endAll()
            conversations.value = nil
        }
        loop.stop()
    }

    // MARK: For the operations, on worker threads

    /// Waits for what was submitted, and takes nothing more.
    func drain() { pool.stop() }

    /// False after `stop`: then it is dropped.
    @discardableResult
    func perform(for pod: String, _ work: @escaping @Sendable (NativeContainerizer) -> Void) -> Bool {
        pool.submit(key: pod) { [self] in work(self) }
    }

    func supervise(_ work: @escaping @Sendable (Supervisor) -> Void) {
        loop.post { [supervisor] in
            if let value = supervisor.value { work(value) }
        }
    }

    /// Tells the observer, on the loop's thread, after what was told before.
    func tell(_ observation: ContainerObservation) {
        loop.post { [observer] in observer(observation) }
    }

    private func noteStart(_ attempt: AttemptID, pid: Int32, at time: Nanoseconds) {
        knowledge.withLock { $0.lives[attempt] = .running(pid: pid, startedAt: time) }
        observer(.started(attempt, pid: pid, at: time))
    }
}

/// A value that is made, used and dropped on one thread: the event loop's.
final class LoopBound<Value>: @unchecked Sendable {
    // Unchecked: `value` is touched in work posted to the loop only.
    var value: Value?
}
