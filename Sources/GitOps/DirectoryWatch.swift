import Driving
import Glibc
public import Model
import Synchronization

/// Watches a directory and delivers what it states, each time it has settled in another state than before.
///
/// The kernel's notices only say where to look; a slow walk through the whole tree stands behind them. It runs on a
/// thread of its own, since reading files and waiting for git block.
public final class DirectoryWatch: Sendable {
    public struct Options: Sendable {
        public var settling = Settling.Bounds()
        /// How often all is looked at without a notice.
        public var walkInterval: Duration = .seconds(300)
        /// The same while the kernel doesn't watch every directory for us.
        public var blindWalkInterval: Duration = .seconds(10)
        /// How long a set waits for git to name its commits. One that waited in vain is delivered without them, and
        /// another one follows when git has answered.
        public var gitPatience: Duration = .milliseconds(500)
        /// Where each object was stated when an earlier daemon ran, by the origin's path: a file that stated an object
        /// keeps it when another one comes to state it, too.
        public var holders: [ObjectKey: String] = [:]

        public init() {}
    }

    private let control: ControlPipe
    private let thread: Mutex<Worker?>

    /// Begins to watch. The first set is delivered at once, also when the directory is missing.
    ///
    /// - Parameters:
    ///   - root: the directory's path; a relative one starts at the current directory of this moment.
    ///   - deliver: called on the watch's thread, one set after the other.
    public init(
        _ root: String,
        options: Options = Options(),
        parse: @escaping ManifestParser,
        deliver: @escaping @Sendable (DirectorySet) -> Void
    ) throws {
        let control = try ControlPipe()
        let absolute = root.hasPrefix("/") ? root : Self.currentDirectory + "/" + root
        let inotify = try Inotify()
        self.control = control
        let started = try Worker(named: "directory") {
            let reading = DirectoryReading(root: root, holders: options.holders, parse: parse)
            var loop = WatchLoop(absolute, reading, options, inotify, control, deliver)
            loop.run()
        }
        thread = Mutex(started)
    }

    /// Has the whole directory looked at now.
    public func lookAgain() {
        control.send(.look)
    }

    /// Ends the watch, and returns when its thread has ended; so not to be called from `deliver`. No set is delivered
    /// after it.
    public func stop() {
        control.send(.stop)
        let running = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        running?.join()
    }

    private static var currentDirectory: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }
}
