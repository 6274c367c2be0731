public import Model

/// What decides beside the state: it holds for as long as the daemon runs.
public struct Settings: Sendable, Hashable {
    /// Addresses for Services, chosen when the state directory was made, as numbers in host byte order. The first is left
    /// free.
    public var serviceAddresses: ClosedRange<UInt32>
    public var nodePorts: ClosedRange<Int>
    /// What becomes of failing updates of Deployments that don't say it themselves.
    public var rollback: RollbackPolicy.Mode
    /// The build of Steady that decides, for people. Turns name it, so that a replay can say whose decisions it compares.
    public var version: String

    /// - Parameter serviceAddresses: by default 10.96.0.1 to 10.96.255.254, Kubernetes' usual range.
    public init(
        serviceAddresses: ClosedRange<UInt32> = 0x0a60_0001...0x0a60_fffe,
        nodePorts: ClosedRange<Int> = 30000...32767,
        rollback: RollbackPolicy.Mode = .off,
        version: String = BuildVersion.number
    ) {
        self.serviceAddresses = serviceAddresses
        self.nodePorts = nodePorts
        self.rollback = rollback
        self.version = version
    }
}
