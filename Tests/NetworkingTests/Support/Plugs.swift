import Glibc

@testable import Networking

/// Cables for the lab: what the containers' side does for real pods. For the calling thread's namespace.
enum Plugs {
    static func bringUpLoopback() throws {
        var socket = try NetlinkSocket(.route)
        try bringUp("lo", &socket)
    }

    /// Plugs a pod into the bridge, and gives it its address and its routes.
    static func plug(_ attachment: PodAttachment, into pod: NetworkNamespace) throws {
        var socket = try NetlinkSocket(.route)
        try makePair(attachment.hostInterface, "eth0", in: pod.descriptor, mtu: attachment.mtu, &socket)
        let topology = try Topology.read(&socket)
        let bridge = try find(attachment.bridge, topology)
        let port = try find(attachment.hostInterface, topology)

        var join = header(16, index: port)
        join.attribute(10, bridge)
        try socket.perform(join, "plug into the bridge")
        try setHairpin(port, &socket)
        try bringUp(attachment.hostInterface, &socket)

        try pod.visit {
            var socket = try NetlinkSocket(.route)
            try bringUp("eth0", &socket)
            let index = try find("eth0", try Topology.read(&socket))
            try socket.perform(
                RouteMessages.addAddress(attachment.address, prefixLength: attachment.prefixLength, index: index),
                "give the pod its address"
            )
            try addRoute(to: nil, via: attachment.gateway, index: index, &socket)
        }
    }

    /// A cable between the calling thread's namespace and another, with an address on each end.
    static func connect(
        _ name: String,
        _ address: IPv4Address,
        to other: NetworkNamespace,
        _ otherAddress: IPv4Address,
        prefixLength: Int
    ) throws {
        var socket = try NetlinkSocket(.route)
        try makePair(name, "eth0", in: other.descriptor, mtu: 1500, &socket)
        try bringUp(name, &socket)
        let index = try find(name, try Topology.read(&socket))
        try socket.perform(
            RouteMessages.addAddress(address, prefixLength: prefixLength, index: index),
            "give the cable an address"
        )
        try addRoute(to: nil, via: otherAddress, index: index, &socket)
        try other.visit {
            var socket = try NetlinkSocket(.route)
            try bringUp("eth0", &socket)
            let index = try find("eth0", try Topology.read(&socket))
            try socket.perform(
                RouteMessages.addAddress(otherAddress, prefixLength: prefixLength, index: index),
                "give the cable an address"
            )
        }
    }

    static func addRoute(
        to range: IPv4Network?,
        via gateway: IPv4Address,
        index: Int32,
        _ socket: inout NetlinkSocket
    ) throws {
        var message = NetlinkMessage(type: 24, flags: [.acknowledge, .create, .replace])
        message.append(UInt8(AF_INET))
        message.append(UInt8(range?.prefixLength ?? 0))
        message.append(UInt16(0))
        for part: UInt8 in [254, 4, 0, 1] { message.append(part) }
        let isOnLink: UInt32 = 4
        message.append(isOnLink)
        if let range { message.attribute(1, range.first) }
        message.attribute(5, gateway)
        message.attribute(4, index)
        try socket.perform(message, "add a route")
    }

    private static func makePair(
        _ name: String,
        _ peer: String,
        in namespace: Int32,
        mtu: Int,
        _ socket: inout NetlinkSocket
    ) throws {
        var message = NetlinkMessage(type: 16, flags: [.acknowledge, .create, .exclusive])
        for _ in 0..<4 { message.append(UInt32(0)) }
        message.attribute(3, name)
        message.attribute(4, UInt32(mtu))
        message.nested(18) { information in
            information.attribute(1, Array("veth".utf8))
            information.nested(2) { data in
                data.nested(1) { other in
                    for _ in 0..<4 { other.append(UInt32(0)) }
                    other.attribute(3, peer)
                    other.attribute(4, UInt32(mtu))
                    other.attribute(28, namespace)
                }
            }
        }
        try socket.perform(message, "make a pair of interfaces")
    }

    private static func setHairpin(_ index: Int32, _ socket: inout NetlinkSocket) throws {
        var message = header(16, index: index)
        message.nested(18) { information in
            let (slaveKind, slaveData, hairpinMode): (UInt16, UInt16, UInt16) = (4, 5, 4)
            information.attribute(slaveKind, Array("bridge".utf8))
            information.nested(slaveData) { $0.attribute(hairpinMode, UInt8(1)) }
        }
        try socket.perform(message, "set hairpin mode")
    }

    private static func bringUp(_ name: String, _ socket: inout NetlinkSocket) throws {
        let index = try find(name, try Topology.read(&socket))
        try socket.perform(header(16, index: index, up: 1), "bring up \(name)")
    }

    static func find(_ name: String, _ topology: Topology) throws -> Int32 {
        guard let link = topology.link(named: name) else { throw LabError("find \(name)", ENODEV) }
        return link.index
    }

    private static func header(_ type: UInt16, index: Int32, family: UInt8 = 0, up: UInt32 = 0) -> NetlinkMessage {
        var message = NetlinkMessage(type: type, flags: .acknowledge)
        message.append(UInt32(family))
        message.append(index)
        message.append(up)
        message.append(up)
        return message
    }
}
