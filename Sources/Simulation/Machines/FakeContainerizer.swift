public import Containers
public import Model
internal import Synchronization

/// A `FakeMachine` behind the protocol that real containerizers have, with a clock that its owner turns.
public final class FakeContainerizer: Containerizer {
    private struct State {
        var machine: FakeMachine
        var now: Timestamp
    }

    private let state: Mutex<State>
    private let observer: ContainerObserver

    public init(_ machine: FakeMachine, now: Timestamp, observer: @escaping ContainerObserver) {
        state = Mutex(State(machine: machine, now: now))
        self.observer = observer
    }

    public func submit(_ command: ContainerCommand) {
        state.withLock { $0.machine.submit(command, now: $0.now) }
    }

    /// Goes on to the next moment at which something happens. False where nothing will.
    public func advance() -> Bool {
        let told = state.withLock { state -> [ContainerObservation]? in
            guard let next = state.machine.nextTime else { return nil }
            state.now = max(state.now, next)
            return state.machine.run(until: state.now)
        }
        for observation in told ?? [] { observer(observation) }
        return told != nil
    }
}
