import Client
import Model
import Rendering
import YAML

/// The pods that a command is about.
enum PodSelection: Sendable {
    case pod(Pod)
    /// Those that these labels select, now or later.
    case labels(namespace: String, selector: String)
}

extension APIClient {
    /// The pods behind an object: itself, or those that a workload or a service selects.
    func podSelection(of key: ObjectKey) async throws -> PodSelection {
        let object = try await get(ResourcePath.target(key)).decoded()
        let selector: String
        switch object {
        case .pod(let pod): return .pod(pod)
        case .deployment(let deployment): selector = deployment.spec.selector.map(SelectorText.text) ?? ""
        case .replicaSet(let replicaSet): selector = replicaSet.spec.selector.map(SelectorText.text) ?? ""
        case .service(let service): selector = SelectorText.text(service.spec.selector)
        case .app(let app): selector = app.status.selector
        default: throw Failure("\(key.kind.qualifiedSingular)/\(key.name) has no pods")
        }
        guard !selector.isEmpty, selector != "<none>" else {
            throw Failure("\(key.kind.qualifiedSingular)/\(key.name) selects no pods")
        }
        return .labels(namespace: key.namespace, selector: selector)
    }

    /// The pods as they are now, and the version of the cluster's state that tells so.
    func pods(_ selection: PodSelection) async throws -> (pods: [Pod], version: String) {
        switch selection {
        case .pod(let pod): return ([pod], pod.metadata.resourceVersion)
        case .labels(let namespace, let selector):
            let query = [(name: "labelSelector", value: selector)]
            let list = try await get(ResourcePath.target(.pod, namespace: namespace, query: query))
            let pods = try (list["items"]?.array ?? []).compactMap { Pod(try $0.decoded()) }
            return (pods, list["metadata"]?["resourceVersion"]?.string ?? "0")
        }
    }
}

extension Value {
    /// The object that the daemon answered.
    func decoded() throws -> Object {
        do throws(Problem) {
            return try Object(json: Array(json().utf8))
        } catch {
            throw Failure("read the daemon's answer: \(error)")
        }
    }
}
