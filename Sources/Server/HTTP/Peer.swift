internal import Glibc
internal import NIOCore

/// Who is at the other end of a connection.
enum Peer {
    /// The account's name as the kernel vouches for it; empty where the transport cannot tell.
    static func user(of channel: any Channel) -> EventLoopFuture<String> {
        guard channel.remoteAddress?.protocol != .inet, let provider = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture("")
        }
        let credentials: EventLoopFuture<Credentials> = provider.unsafeGetSocketOption(
            level: .socket,
            name: .init(rawValue: SO_PEERCRED)
        )
        return credentials.map { name(of: $0.user) }.recover { _ in "" }
    }

    private static func name(of user: UInt32) -> String {
        switch user {
        case 0: "root"
        case geteuid(): ownName
        default: "uid \(user)"
        }
    }

    /// Looked up once: only root and the daemon's own account can open its socket, and a look-up may block.
    private static let ownName: String = {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "uid \(geteuid())" }
        return String(cString: name)
    }()

    /// The kernel's `struct ucred`, which Glibc's module does not show.
    private struct Credentials: Sendable {
        var process: Int32
        var user: UInt32
        var group: UInt32
    }
}
