internal import Glibc
internal import Networking

/// Whom a probe connects to.
enum PeerAddress: Sendable {
    case v4(sockaddr_in)
    case v6(sockaddr_in6)

    /// Nil for what is no address, but a name.
    init?(_ host: String, port: UInt16) {
        if let address = IPv4Address(host == "localhost" ? "127.0.0.1" : host) {
            var target = sockaddr_in()
            target.sin_family = sa_family_t(AF_INET)
            target.sin_port = port.bigEndian
            target.sin_addr.s_addr = address.bits.bigEndian
            self = .v4(target)
            return
        }
        var target = sockaddr_in6()
        guard inet_pton(AF_INET6, host, &target.sin6_addr) == 1 else { return nil }
        target.sin6_family = sa_family_t(AF_INET6)
        target.sin6_port = port.bigEndian
        self = .v6(target)
    }

    /// Asks the machine's resolver, which may take seconds.
    static func lookUp(_ host: String, port: UInt16) throws(AgentError) -> PeerAddress {
        var wish = addrinfo()
        wish.ai_family = AF_UNSPEC
        wish.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host, String(port), &wish, &found)
        guard result == 0, let found else {
            throw AgentError("lookup \(host): \(String(cString: gai_strerror(result)).lowercased())")
        }
        defer { freeaddrinfo(found) }
        guard let peer = PeerAddress(found.pointee) else { throw AgentError("lookup \(host): no address") }
        return peer
    }

    private init?(_ info: addrinfo) {
        guard let address = info.ai_addr else { return nil }
        let bytes = UnsafeRawPointer(address)
        switch info.ai_family {
        case AF_INET: self = .v4(bytes.loadUnaligned(as: sockaddr_in.self))
        case AF_INET6: self = .v6(bytes.loadUnaligned(as: sockaddr_in6.self))
        default: return nil
        }
    }

    /// The same machine at another port.
    func at(port: UInt16) -> PeerAddress {
        switch self {
        case .v4(var target):
            target.sin_port = port.bigEndian
            return .v4(target)
        case .v6(var target):
            target.sin6_port = port.bigEndian
            return .v6(target)
        }
    }

    var family: Int32 { if case .v4 = self { AF_INET } else { AF_INET6 } }

    /// Begins to connect a socket. 0, or -1 and errno.
    func connect(_ socket: Int32) -> Int32 {
        switch self {
        case .v4(let target): Self.connect(socket, target)
        case .v6(let target): Self.connect(socket, target)
        }
    }

    private static func connect<Target>(_ socket: Int32, _ target: Target) -> Int32 {
        withUnsafePointer(to: target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<Target>.size))
            }
        }
    }
}
