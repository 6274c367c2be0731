internal import Cluster
internal import Controllers
internal import Model

/// A state of the past, of which one may ask what a write would have done to it. Nothing is ever written there.
struct PastCluster: ClusterWriting {
    let state: ClusterState
    let now: Timestamp

    func submit(_ request: Request) async -> Answer { ControlPlane.rehearse(request, in: state, now: now) }
}
