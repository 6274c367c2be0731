internal import Containers
internal import Model

/// The environment of a container: services, Marathon's variables, `envFrom`, `env`, each over the ones before it.
struct ContainerEnvironment {
    private(set) var variables: [String: String] = [:]
    /// Names in the order in which they were first set.
    private var order: [String] = []

    private let pod: Pod
    private let container: Container
    private let fields: PodField
    private let knowledge: ClusterKnowledge

    /// Where programs are looked for, unless the container says otherwise: an installed Steady goes before the one
    /// that runs.
    static let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:\(ContainerSpec.programDirectory)"

    init(
        of container: Container,
        in pod: Pod,
        attempt: AttemptID,
        address: String,
        _ node: Surroundings
    ) throws(ContainerHold) {
        self.pod = pod
        self.container = container
        knowledge = node.knowledge
        fields = PodField(pod: pod, settings: node.settings, address: address)
        set("PATH", Self.path)
        set("HOSTNAME", SandboxSpec.hostname(of: pod, on: node.settings))
        for (name, value) in ServiceEnvironment.variables(for: pod, knowledge.services) { set(name, value) }
        for (name, value) in MarathonEnvironment.variables(of: container, in: pod, attempt, node.settings) {
            set(name, value)
        }
        for source in container.envFrom { try add(source) }
        for variable in container.env { try add(variable) }
    }

    var list: [EnvironmentVariable] { order.map { EnvironmentVariable($0, variables[$0] ?? "") } }

    private mutating func set(_ name: String, _ value: String) {
        if variables.updateValue(value, forKey: name) == nil { order.append(name) }
    }

    // MARK: envFrom

    private mutating func add(_ source: EnvFromSource) throws(ContainerHold) {
        let namespace = pod.metadata.namespace
        if let reference = source.configMapRef {
            guard let map = knowledge.configMap(reference.name, in: namespace) else {
                if reference.optional == true { return }
                throw .configuration("configmap \"\(reference.name)\" not found")
            }
            addAll(map.data, prefix: source.prefix)
        } else if let reference = source.secretRef {
            guard let secret = knowledge.secret(reference.name, in: namespace) else {
                if reference.optional == true { return }
                throw .configuration("secret \"\(reference.name)\" not found")
            }
            addAll(secret.data.mapValues { String(decoding: $0.bytes, as: UTF8.self) }, prefix: source.prefix)
        }
    }

    private mutating func addAll(_ values: [String: String], prefix: String) {
        for (key, value) in values.sorted(by: { $0.key < $1.key }) where Self.isName(prefix + key) {
            set(prefix + key, value)
        }
    }

    /// What the process can be given as a name: anything printable without `=`.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "=") }
    }

    // MARK: env

    private mutating func add(_ variable: EnvVar) throws(ContainerHold) {
        guard let source = variable.valueFrom else {
            let isExpanded = MarathonPod(pod) == nil
            return set(
                variable.name,
                isExpanded ? VariableExpansion.expand(variable.value, with: variables) : variable.value
            )
        }
        if let value = try value(of: source) { set(variable.name, value) }
    }

    /// Nil for what is optional and not there.
    private func value(of source: EnvVarSource) throws(ContainerHold) -> String? {
        if let field = source.fieldRef {
            guard let value = fields.value(of: field.fieldPath) else {
                throw .configuration("unsupported fieldPath: \(field.fieldPath)")
            }
            return value
        }
        if let resource = source.resourceFieldRef {
            guard let value = fields.value(of: resource, in: container) else {
                throw .configuration("unsupported container resource: \(resource.resource)")
            }
            return value
        }
        if let reference = source.configMapKeyRef { return try value(of: reference) }
        if let reference = source.secretKeyRef { return try value(of: reference) }
        throw .configuration("environment variables from files are not supported by Steady yet")
    }

    private func value(of reference: ConfigMapKeySelector) throws(ContainerHold) -> String? {
        let namespace = pod.metadata.namespace
        let isOptional = reference.optional == true
        guard let map = knowledge.configMap(reference.name, in: namespace) else {
            if isOptional { return nil }
            throw .configuration("configmap \"\(reference.name)\" not found")
        }
        guard let value = map.data[reference.key] else {
            if isOptional { return nil }
            throw .configuration("couldn't find key \(reference.key) in ConfigMap \(namespace)/\(reference.name)")
        }
        return value
    }

    private func value(of reference: SecretKeySelector) throws(ContainerHold) -> String? {
        let namespace = pod.metadata.namespace
        let isOptional = reference.optional == true
        guard let secret = knowledge.secret(reference.name, in: namespace) else {
            if isOptional { return nil }
            throw .configuration("secret \"\(reference.name)\" not found")
        }
        guard let value = secret.data[reference.key] else {
            if isOptional { return nil }
            throw .configuration("couldn't find key \(reference.key) in Secret \(namespace)/\(reference.name)")
        }
        return String(decoding: value.bytes, as: UTF8.self)
    }
}
