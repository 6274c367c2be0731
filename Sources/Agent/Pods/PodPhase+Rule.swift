internal import Model

extension PodPhase {
    /// The phase of a pod whose containers are in these states, by kubelet's rule.
    init(of pod: PodLife) {
        let phase = Self.phase(of: pod)
        // It is over when nothing of it runs any more, its sidecars included.
        let isEarly = (phase == .succeeded || phase == .failed) && pod.hasLiveContainers
        self = isEarly ? .running : phase
    }

    private static func phase(of pod: PodLife) -> PodPhase {
        if case .failed = pod.farewell?.cause { return .failed }
        let policy = pod.pod?.spec.restartPolicy
        let main = pod.containers.filter { $0.role == .main }
        let hasBegun = main.contains(where: \.hasBegun)
        // What has ended for good before a reboot is not begun again, so no init container is waited for.
        let isDone = !main.isEmpty && main.allSatisfy { $0.end != nil && !pod.isToBeRestarted($0) }
        for initial in pod.containers where initial.role == .initial && !initial.isComplete && !hasBegun && !isDone {
            let hasFailed = initial.end.map { !$0.isSuccess } ?? false
            return hasFailed && policy == .never ? .failed : .pending
        }
        return phase(of: main, pod)
    }

    private static func phase(of main: [ContainerLife], _ pod: PodLife) -> PodPhase {
        var (running, waiting, succeeded, failed) = (0, 0, 0, 0)
        for life in main {
            switch life.phase {
            case .running(let present):
                if present.isPastPostStart { running += 1 } else { waiting += 1 }
            case .idle, .starting:
                // What has run before is between two lives, which is no waiting.
                if life.lastEnd == nil { waiting += 1 } else { running += 1 }
            case .ended(let end):
                if pod.isToBeRestarted(life) {
                    running += 1
                } else if end.isSuccess {
                    succeeded += 1
                } else {
                    failed += 1
                }
            }
        }
        if waiting > 0 { return .pending }
        if running > 0 || main.isEmpty { return .running }
        return failed > 0 ? .failed : .succeeded
    }
}
