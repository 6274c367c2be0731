import Merging
import Model
import Testing
import YAML

/// A value written as YAML.
func yaml(_ text: String) throws -> Value { try Value.parse(yaml: text) }

/// A moment that tests agree on; the number tells moments apart.
func moment(_ seconds: Int64) -> Timestamp { Timestamp(seconds: 1_800_000_000 + seconds) }

/// A Deployment as the API shows it after defaulting, without its status.
func deployment(replicas: Int = 1, image: String = "i1") throws -> Value {
    try yaml(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: g, uid: 845f781d, resourceVersion: "172", generation: 1}
        spec:
          replicas: \(replicas)
          selector: {matchLabels: {a: web}}
          template:
            metadata: {labels: {a: web}}
            spec:
              containers:
              - name: c
                image: \(image)
                resources: {}
                imagePullPolicy: Always
              restartPolicy: Always
              terminationGracePeriodSeconds: 30
          strategy:
            type: RollingUpdate
            rollingUpdate: {maxUnavailable: 25%, maxSurge: 25%}
          progressDeadlineSeconds: 600
        """
    )
}

/// What a person writes in a file for such a Deployment.
func configuration(replicas: Int? = 1, image: String = "i1") throws -> Value {
    try yaml(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          \(replicas.map { "replicas: \($0)" } ?? "")
          selector: {matchLabels: {a: web}}
          template:
            metadata: {labels: {a: web}}
            spec:
              containers:
              - {name: c, image: \(image)}
        """
    )
}

extension [ManagedFieldsEntry] {
    /// The fields that a manager owns, in the wire form; nil where it owns none.
    func fields(of manager: String, _ operation: ManagedFieldsOperation = "Apply") -> String? {
        first { $0.manager == manager && $0.operation == operation }?.fieldsV1?.json
    }
}

/// An object and the record of who owns what in it, to be written to by several managers in turn.
struct Stored {
    var value: Value?
    var managed: [ManagedFieldsEntry] = []
    let kind: Kind

    init(_ kind: Kind = .deployment) {
        self.kind = kind
    }

    /// Applies, and stores what came of it after `defaulting`, as the control plane does.
    @discardableResult
    mutating func apply(
        _ configuration: Value,
        by manager: String,
        force: Bool = false,
        at seconds: Int64 = 0,
        defaulting: (Value) throws -> Value = { $0 }
    ) throws -> ServerSideApply.Applied {
        let applied = try ServerSideApply.apply(
            configuration,
            to: value,
            kind: kind,
            manager: manager,
            force: force,
            time: moment(seconds),
            managed: managed
        )
        value = try defaulting(applied.value)
        managed = applied.managed
        return applied
    }

    /// Writes in any other way than by an apply.
    mutating func update(_ new: Value, by manager: String, subresource: String = "", at seconds: Int64 = 0) {
        managed = Ownership.record(
            from: value,
            to: new,
            kind: kind,
            manager: manager,
            subresource: subresource,
            time: moment(seconds),
            managed: managed
        )
        value = new
    }
}
