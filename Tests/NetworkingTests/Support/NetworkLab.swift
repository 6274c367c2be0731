import Glibc

@testable import Networking

/// A machine of its own in a network namespace, with Steady's network, pods, and a world outside behind a cable.
final class NetworkLab: Sendable {
    let machine: NetworkNamespace
    let outside: NetworkNamespace
    let network: HostNetwork

    static let machineAddress = IPv4Address(192, 0, 2, 2)
    static let outsideAddress = IPv4Address(192, 0, 2, 1)

    var plan: NetworkPlan { network.plan }

    /// - Parameter filtersBridges: whether the machine has bridged packets pass the packet filter, as it does where
    ///   the kernel's br_netfilter is loaded.
    init(filtersBridges: Bool = false, establishes: Bool = true) async throws {
        machine = try await NetworkNamespace()
        outside = try await NetworkNamespace()
        network = HostNetwork(
            plan: NetworkPlan(
                instance: "lab",
                bridge: "steady0",
                podRange: IPv4Network(containing: IPv4Address(10, 64, 0, 0), prefixLength: 16),
                serviceRange: IPv4Network(containing: IPv4Address(10, 65, 0, 0), prefixLength: 16)
            )
        )
        try await onMachine {
            let setting = KernelSetting("net/bridge/bridge-nf-call-iptables")
            if setting.exists { try setting.set(filtersBridges ? "1" : "0") }
        }
        let outside = outside
        try await machine.run {
            try Plugs.connect("eth0", Self.machineAddress, to: outside, Self.outsideAddress, prefixLength: 24)
        }
        if establishes { try await onMachine { [network] in try network.establish() } }
    }

    func onMachine<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await machine.run(body)
    }

    /// A pod with the given last number in its address.
    func addPod(_ number: UInt8) async throws -> LabPod {
        let namespace = try await NetworkNamespace()
        let address = IPv4Address(10, 64, 0, number)
        let attachment = plan.attachment(pod: "pod-\(number)", address: address)
        try await machine.run { try Plugs.plug(attachment, into: namespace) }
        return LabPod(name: "pod-\(number)", namespace: namespace, address: address)
    }

    func apply(_ services: ServiceRoute...) async throws {
        try await onMachine { [network] in try network.apply(ServiceTable(services: services)) }
    }
}

struct LabPod: Sendable {
    var name: String
    var namespace: NetworkNamespace
    var address: IPv4Address

    func serve(_ transport: Transport, port: UInt16) async throws -> Responder {
        try await namespace.run { [name] in try Responder(name, transport, port: port) }
    }

    func ask(_ transport: Transport, _ address: IPv4Address, _ port: UInt16) async throws -> Reply {
        try await namespace.run { NetworkingTests.ask(transport, address, port) }
    }

    func endpoint(_ port: UInt16) -> ServiceRoute.Endpoint { ServiceRoute.Endpoint(address: address, port: port) }
}
