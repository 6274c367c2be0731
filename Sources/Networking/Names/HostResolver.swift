import CLinux
import Glibc

/// The name servers that the host uses, by its `resolv.conf`; read again when the file changed.
final class HostResolver {
    private let path: String
    private let own: SocketAddress
    private var servers: [SocketAddress] = []
    private var stamp: Stamp?
    private var checked = -Double.infinity

    private struct Stamp: Equatable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int
        var inode: UInt
    }

    /// - Parameter own: the server's own address, which it never asks.
    init(path: String, excluding own: SocketAddress) {
        self.path = path
        self.own = own
    }

    /// The servers to ask, in order; none where the file names none.
    func current() -> [SocketAddress] {
        let now = monotonicSeconds()
        guard now - checked > 1 else { return servers }
        checked = now
        let latest = Self.stamp(of: path)
        // A file that is gone is mostly one that is being written anew: what it said last holds until then.
        guard let latest, latest != stamp else { return servers }
        stamp = latest
        let configuration = ResolverConfiguration(parsing: Self.read(path))
        servers = configuration.nameservers.prefix(3).compactMap { text in
            // `192.0.2.1#5353` is how systemd writes a port.
            let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
            return SocketAddress(parts.first ?? text, port: parts.count > 1 ? UInt16(parts[1]) ?? 53 : 53)
        }
        .filter { $0.address != own.address || $0.port != own.port || $0.family != own.family }
        return servers
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(
            seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec,
            size: Int(status.st_size),
            inode: UInt(status.st_ino)
        )
    }

    /// The file's text, up to 64 KiB of it; empty where it can't be read, which leaves nobody to ask.
    private static func read(_ path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}
