/// Names of what a rollout notes on its ReplicaSets and Deployments, in Kubernetes' words.
public enum RolloutAnnotation {
    /// Counts the templates that a Deployment has had: on the Deployment the present one's number, on a ReplicaSet its own.
    public static let revision = "deployment.kubernetes.io/revision"
    /// The revisions that a ReplicaSet had before its template came back.
    public static let history = "deployment.kubernetes.io/revision-history"
    public static let desired = "deployment.kubernetes.io/desired-replicas"
    public static let maximum = "deployment.kubernetes.io/max-replicas"
    /// Why a revision was made, in its author's words.
    public static let changeCause = "kubernetes.io/change-cause"
    /// On a template: when it was last asked to start anew. Another time is another template.
    public static let restartedAt = "kubectl.kubernetes.io/restartedAt"
    /// A label, not an annotation: which template a pod or ReplicaSet was made from.
    public static let templateHash = "pod-template-hash"
}

extension ReplicaSet {
    /// Which of its Deployment's templates it was made from, counted from 1; 0 when no Deployment made it.
    public var revision: Int { metadata.annotations[RolloutAnnotation.revision].flatMap { Int($0) } ?? 0 }

    /// The Deployment's template that it was made from.
    public var templateOfDeployment: PodTemplateSpec {
        var template = spec.template
        template.metadata.labels[RolloutAnnotation.templateHash] = nil
        return template
    }
}

extension Deployment {
    /// Which of its templates is the present one; 0 before its first ReplicaSet is made.
    public var revision: Int { metadata.annotations[RolloutAnnotation.revision].flatMap { Int($0) } ?? 0 }
}
