import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct DescribeCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Show an object with all that belongs to it.",
        usage: "steady describe (TYPE [NAME ...] | TYPE/NAME ...) [options]"
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions
    @OptionGroup var past: PastOptions

    @Argument(help: "What to describe; a type alone means all of it.")
    var objects: [String]

    @Option(name: [.customShort("l"), .long], help: "What these labels select.")
    var selector: String?

    func validate() throws {
        guard selector == nil || !ObjectName.namesObjects(objects) else {
            throw ValidationError("name cannot be provided when a selector is specified")
        }
    }

    func call(_ client: APIClient) async throws {
        let moment = try await past.moment(client)
        let keys = try await keys(client, moment)
        guard !keys.isEmpty else {
            return Console.note("No resources found in \(namespaces.namespace) namespace.")
        }
        for (index, key) in keys.enumerated() {
            if index > 0 { Console.write("\n\n") }
            let object = try await client.get(ResourcePath.target(key, query: moment.query)).decoded()
            let surroundings = try await surroundings(of: object, moment, client)
            Console.write(Description(of: object, surroundings, now: moment.now).text)
        }
    }

    private func keys(_ client: APIClient, _ moment: AskedMoment) async throws -> [ObjectKey] {
        guard objects.count == 1, let only = objects.first, !only.contains("/") else {
            return try ObjectName.keys(objects, namespace: namespaces.namespace)
        }
        var keys: [ObjectKey] = []
        for kind in try ObjectName.kinds(only) {
            keys += try await client.keys(of: kind, namespace: namespaces.namespace, selector: selector, at: moment)
        }
        return keys
    }

    private func surroundings(of object: Object, _ moment: AskedMoment, _ client: APIClient) async throws
        -> Surroundings
    {
        let metadata = object.metadata
        let namespace = object.kind.isNamespaced ? metadata.namespace : nil
        var found = Surroundings()
        let about = "involvedObject.kind=\(object.kind.name),involvedObject.name=\(metadata.name)"
        found.events = try await client.objects(.event, in: namespace, fields: about, at: moment).compactMap(Event.init)
            .filter { [metadata.uid, ""].contains($0.involvedObject.uid) || object.kind == .node }
        switch object {
        case .deployment:
            found.replicaSets = try await client.objects(.replicaSet, in: namespace, at: moment).compactMap(
                ReplicaSet.init
            )
            .filter { $0.metadata.ownerReferences.contains { $0.uid == metadata.uid } }
        case .service(let service):
            let label = "kubernetes.io/service-name=\(service.metadata.name)"
            found.endpointSlices = try await client.objects(.endpointSlice, in: namespace, labels: label, at: moment)
                .compactMap(EndpointSlice.init)
        case .node(let node):
            found.pods = try await client.objects(
                .pod,
                in: nil,
                fields: "spec.nodeName=\(node.metadata.name)",
                at: moment
            )
            .compactMap(Pod.init)
        case .app:
            found.pods = try await client.objects(.pod, in: namespace, at: moment).compactMap(Pod.init)
                .filter { $0.metadata.ownerReferences.contains { $0.uid == metadata.uid } }
        default: break
        }
        return found
    }
}

extension APIClient {
    fileprivate func objects(
        _ kind: Kind,
        in namespace: String?,
        labels: String? = nil,
        fields: String? = nil,
        at moment: AskedMoment
    ) async throws -> [Object] {
        var query = moment.query
        if let labels { query.append((name: "labelSelector", value: labels)) }
        if let fields { query.append((name: "fieldSelector", value: fields)) }
        let list = try await get(ResourcePath.target(kind, namespace: namespace, query: query))
        return try (list["items"]?.array ?? []).map { try $0.decoded() }
    }
}
