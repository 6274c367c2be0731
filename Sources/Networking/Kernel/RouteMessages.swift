import Glibc

/// The requests to the kernel's router that Steady makes. Numbers are those of `linux/rtnetlink.h` and
/// `linux/if_link.h`.
enum RouteMessages {
    enum LinkAttribute {
        static let hardwareAddress: UInt16 = 1
        static let name: UInt16 = 3
        static let mtu: UInt16 = 4
        static let information: UInt16 = 18
        static let kind: UInt16 = 1
        static let data: UInt16 = 2
        static let alias: UInt16 = 20
    }

    enum AddressAttribute {
        static let address: UInt16 = 1
        static let local: UInt16 = 2
    }

    enum RouteAttribute {
        static let destination: UInt16 = 1
        static let outputInterface: UInt16 = 4
        static let priority: UInt16 = 6
        static let preferredSource: UInt16 = 7
    }

    static let linkHeaderSize = 16
    static let addressHeaderSize = 8
    static let routeHeaderSize = 12

    static let isUp: UInt32 = 1

    static func listLinks() -> NetlinkMessage { link(type: 18, flags: .dump) }

    /// A bridge with a hardware address of its own: otherwise it takes the lowest of its ports, and each new pod
    /// could change what the others have in their neighbour tables.
    static func createBridge(_ name: String, hardwareAddress: [UInt8]) -> NetlinkMessage {
        var message = link(type: 16, flags: [.acknowledge, .create, .exclusive])
        message.attribute(LinkAttribute.name, name)
        message.attribute(LinkAttribute.hardwareAddress, hardwareAddress)
        message.nested(LinkAttribute.information) { information in
            information.attribute(LinkAttribute.kind, Array("bridge".utf8))
            information.nested(LinkAttribute.data) { data in
                let multicastSnooping: UInt16 = 23
                data.attribute(multicastSnooping, UInt8(0))
            }
        }
        return message
    }

    static func setUp(index: Int32, alias: String, mtu: Int) -> NetlinkMessage {
        var message = link(type: 16, flags: .acknowledge, index: index, set: isUp)
        message.attribute(LinkAttribute.alias, Array(alias.utf8))
        message.attribute(LinkAttribute.mtu, UInt32(clamping: mtu))
        return message
    }

    static func deleteLink(index: Int32) -> NetlinkMessage { link(type: 17, flags: .acknowledge, index: index) }

    static func listAddresses() -> NetlinkMessage { address(type: 22, flags: .dump) }

    static func addAddress(_ value: IPv4Address, prefixLength: Int, index: Int32) -> NetlinkMessage {
        var message = address(
            type: 20,
            flags: [.acknowledge, .create, .replace],
            prefixLength: prefixLength,
            index: index
        )
        message.attribute(AddressAttribute.local, value)
        message.attribute(AddressAttribute.address, value)
        return message
    }

    static func listRoutes() -> NetlinkMessage { route(type: 26, flags: .dump) }

    /// The range lies behind that interface, and the machine itself speaks to it from `source`.
    static func addRoute(to range: IPv4Network, index: Int32, source: IPv4Address) -> NetlinkMessage {
        let linkScope: UInt8 = 253
        var message = route(type: 24, flags: [.acknowledge, .create, .replace], to: range, scope: linkScope)
        message.attribute(RouteAttribute.outputInterface, index)
        message.attribute(RouteAttribute.preferredSource, source)
        return message
    }

    /// The range is out of reach where no better route stands: this holds when the bridge is gone.
    static func addBarrier(to range: IPv4Network) -> NetlinkMessage {
        barrier(type: 24, flags: [.acknowledge, .create, .replace], to: range)
    }

    static func deleteBarrier(to range: IPv4Network) -> NetlinkMessage {
        barrier(type: 25, flags: .acknowledge, to: range)
    }

    private static func barrier(type: UInt16, flags: NetlinkMessage.Flags, to range: IPv4Network) -> NetlinkMessage {
        let unreachable: UInt8 = 7
        var message = route(type: type, flags: flags, to: range, kind: unreachable)
        message.attribute(RouteAttribute.priority, UInt32(1_000_000))
        return message
    }

    private static func link(
        type: UInt16,
        flags: NetlinkMessage.Flags,
        index: Int32 = 0,
        set: UInt32 = 0
    ) -> NetlinkMessage {
        var message = NetlinkMessage(type: type, flags: flags)
        message.append(UInt32(0))
        message.append(index)
        message.append(set)
        message.append(set)
        return message
    }

    private static func address(
        type: UInt16,
        flags: NetlinkMessage.Flags,
        prefixLength: Int = 0,
        index: Int32 = 0
    ) -> NetlinkMessage {
        var message = NetlinkMessage(type: type, flags: flags)
        message.append(UInt8(AF_INET))
        message.append(UInt8(clamping: prefixLength))
        message.append(UInt16(0))
        message.append(index)
        return message
    }

    private static func route(
        type: UInt16,
        flags: NetlinkMessage.Flags,
        to range: IPv4Network? = nil,
        scope: UInt8 = 0,
        kind: UInt8 = 1
    ) -> NetlinkMessage {
        var message = NetlinkMessage(type: type, flags: flags)
        message.append(UInt8(AF_INET))
        message.append(UInt8(clamping: range?.prefixLength ?? 0))
        message.append(UInt16(0))
        guard let range else {
            message.append(UInt64(0))
            return message
        }
        let mainTable: UInt8 = 254
        let staticProtocol: UInt8 = 4
        message.append(mainTable)
        message.append(staticProtocol)
        message.append(scope)
        message.append(kind)
        message.append(UInt32(0))
        message.attribute(RouteAttribute.destination, range.first)
        return message
    }
}
