internal import Glibc

/// Why the server could not begin to listen.
public struct ListenError: Error, CustomStringConvertible {
    public var description: String
}

/// A listening address in the file system that only its owner may open, from its first moment on.
enum OwnerSocket {
    /// The room for a path in `sockaddr_un`, less the byte that ends it.
    static let pathLimit = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    /// Takes the place of a socket that an earlier server left behind; of any other file it does not.
    static func bind(at path: String) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count <= pathLimit else {
            throw ListenError(
                description: "listen at \(path): the path has \(path.utf8.count) bytes and may have \(pathLimit);"
                    + " choose a state directory with a shorter path"
            )
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        try removeStaleSocket(at: path)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC | O_NONBLOCK, 0)
        guard descriptor >= 0 else { throw failure("make a socket for \(path)") }
        // Before the bind: the file takes its mode from the socket, so that nobody else can be quicker.
        guard fchmod(descriptor, 0o600) == 0 else {
            throw failure("restrict \(path) to its owner", closing: descriptor)
        }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw failure("listen at \(path)", closing: descriptor) }
        return descriptor
    }

    /// Nobody is to take a socket that is left over for a server that answers.
    static func remove(_ address: Listener.Address) {
        if case .socket(let path) = address { unlink(path) }
    }

    private static func removeStaleSocket(at path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw ListenError(description: "listen at \(path): there is something else than a socket in its place")
        }
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove the old socket \(path)") }
    }

    private static func failure(_ action: String, closing descriptor: Int32? = nil) -> ListenError {
        let reason = String(cString: strerror(errno))
        if let descriptor { close(descriptor) }
        return ListenError(description: "\(action): \(reason)")
    }
}
