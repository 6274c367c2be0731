import ArgumentParser
import Glibc

/// Where one Steady keeps its journal and its socket.
struct StateDirectory: Sendable {
    let path: String

    /// What is named on the command line, else in the environment, else by who runs this.
    init(named: String?, environment: [String: String], isRoot: Bool = geteuid() == 0) {
        if let named, !named.isEmpty {
            path = Self.absolute(named)
        } else if let stated = environment["STEADY_STATE"], !stated.isEmpty {
            path = Self.absolute(stated)
        } else if isRoot {
            path = "/var/lib/steady"
        } else if let home = environment["XDG_STATE_HOME"], home.hasPrefix("/") {
            path = home + "/steady"
        } else {
            path = (environment["HOME"] ?? "/tmp") + "/.local/state/steady"
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
    /// digits that follow from the path.
    var instance: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 36)
        return String(digits.suffix(8))
    }

    /// Makes the directory where it is missing, for its owner alone.
    func make() throws {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/\(part)"
            let isLast = made == path
            guard mkdir(made, isLast ? 0o700 : 0o755) != 0, errno != EEXIST else { continue }
            throw Failure("make the state directory \(path): \(String(cString: strerror(errno)))")
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
