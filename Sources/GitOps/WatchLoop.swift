import CLinux
import Glibc

/// What the watch's thread does: wait, gather notices, and read when they have settled.
struct WatchLoop {
    let root: String
    let options: DirectoryWatch.Options
    let inotify: Inotify
    let control: ControlPipe
    let deliver: (DirectorySet) -> Void

    var reading: DirectoryReading
    var notices = Notices.everything
    var settling: Settling
    var places: WatchedPlaces
    /// When each file that somebody writes to was last seen to change.
    var writers: [TreePath: Duration] = [:]
    var tree: DiskTree?
    var walkDue = Duration.zero
    var git: GitWatch?

    init(
        _ root: String,
        _ reading: DirectoryReading,
        _ options: DirectoryWatch.Options,
        _ inotify: Inotify,
        _ control: ControlPipe,
        _ deliver: @escaping (DirectorySet) -> Void
    ) {
        self.root = root
        self.reading = reading
        self.options = options
        self.inotify = inotify
        self.control = control
        self.deliver = deliver
        settling = Settling(bounds: options.settling)
        places = WatchedPlaces(inotify)
    }

    mutating func run() {
        look()
        while true {
            wait()
            for message in control.receive() {
                switch message {
                case .stop:
                    _ = git?.question?.take()
                    return
                case .look:
                    notices.everything = true
                    settling.noticed(at: MonotonicClock.now)
                case .answered: break
                }
            }
            absorb(inotify.drain())
            giveUpWriters()
            if isDue { look() }
        }
    }
}

// MARK: - When

extension WatchLoop {
    private mutating func wait() {
        // To the nanosecond: somebody waits for what comes after the settling.
        let left = (wakeTime - MonotonicClock.now).pollNanoseconds
        var waiting = [inotify.descriptor, control.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        clinux_poll(&waiting, UInt(waiting.count), left)
    }

    private var wakeTime: Duration {
        var times: [Duration] = []
        if let due = settling.due(hold) {
            times.append(due)
        } else {
            times += [walkDue, git?.checkDue].compactMap(\.self)
        }
        if let oldest = writers.values.min() { times.append(oldest + options.settling.longest) }
        return times.min() ?? walkDue
    }

    private var isDue: Bool {
        let now = MonotonicClock.now
        if let due = settling.due(hold), now >= due { return true }
        if settling.isUnderWay { return false }
        if let due = git?.checkDue, now >= due { return true }
        if let question = git?.question, question.isAnswered(within: .zero) { return true }
        return now >= walkDue
    }

    var hold: Settling.Hold {
        if let git, git.repository.isLocked { return .locked }
        return writers.isEmpty ? .none : .writing
    }

    /// A file that is held open but was left alone for so long is taken as it is.
    private mutating func giveUpWriters() {
        let now = MonotonicClock.now
        for (path, time) in writers where now >= time + options.settling.longest {
            writers[path] = nil
            notices.paths.insert(path)
            settling.noticed(at: now)
        }
    }
}

// MARK: - What was noticed

extension WatchLoop {
    /// - Returns: whether there is anything new to be read.
    @discardableResult
    mutating func absorb(_ events: [Inotify.Event]) -> Bool {
        var isNews = false
        for event in events {
            if event.has(IN_Q_OVERFLOW) {
                notices.everything = true
                writers = [:]
                isNews = true
                continue
            }
            guard let place = places[event.watch] else { continue }
            if event.has(IN_IGNORED) { places.forget(event.watch) }
            if isNewsForRoot(event, place) || isNewsForGit(event, place) { isNews = true }
            for directory in place.directories where isNewsForTree(event, in: directory) { isNews = true }
        }
        if isNews { settling.noticed(at: MonotonicClock.now) }
        return isNews
    }

    private mutating func isNewsForRoot(_ event: Inotify.Event, _ place: WatchedPlaces.Place) -> Bool {
        guard place.names.contains(event.name), !event.has(IN_MODIFY), !event.has(IN_CLOSE_WRITE) else { return false }
        notices.everything = true
        return true
    }

    private mutating func isNewsForGit(_ event: Inotify.Event, _ place: WatchedPlaces.Place) -> Bool {
        guard place.isGit else { return false }
        // The lock that is taken or given back counts as a change, so that the wait begins anew when it is gone.
        return ["HEAD", "index", "index.lock"].contains { $0.utf8.elementsEqual(event.name) }
    }

    private mutating func isNewsForTree(_ event: Inotify.Event, in directory: TreePath) -> Bool {
        if event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) {
            notices.everything = true
            return true
        }
        if event.name.isEmpty { return false }
        let path = directory.appending(event.name)
        if DirectoryScan.isManifest(event.name), !event.has(IN_ISDIR) { return isNewsForManifest(event, path) }
        let isRules = event.name == IgnoreRules.fileName
        guard isRules || !reading.scan.links.isEmpty || mayBeWalked(event, path) else { return false }
        // Half-written rules say nothing, and nothing that links lead to is read before it is closed.
        if event.has(IN_MODIFY) { return false }
        notices.everything = true
        return true
    }

    /// Whether a name that is no manifest's can be one of a directory or of a link to one.
    private func mayBeWalked(_ event: Inotify.Event, _ path: TreePath) -> Bool {
        if event.name.elementsEqual(".git".utf8) { return !event.has(IN_ATTRIB) }
        if DirectoryScan.isHidden(event.name) { return false }
        if event.has(IN_ISDIR) { return true }
        guard event.has(IN_CREATE) || event.has(IN_MOVED_TO), let tree else { return false }
        // Gone again: then there is nothing to be walked.
        return (try? tree.status(of: path).kind) == .link
    }

    private mutating func isNewsForManifest(_ event: Inotify.Event, _ path: TreePath) -> Bool {
        if event.has(IN_MODIFY) || (event.has(IN_CREATE) && isNewFile(path)) {
            writers[path] = MonotonicClock.now
            return false
        }
        if !event.has(IN_ATTRIB) { writers[path] = nil }
        notices.paths.insert(path)
        return true
    }

    /// Whether its creator has it open; not so with links, hard or symbolic.
    private func isNewFile(_ path: TreePath) -> Bool {
        guard let tree, (try? tree.status(of: path).kind) == .file else { return false }
        return tree.linkCount(of: path) == 1
    }
}
