internal import Model

/// What came in while nothing could be written, to be decided anew once it can.
///
/// It grows with what there is to say, not with the time for which the disk refuses.
public struct UndoneInputs: Sendable {
    /// Of events that a node tells meanwhile, the latest are kept: more would be no help to anybody.
    public static let eventLimit = 1000

    /// In the order in which they came; what a node says, where it said it last.
    public private(set) var inputs: [Input] = []

    public init() {}

    public mutating func keep(_ input: Input) {
        switch input {
        // A time that has come stays come; callers are refused and ask again; what is over is told when it is over.
        case .timer, .request, .writable: return
        case .report(let report): inputs.append(.report(takeReports(of: report.node).followed(by: report)))
        case .node(let node):
            inputs.removeAll { $0.node == node.metadata.name }
            inputs.append(input)
        case .start, .directory: inputs.append(input)
        }
    }

    private mutating func takeReports(of node: String) -> NodeReport {
        guard let place = inputs.firstIndex(where: { $0.report?.node == node }),
            case .report(let report) = inputs.remove(at: place)
        else { return NodeReport(node: node) }
        return report
    }
}

extension Input {
    fileprivate var report: NodeReport? {
        if case .report(let report) = self { report } else { nil }
    }

    /// The node that introduces itself.
    fileprivate var node: String? {
        if case .node(let node) = self { node.metadata.name } else { nil }
    }
}

extension NodeReport {
    /// Both in one: of each pod the later status, of events that say the same one.
    fileprivate func followed(by later: NodeReport) -> NodeReport {
        var merged = self
        let retold = Set(later.pods.map(\.pod))
        merged.pods = pods.filter { !retold.contains($0.pod) } + later.pods
        let known = Set(stopped)
        merged.stopped += later.stopped.filter { !known.contains($0) }
        let repeated = Set(later.events)
        merged.events = (events.filter { !repeated.contains($0) } + later.events).suffix(UndoneInputs.eventLimit)
        return merged
    }
}
