internal import Cluster
internal import Model

extension ControlPlane {
    /// What controllers that say that they finish in one look would still change, were they asked again about all that
    /// a turn touched.
    ///
    /// Such a controller does not look at what it wrote itself. Where it says so and is wrong, an object stays as it
    /// should not be until something else happens to it: so whoever tests asks after each turn.
    ///
    /// - Parameter turn: the last that this control plane took.
    /// - Returns: a sentence for each change; none where the claims hold.
    public func unfinished(after turn: Turn) -> [String] {
        unfinished(after: turn, by: Self.controllers)
    }

    func unfinished(after turn: Turn, by controllers: [any Controller.Type]) -> [String] {
        controllers.filter { $0.finishesInOneLook }.flatMap { controller in
            Set(turn.changes.flatMap { controller.concerns($0, in: state) }).sorted()
                .flatMap { unfinished(about: $0, by: controller, at: turn.time) }
        }
    }

    private func unfinished(about key: ObjectKey, by controller: any Controller.Type, at now: Timestamp) -> [String] {
        var again = TurnBuilder(state, settings, head: head, now: now, writesRecords: false)
        let plan = controller.plan(for: key, in: state, at: now, under: settings)
        // What was refused is tried again later, and nobody says that it is finished.
        guard again.carryOut(plan, of: controller, about: key, causes: []) == nil else { return [] }
        return again.changes.map { "\(controller.name), asked again about \(key), changes \($0.key)" }
    }
}
