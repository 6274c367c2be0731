/// How a Deployment's update goes on step by step, as an annotation says: `1,25%,pause,100%`.
///
/// Each step is taken when all new pods of the one before are available; a pause waits for somebody's word. Behind the
/// last one come all pods, said or not.
public struct RolloutSteps: Sendable, Hashable {
    public enum Step: Sendable, Hashable {
        /// So many new pods, from 1.
        case pods(Int)
        /// So many of a hundred, from 1 to 100; part of a pod counts as one.
        case percent(Int)
        case pause
    }

    public var steps: [Step]

    /// On a Deployment: its steps.
    public static let annotation = "steady.dev/steps"
    /// On a ReplicaSet, written by the system: how many pauses of its rollout are over.
    public static let promotedAnnotation = "steady.dev/promoted"

    /// Nil where the text is no list of steps.
    public init?(_ text: String) {
        var steps: [Step] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            let start = word.drop { $0 == " " }
            let end = start.lastIndex { $0 != " " }
            guard let step = Step(end.map { String(start[...$0]) } ?? "") else { return nil }
            steps.append(step)
        }
        self.steps = steps
    }

    public var pauses: Int { steps.count { $0 == .pause } }
}

extension RolloutSteps.Step {
    fileprivate init?(_ word: String) {
        if word == "pause" {
            self = .pause
        } else if word.last == "%", let part = Int(word.dropLast()), (1...100).contains(part) {
            self = .percent(part)
        } else if let pods = Int(word), pods > 0 {
            self = .pods(pods)
        } else {
            return nil
        }
    }
}

extension RolloutSteps.Step: CustomStringConvertible {
    public var description: String {
        switch self {
        case .pods(let count): "\(count)"
        case .percent(let part): "\(part)%"
        case .pause: "pause"
        }
    }
}
