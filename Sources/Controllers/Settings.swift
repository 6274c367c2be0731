/// What was chosen for this state directory when it was made, and holds for its life.
public struct Settings: Sendable, Hashable {
    /// Addresses for Services, as numbers in host byte order. The first is left free.
    public var serviceAddresses: ClosedRange<UInt32>
    public var nodePorts: ClosedRange<Int>

    /// - Parameter serviceAddresses: by default 10.96.0.1 to 10.96.255.254, Kubernetes' usual range.
    public init(
        serviceAddresses: ClosedRange<UInt32> = 0x0a60_0001...0x0a60_fffe,
        nodePorts: ClosedRange<Int> = 30000...32767
    ) {
        self.serviceAddresses = serviceAddresses
        self.nodePorts = nodePorts
    }
}
