extension Object {
    /// The value of a field that queries may name.
    ///
    /// - Throws: where the kind has no such label.
    public func fieldLabel(_ label: String) throws(SelectorError) -> String {
        switch label {
        case "metadata.name": return metadata.name
        case "metadata.namespace": return metadata.namespace
        default: break
        }
        let value =
            switch self {
            case .pod(let pod): pod.fieldLabel(label)
            case .node(let node): label == "spec.unschedulable" ? "\(node.spec.unschedulable)" : nil
            case .event(let event): event.fieldLabel(label)
            case .secret(let secret): label == "type" ? secret.type : nil
            case .service(let service): service.fieldLabel(label)
            case .namespace(let namespace): label == "status.phase" ? namespace.status.phase.rawValue : nil
            case .replicaSet(let replicas): label == "status.replicas" ? "\(replicas.status.replicas)" : nil
            case .app, .configMap, .deployment, .endpointSlice: nil as String?
            }
        guard let value else { throw SelectorError("field label not supported: \(label)") }
        return value
    }
}

extension Pod {
    fileprivate func fieldLabel(_ label: String) -> String? {
        switch label {
        case "spec.nodeName": spec.nodeName
        case "spec.restartPolicy": spec.restartPolicy.rawValue
        case "spec.schedulerName": spec.schedulerName
        case "spec.serviceAccountName": spec.serviceAccountName
        case "spec.hostNetwork": "\(spec.hostNetwork)"
        case "status.phase": status.phase.rawValue
        case "status.podIP": status.podIP
        case "status.podIPs": status.podIPs.map(\.ip).joined(separator: ",")
        case "status.nominatedNodeName": status.nominatedNodeName
        default: nil
        }
    }
}

extension Service {
    fileprivate func fieldLabel(_ label: String) -> String? {
        switch label {
        case "spec.clusterIP": spec.clusterIP
        case "spec.type": spec.type.rawValue
        default: nil
        }
    }
}

extension Event {
    fileprivate func fieldLabel(_ label: String) -> String? {
        switch label {
        case "involvedObject.kind": involvedObject.kind
        case "involvedObject.namespace": involvedObject.namespace
        case "involvedObject.name": involvedObject.name
        case "involvedObject.uid": involvedObject.uid
        case "involvedObject.apiVersion": involvedObject.apiVersion
        case "involvedObject.resourceVersion": involvedObject.resourceVersion
        case "involvedObject.fieldPath": involvedObject.fieldPath
        case "reason": reason
        case "reportingComponent": reportingComponent
        case "source": source.component.isEmpty ? reportingComponent : source.component
        case "type": type
        default: nil
        }
    }
}
