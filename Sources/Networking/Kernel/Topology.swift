import Glibc

/// The interfaces, addresses and routes of the calling thread's network namespace, as they are now.
struct Topology {
    var links: [Link] = []
    /// An address of this machine with the range that lies directly behind its interface.
    var addresses: [(network: IPv4Network, index: Int32)] = []
    var routes: [Route] = []

    struct Link {
        var index: Int32
        var name: String
        var mtu: Int
        var kind: String
        var alias: String
        var isLoopback: Bool
    }

    struct Route {
        var destination: IPv4Network
        /// `nil` for a route that leads nowhere, such as an unreachable one.
        var index: Int32?
        var isUnreachable: Bool
        /// Whether the kernel made it for broadcasts or multicasts, which say nothing about ranges in use.
        var isLocalOrUnicast: Bool
    }

    static func read(_ socket: inout NetlinkSocket) throws -> Topology {
        var result = Topology()
        for answer in try socket.dump(RouteMessages.listLinks(), "list network interfaces") {
            result.links.append(Link(answer))
        }
        for answer in try socket.dump(RouteMessages.listAddresses(), "list addresses") {
            let attributes = answer.attributes(after: RouteMessages.addressHeaderSize)
            guard let address = attributes[RouteMessages.AddressAttribute.address]?.address else { continue }
            let length = Int(answer.number(at: 1, as: UInt8.self))
            result.addresses.append(
                (IPv4Network(containing: address, prefixLength: length), answer.number(at: 4, as: Int32.self))
            )
        }
        for answer in try socket.dump(RouteMessages.listRoutes(), "list routes") {
            result.routes.append(Route(answer))
        }
        return result
    }

    func link(named name: String) -> Link? { links.first { $0.name == name } }
}

extension Topology.Link {
    init(_ answer: NetlinkAnswer) {
        typealias Attribute = RouteMessages.LinkAttribute
        let attributes = answer.attributes(after: RouteMessages.linkHeaderSize)
        index = answer.number(at: 4, as: Int32.self)
        isLoopback = answer.number(at: 8, as: UInt32.self) & 0x8 != 0
        name = attributes[Attribute.name]?.text ?? ""
        mtu = Int(attributes[Attribute.mtu]?.number(as: UInt32.self) ?? 0)
        kind = attributes[Attribute.information]?.attributes[Attribute.kind]?.text ?? ""
        alias = attributes[Attribute.alias]?.text ?? ""
    }
}

extension Topology.Route {
    init(_ answer: NetlinkAnswer) {
        typealias Attribute = RouteMessages.RouteAttribute
        let attributes = answer.attributes(after: RouteMessages.routeHeaderSize)
        let address = attributes[Attribute.destination]?.address ?? IPv4Address(bits: 0)
        destination = IPv4Network(containing: address, prefixLength: Int(answer.number(at: 1, as: UInt8.self)))
        index = attributes[Attribute.outputInterface]?.number(as: Int32.self)
        let kind = answer.number(at: 7, as: UInt8.self)
        isUnreachable = kind == 7
        isLocalOrUnicast = kind == 1 || kind == 2
    }
}

extension NetworkUse {
    /// What is taken in the calling thread's network namespace. Asks the kernel, which takes well under a
    /// millisecond.
    public static func current() throws -> NetworkUse {
        var socket = try NetlinkSocket(.route)
        let topology = try Topology.read(&socket)
        let uplinks = Set(topology.routes.filter { $0.destination.prefixLength == 0 }.compactMap(\.index))
        return NetworkUse(
            networks: Set(topology.addresses.map(\.network) + topology.routes.map(\.destination)).sorted(),
            interfaces: Set(topology.links.map(\.name)),
            uplinkMTU: topology.links.filter { uplinks.contains($0.index) }.map(\.mtu).min()
        )
    }
}
