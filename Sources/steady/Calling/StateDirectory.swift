import ArgumentParser
import Glibc

/// Where one Steady keeps its journal and its socket.
struct StateDirectory: Sendable {
    let path: String

    /// What is named on the command line, else in the environment, else by who runs this.
    ///
    /// One directory has one path here, however it is named: links are followed, `//`, `.` and `..` resolved.
    init(named: String?, environment: [String: String], isRoot: Bool = geteuid() == 0) {
        if let named, !named.isEmpty {
            path = Self.canonical(Self.absolute(named))
        } else if let stated = environment["STEADY_STATE"], !stated.isEmpty {
            path = Self.canonical(Self.absolute(stated))
        } else if isRoot {
            path = Self.canonical("/var/lib/steady")
        } else if let home = environment["XDG_STATE_HOME"], home.hasPrefix("/") {
            path = Self.canonical(home + "/steady")
        } else {
            path = Self.canonical((environment["HOME"] ?? "/tmp") + "/.local/state/steady")
        }
    }

    var journalPath: String { path + "/journal" }

    /// Where the daemon listens, as people know it.
    var socketPath: String { path + "/steady.sock" }

    /// The room for a path in `sockaddr_un`, less the byte that ends it.
    private static let socketPathLimit = 107

    /// A path to the socket that is short enough for the system, whatever the directory's: where need be it leads
    /// through a descriptor of the directory, which stays open for as long as the program runs.
    var shortSocketPath: String {
        guard socketPath.utf8.count > Self.socketPathLimit else { return socketPath }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return socketPath }
        return "/proc/self/fd/\(descriptor)/steady.sock"
    }

    /// Tells this Steady from others on the machine, in the names of cgroups, bridges and tables: eight letters and
    /// digits that follow from the path. Chosen at the first start; from then on the recorded network plan says it.
    var instance: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 36)
        return String(digits.suffix(8))
    }

    /// Makes the directory where it is missing, for its owner alone. One that is there is closed to others when it is
    /// Steady's or empty.
    ///
    /// - Throws: `Failure` where it can't be made, or where it is somebody else's or holds other things: whoever can
    ///   write there could put files in Steady's way, and to close it would lock others out.
    func make() throws {
        let parts = path.split(separator: "/")
        for count in 1..<max(parts.count, 1) {
            try Self.makeDirectory("/" + parts.prefix(count).joined(separator: "/"), mode: 0o755)
        }
        try Self.makeDirectory(path, mode: 0o700)
        try close()
    }

    private static func makeDirectory(_ path: String, mode: mode_t) throws {
        guard mkdir(path, mode) != 0, errno != EEXIST else { return }
        throw failure("make the state directory \(path)")
    }

    private func close() throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open the state directory \(path)") }
        defer { Glibc.close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("look at the state directory \(path)") }
        guard status.st_uid == geteuid() else {
            throw Failure("the state directory \(path) belongs to another user; name another one with --state DIR")
        }
        guard status.st_mode & 0o077 != 0 else { return }
        guard access(journalPath, F_OK) == 0 || isEmpty else {
            throw Failure(
                "the state directory \(path) is open to others and holds what is not Steady's; "
                    + "name a directory of Steady's own with --state DIR"
            )
        }
        guard fchmod(descriptor, 0o700) == 0 else { throw Self.failure("close the state directory \(path) to others") }
    }

    private var isEmpty: Bool {
        guard let stream = opendir(path) else { return false }
        defer { closedir(stream) }
        var count = 0
        while readdir(stream) != nil { count += 1 }
        return count <= 2  // itself and its parent
    }

    private static func failure(_ action: String) -> Failure {
        Failure("\(action): \(String(cString: strerror(errno)))")
    }

    /// The one path of a directory, of which some may be missing yet.
    private static func canonical(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let parts = path.split(separator: "/")
        guard let last = parts.last else { return "/" }
        let parent = canonical("/" + parts.dropLast().joined(separator: "/"))
        switch last {
        case ".": return parent
        case "..": return "/" + parent.split(separator: "/").dropLast().joined(separator: "/")
        default: return parent == "/" ? "/\(last)" : "\(parent)/\(last)"
        }
    }

    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }
}

struct StateOptions: ParsableArguments {
    @Option(
        name: .customLong("state"),
        help: ArgumentHelp(
            "The state directory: journal and socket lie in it. Also STEADY_STATE; by default /var/lib/steady for root, else ~/.local/state/steady.",
            valueName: "dir"
        )
    )
    var state: String?

    var directory: StateDirectory {
        StateDirectory(named: state, environment: ProcessEnvironment.all)
    }
}
