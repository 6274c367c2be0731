internal import Model

/// Which instances of an app go first: those that do not run, then by age as the app says.
struct KillOrder {
    private let oldestFirst: Bool

    init(_ selection: KillSelection) { oldestFirst = selection == .oldestFirst }

    func first(_ count: Int, of pods: [Pod]) -> [Pod] {
        guard count > 0 else { return [] }
        return Array(pods.sorted(by: goesFirst).prefix(count))
    }

    private func goesFirst(_ left: Pod, _ right: Pod) -> Bool {
        if left.isReady != right.isReady { return right.isReady }
        let running = (left.status.phase == .running, right.status.phase == .running)
        if running.0 != running.1 { return running.1 }
        let ages = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
        if let first = ages.0, let second = ages.1, first != second {
            return oldestFirst ? first < second : first > second
        }
        return left.metadata.name < right.metadata.name
    }
}
