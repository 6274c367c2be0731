public import Cluster
public import Model

extension ControlPlane {
    /// What a request would be answered in a state, which may be one of the past. Nothing is kept of it, and controllers
    /// make nothing of it.
    public static func rehearse(_ request: Request, in state: ClusterState, now: Timestamp) -> Answer {
        let settings = Replay.settings(in: state) ?? Settings()
        var turn = TurnBuilder(state, settings, head: state.revision, now: now)
        let cause = turn.note(.request(id: 0, request))
        return turn.perform(request, cause: cause)
    }
}
