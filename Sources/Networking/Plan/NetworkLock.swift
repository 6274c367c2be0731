import Glibc

/// Held by a Steady while it chooses its network and makes it, so that two that come up at the same time don't choose
/// the same.
///
/// It is a name in the network namespace of the calling thread, which is what the two would share; it goes with the
/// process that holds it.
public struct NetworkLock: ~Copyable {
    private let socket: Int32

    /// Blocks until nobody else holds it, at most so many seconds.
    ///
    /// - Throws: `.conflict` when somebody holds it for longer.
    public init(seconds: Int = 60) throws {
        for _ in 0..<seconds * 20 {
            if let held = try Self.take() {
                socket = held
                return
            }
            usleep(50_000)
        }
        throw NetworkingError(.conflict, "set up the network: another Steady has been at it for \(seconds) s")
    }

    deinit { close(socket) }

    /// Lets the next one have it. Otherwise it goes with this value.
    public consuming func release() {}

    /// `nil` while another has it.
    private static func take() throws -> Int32? {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw NetworkingError(errno, "make the network's lock") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // Behind a zero byte it is a name and no file.
        let name = [0] + Array("steady/network".utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        if bound == 0 { return descriptor }
        let code = errno
        close(descriptor)
        guard code == EADDRINUSE else { throw NetworkingError(code, "take the network's lock") }
        return nil
    }
}
