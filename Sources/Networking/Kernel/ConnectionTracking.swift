import Glibc

/// The kernel's memory of UDP flows.
///
/// A flow is translated as its first packet was, for as long as packets come. When the endpoint behind it goes,
/// a client that goes on sending from one socket would speak into the void; so the flows that lead where no service
/// leads any more are forgotten, and the next packet draws a new endpoint.
struct ConnectionTracking {
    typealias Flows = [ServiceRules.FlowKey: Set<ServiceRules.Target>]

    /// Forgets the flows to the given ports that the rules would not make today, and those to a service address
    /// that is not known at all. Walks the whole table of flows: only worth it when endpoints of UDP ports changed.
    static func forgetStaleFlows(_ changed: Flows, known: Flows, serviceRange: IPv4Network) throws {
        var socket = try NetlinkSocket(.netfilter)
        let answers = try socket.dump(request(list, .dump), "list tracked connections")
        for answer in answers {
            guard let entry = Entry(answer), entry.isStale(changed, known, serviceRange) else { continue }
            var message = request(delete, .acknowledge)
            message.attribute(1, Array(entry.originBytes))
            if !entry.identifier.isEmpty { message.attribute(12, Array(entry.identifier)) }
            // A flow that ended by itself in the meantime is as well.
            let refusal = try socket.attempt(message, "forget a tracked connection")
            guard refusal == 0 || refusal == ENOENT else {
                throw NetworkingError(refusal, "forget the flow to \(entry.destination) port \(entry.port)")
            }
        }
    }

    private static let list: UInt16 = 0x101
    private static let delete: UInt16 = 0x102

    private static func request(_ type: UInt16, _ flags: NetlinkMessage.Flags) -> NetlinkMessage {
        var message = NetlinkMessage(type: type, flags: flags)
        message.append(UInt8(AF_INET))
        message.append(UInt8(0))
        message.append(UInt16(0))
        return message
    }

    /// One flow of UDP, by `linux/netfilter/nfnetlink_conntrack.h`.
    private struct Entry {
        var source: IPv4Address
        var destination: IPv4Address
        var port: UInt16
        var answering: ServiceRules.Target
        var answered: IPv4Address
        var originBytes: ArraySlice<UInt8>
        var identifier: ArraySlice<UInt8>

        init?(_ answer: NetlinkAnswer) {
            let attributes = answer.attributes(after: 4)
            guard let origin = attributes[1], let reply = attributes[2],
                let there = Self.tuple(origin), let back = Self.tuple(reply)
            else { return nil }
            (source, destination, port) = (there.source, there.target.address, there.target.port)
            (answering, answered) = (ServiceRules.Target(address: back.source, port: back.port), back.target.address)
            originBytes = origin
            identifier = attributes[12] ?? []
        }

        private static func tuple(
            _ bytes: ArraySlice<UInt8>
        ) -> (source: IPv4Address, port: UInt16, target: ServiceRules.Target)? {
            let parts = bytes.attributes
            guard let addresses = parts[1]?.attributes, let transport = parts[2]?.attributes,
                transport[1]?.first == UInt8(IPPROTO_UDP),
                let source = addresses[1]?.address, let destination = addresses[2]?.address,
                let from = transport[2], let to = transport[3]
            else { return nil }
            let target = ServiceRules.Target(address: destination, port: UInt16(bigEndian: to.number()))
            return (source, UInt16(bigEndian: from.number()), target)
        }

        func isStale(_ changed: Flows, _ known: Flows, _ serviceRange: IPv4Network) -> Bool {
            let isTranslated = answering.address != destination
            let service = ServiceRules.FlowKey(address: destination, port: port)
            let targets: Set<ServiceRules.Target>?
            if serviceRange.contains(destination) {
                targets = changed[service] ?? (known[service] == nil ? [] : nil)
            } else {
                targets = changed[service] ?? changed[ServiceRules.FlowKey(address: nil, port: port)]
            }
            guard let targets, !targets.contains(answering) else { return false }
            // A flow that began before its port led anywhere; one that masquerading changed is somebody else's.
            return isTranslated || (!targets.isEmpty && answered == source)
        }
    }
}
