internal import Agent
internal import Cluster
internal import Controllers
internal import Model
internal import Networking

// The nodes, and what is heard of them.
extension SimulatedWorld {
    mutating func startAgent(_ index: Int) {
        story.tell(now, fleet.nodes[index].name, "agent starts")
        fleet.start(index, at: now)
        guard plane.isUp else { return }
        fleet.showEverything(of: plane.published, to: index, at: now)
        agenda.plan(.planeHears(.node(fleet.nodes[index].object)), at: now)
    }

    mutating func heed(_ news: Fleet.News) throws(Violation) {
        switch news {
        case .turn(let turn, let index):
            tell(turn, of: index)
            fleet.carryOut(turn, of: index, at: now)
        case .report(let report): hear(.report(report))
        case .acts(let index, let observations, let started):
            for observation in observations where fleet.nodes[index].isUp {
                story.tell(now, fleet.nodes[index].name, StoryWords.of(observation))
            }
            try invariants.check(fleet.nodes[index], started, plane.published)
        }
    }

    private mutating func tell(_ turn: AgentTurn, of index: Int) {
        guard story.isTold else { return }
        for case .container(let command) in turn.commands {
            story.tell(now, fleet.nodes[index].name, StoryWords.of(command))
        }
        if let report = turn.report { story.tell(now, fleet.nodes[index].name, StoryWords.of(report)) }
    }
}

extension SimulatedNode {
    /// A node of a world that has to bear something.
    init(number: Int, _ size: Weather.NodeSize, _ temper: MachineTemper, seed: UInt64) {
        let object = Node(
            name: "node-\(number)",
            address: "192.0.2.\(number)",
            milliCPU: size.milliCPU,
            memoryBytes: Self.memoryBytes,
            pods: size.pods
        )
        let range = IPv4Network(containing: IPv4Address(10, UInt8(64 + number % 128), 0, 0), prefixLength: 24)
        self.init(object, podRange: range, temper: temper, seed: seed)
    }

    static let memoryBytes = 8 << 30
}
