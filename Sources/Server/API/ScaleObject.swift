internal import Model
internal import Rendering
internal import YAML

/// The part of a workload that scaling tools read and write.
struct ScaleObject {
    private let object: Object

    init(_ object: Object) {
        self.object = object
    }

    func json() -> [UInt8] {
        let (wanted, present, selector) = numbers
        let metadata = object.metadata
        var fields: Fields = ["name": .string(metadata.name), "namespace": .string(metadata.namespace)]
        fields["uid"] = .string(metadata.uid)
        fields["resourceVersion"] = .string(metadata.resourceVersion)
        if let created = metadata.creationTimestamp { fields["creationTimestamp"] = .string(created.description) }
        let scale: Value = [
            "kind": "Scale",
            "apiVersion": "autoscaling/v1",
            "metadata": .object(fields),
            "spec": ["replicas": .int(Int64(wanted))],
            "status": ["replicas": .int(Int64(present)), "selector": .string(selector)],
        ]
        return Array(scale.json().utf8)
    }

    private var numbers: (wanted: Int, present: Int, selector: String) {
        switch object {
        case .deployment(let deployment):
            (
                deployment.spec.replicas ?? 1, deployment.status.replicas,
                deployment.spec.selector.map(SelectorText.text) ?? ""
            )
        case .replicaSet(let replicaSet):
            (
                replicaSet.spec.replicas ?? 1, replicaSet.status.replicas,
                replicaSet.spec.selector.map(SelectorText.text) ?? ""
            )
        case .app(let app): (app.spec.instances ?? 1, app.status.instances, app.status.selector)
        default: (0, 0, "")
        }
    }
}
