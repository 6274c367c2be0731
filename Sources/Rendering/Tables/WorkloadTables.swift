public import Model

enum WorkloadTables {
    static let deploymentColumns: [Column] =
        [
            .name,
            .text("Ready", "How many pods are ready, of those that are wanted."),
            .number("Up-to-date", "How many pods have the present template."),
            .number("Available", "How many pods have been ready for long enough."),
            .age,
        ] + templateColumns

    static let replicaSetColumns: [Column] =
        [
            .name,
            .number("Desired", "How many pods are wanted."),
            .number("Current", "How many pods there are."),
            .number("Ready", "How many pods are ready."),
            .age,
        ] + templateColumns

    private static let templateColumns: [Column] = [
        .text("Containers", "The names of the containers in the template.", wide: true),
        .text("Images", "The images of the containers in the template.", wide: true),
        .text("Selector", "The labels by which the pods are found.", wide: true),
    ]

    static func row(of deployment: Deployment, now: Timestamp) -> [Cell] {
        let status = deployment.status
        return [
            .text(deployment.metadata.name),
            .text("\(status.readyReplicas)/\(deployment.spec.replicas ?? 0)"),
            .number(status.updatedReplicas),
            .number(status.availableReplicas),
            .age(deployment.metadata, now: now),
        ] + cells(of: deployment.spec.template, deployment.spec.selector)
    }

    static func row(of replicaSet: ReplicaSet, now: Timestamp) -> [Cell] {
        [
            .text(replicaSet.metadata.name),
            .number(replicaSet.spec.replicas ?? 0),
            .number(replicaSet.status.replicas),
            .number(replicaSet.status.readyReplicas),
            .age(replicaSet.metadata, now: now),
        ] + cells(of: replicaSet.spec.template, replicaSet.spec.selector)
    }

    private static func cells(of template: PodTemplateSpec, _ selector: LabelSelector?) -> [Cell] {
        [
            .text(template.spec.containers.map(\.name).joined(separator: ",")),
            .orNone(template.spec.containers.map(\.image).filter { !$0.isEmpty }.joined(separator: ",")),
            .text(selector.map(SelectorText.text) ?? "<none>"),
        ]
    }
}

/// Selectors and labels as kubectl writes them.
public enum SelectorText {
    /// `app=web,tier in (a,b),!old`; `<none>` for one that says nothing.
    public static func text(_ selector: LabelSelector) -> String {
        let labels = selector.matchLabels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let expressions = selector.matchExpressions.map { requirement in
            let list = "(\(requirement.values.sorted().joined(separator: ",")))"
            return switch requirement.operator.rawValue {
            case "In": "\(requirement.key) in \(list)"
            case "NotIn": "\(requirement.key) notin \(list)"
            case "Exists": requirement.key
            default: "!\(requirement.key)"
            }
        }
        let parts = labels + expressions
        return parts.isEmpty ? "<none>" : parts.joined(separator: ",")
    }

    /// `a=1,b=2`, sorted; `<none>` for no labels.
    public static func text(_ labels: [String: String]) -> String {
        guard !labels.isEmpty else { return "<none>" }
        return labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }
}
