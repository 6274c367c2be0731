extension Object {
    /// Takes over the status of an object of the same kind, which both then share.
    public mutating func copyStatus(from other: Object) {
        switch (self, other) {
        case (.deployment(var own), .deployment(let other)):
            own.statusBox = other.statusBox
            self = .deployment(own)
        case (.replicaSet(var own), .replicaSet(let other)):
            own.statusBox = other.statusBox
            self = .replicaSet(own)
        case (.pod(var own), .pod(let other)):
            own.statusBox = other.statusBox
            self = .pod(own)
        case (.app(var own), .app(let other)):
            own.statusBox = other.statusBox
            self = .app(own)
        case (.service(var own), .service(let other)):
            own.statusBox = other.statusBox
            self = .service(own)
        case (.namespace(var own), .namespace(let other)):
            own.statusBox = other.statusBox
            self = .namespace(own)
        case (.node(var own), .node(let other)):
            own.statusBox = other.statusBox
            self = .node(own)
        default: break
        }
    }

    /// Whether both want the same, for kinds that count the changes of what is wanted; others always do.
    public func hasSameSpec(as other: Object) -> Bool {
        switch (self, other) {
        case (.deployment(let left), .deployment(let right)): left.specBox == right.specBox
        case (.replicaSet(let left), .replicaSet(let right)): left.specBox == right.specBox
        case (.pod(let left), .pod(let right)): left.specBox == right.specBox
        case (.app(let left), .app(let right)): left.specBox == right.specBox
        case (.endpointSlice(let left), .endpointSlice(let right)):
            left.endpoints == right.endpoints && left.ports == right.ports
        default: true
        }
    }
}
