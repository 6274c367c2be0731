/// One record of an answer.
public struct DNSRecord: Hashable, Sendable {
    public var name: String
    public var data: Data
    /// For how many seconds the asker may keep it. Short: what it says follows the cluster.
    public var timeToLive: UInt32

    public enum Data: Hashable, Sendable {
        case a(IPv4Address)
        case cname(String)
        case ptr(String)
        case srv(weight: UInt16, port: UInt16, target: String)
        /// The zone's own record, which tells for how long to remember that something isn't there.
        case soa(server: String, mailbox: String)
        /// What another server said, unread.
        case raw(DNSType, [UInt8])
    }

    public init(name: String, _ data: Data, timeToLive: UInt32 = DNSRecord.defaultTimeToLive) {
        self.name = name
        self.data = data
        self.timeToLive = timeToLive
    }

    public static let defaultTimeToLive: UInt32 = 5

    var type: DNSType {
        switch data {
        case .a: .a
        case .cname: .cname
        case .ptr: .ptr
        case .srv: .srv
        case .soa: .soa
        case .raw(let type, _): type
        }
    }
}

/// What the cluster's names say to a question.
public enum DNSAnswer: Hashable, Sendable {
    case records([DNSRecord], additional: [DNSRecord] = [])
    /// The name exists and has no record of that type.
    case noData(zone: String)
    case noName(zone: String)
    /// Another name stands for this one, and whoever knows that name has to be asked.
    case alias(DNSRecord, target: String)
    /// Not a name of the cluster.
    case forward
}
