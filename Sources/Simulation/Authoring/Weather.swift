/// What a world has and what it has to bear all the time, drawn from its seed.
///
/// Not every world bears everything: what one fault would cover up, a world without it shows.
struct Weather: Sendable, Hashable {
    struct NodeSize: Sendable, Hashable {
        var milliCPU: Int
        var pods: Int
    }

    /// One to three.
    var nodes: [NodeSize]
    var traffic: Traffic
    var machines: MachineTemper
    /// In a thousand turns: a check of what is costly to check.
    var audits = 30

    /// All goes well.
    init(_ nodes: [NodeSize]) {
        self.nodes = nodes
        traffic = .calm
        machines = .calm
    }

    init(_ chance: inout Chance) {
        nodes = (0...chance.below(3)).map { _ in
            NodeSize(milliCPU: chance.pick([500, 1000, 8000]) ?? 8000, pods: chance.pick([4, 10, 110]) ?? 110)
        }
        traffic = .calm
        traffic.delay = chance.pick([0...0, 0...3, 1...50, 0...900]) ?? 0...3
        traffic.lostReports = Self.rate(&chance, upTo: 100)
        traffic.doubledReports = Self.rate(&chance, upTo: 100)
        machines = MachineTemper(&chance)
        traffic.lostProbes = Self.rate(&chance, upTo: 50)
        traffic.volumeFailures = Self.rate(&chance, upTo: 200)
        // Some take longer than their second.
        if chance.happens(200) { traffic.probeDelay = 0...1200 }
    }

    /// Half of the worlds know nothing of it.
    private static func rate(_ chance: inout Chance, upTo limit: Int) -> Int {
        chance.happens(500) ? 0 : chance.below(limit)
    }
}

extension Traffic {
    /// All arrives, and soon.
    static let calm = Traffic(delay: 0...3, turnDelay: 0...0, volumeDelay: 0...20, probeDelay: 0...50)
}
