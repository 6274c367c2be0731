import CLinux
import Glibc

/// A directory in memory that outlives the daemon. It lies among the pins of the pods' namespaces, out of the sight of
/// every process, and is reached through a descriptor.
final class MemoryDirectory: Sendable {
    private let file: Int32

    /// No directory yet: nothing is found in it, and nothing can be made.
    init() throws(ContainersError) {
        file = try Files.check(open("/dev/null", O_RDONLY | O_CLOEXEC), "open /dev/null")
    }

    deinit { close(file) }

    /// The same whichever directory it is.
    var path: String { "/proc/self/fd/\(file)" }

    /// Is `directory` from now on.
    func become(_ directory: Int32) throws(ContainersError) {
        try Files.check(clinux_copy_onto(directory, file), "take the directory in memory over")
    }
}

extension ShimLauncher {
    /// Has a shim look for the pins of a state directory, or make them, and returns a descriptor of their memory, which
    /// the caller closes.
    func memory(of state: String, onlyFinds: Bool) throws(ContainersError) -> Int32 {
        let (own, shim) = try ShimLink.pair()
        defer { close(own) }
        do {
            defer { close(shim) }
            try run(["memory", state, onlyFinds ? "find" : "make"], sending: shim)
        }
        guard let answer = ShimLink(socket: own).receive(milliseconds: 1000), let directory = answer.files.first else {
            throw ContainersError(.other, "the daemon has no descriptors left")
        }
        return directory
    }
}
