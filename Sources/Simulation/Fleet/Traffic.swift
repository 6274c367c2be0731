/// How fast messages travel in a world, and which get lost.
struct Traffic: Sendable, Hashable {
    /// Milliseconds that a message between the control plane and a node takes.
    var delay: ClosedRange<Int>
    /// Milliseconds from what an agent hears to its turn: what comes meanwhile is taken together.
    var turnDelay: ClosedRange<Int>
    /// Milliseconds that a volume takes to be written, and a probe to be answered.
    var volumeDelay: ClosedRange<Int>
    var probeDelay: ClosedRange<Int>
    /// In a thousand: a node's report gets lost, or arrives twice.
    var lostReports = 0
    var doubledReports = 0
    /// In a thousand probes: one that gets no answer.
    var lostProbes = 0
    /// In a thousand plans for volumes: one that fails.
    var volumeFailures = 0
    /// Whether nodes hear who answers for a Service, and route to them. It is no matter for what runs; told to a hundred
    /// nodes each time it costs the most of all.
    var tellsEndpoints = true

    /// All arrives from now on, and soon.
    mutating func calmDown() {
        let tellsEndpoints = tellsEndpoints
        self = .calm
        self.tellsEndpoints = tellsEndpoints
    }
}
