import Glibc

/// An address and a port, as the kernel takes and gives them. For UDP and TCP over IPv4 and IPv6.
struct SocketAddress: @unchecked Sendable {
    // Plain bytes without pointers, so that copies can go to any thread.
    private var storage = sockaddr_storage()
    private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    init() {}

    init(_ address: IPv4Address, _ port: UInt16) {
        var value = sockaddr_in()
        value.sin_family = sa_family_t(AF_INET)
        value.sin_port = port.bigEndian
        value.sin_addr.s_addr = address.bits.bigEndian
        store(value)
    }

    /// Reads an address of either family. `nil` when it is none.
    init?(_ text: String, port: UInt16) {
        self.init()
        if let address = IPv4Address(text) {
            self = SocketAddress(address, port)
            return
        }
        var value = sockaddr_in6()
        guard inet_pton(AF_INET6, text, &value.sin6_addr) == 1 else { return nil }
        value.sin6_family = sa_family_t(AF_INET6)
        value.sin6_port = port.bigEndian
        store(value)
    }

    var family: Int32 { Int32(storage.ss_family) }

    /// 0.0.0.0 for what is not IPv4.
    var address: IPv4Address { IPv4Address(bits: UInt32(bigEndian: ipv4.sin_addr.s_addr)) }

    var port: UInt16 { UInt16(bigEndian: ipv4.sin_port) }

    private var ipv4: sockaddr_in {
        guard family == AF_INET else { return sockaddr_in() }
        return withUnsafeBytes(of: storage) { $0.loadUnaligned(as: sockaddr_in.self) }
    }

    private mutating func store<Value>(_ value: Value) {
        withUnsafeMutableBytes(of: &storage) { storage in
            withUnsafeBytes(of: value) { storage.copyMemory(from: $0) }
        }
        length = socklen_t(MemoryLayout<Value>.size)
    }

    /// Hands the address to a call that reads it.
    func passing<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    /// Has a call write the address.
    mutating func receiving<Result>(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
    ) -> Result {
        length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
        }
    }
}
