public import Model
internal import Scheduling

/// The pod that runs one instance of a Marathon app.
///
/// It restarts in place: the node keeps the sandbox and waits as the app's back-off says.
struct AppPod {
    private let app: App
    private var spec: AppSpec { app.spec }

    init(of app: App) { self.app = app }

    /// Tells one configuration of the app from the next: what is not in it can change without a restart. Where the task
    /// is concerned all the same, `renewed` brings it to those that run.
    static func version(of app: App) -> String {
        var relevant = app.spec
        relevant.version = ""
        relevant.versionInfo = nil
        relevant.instances = nil
        relevant.backoffSeconds = nil
        relevant.backoffFactor = nil
        relevant.maxLaunchDelaySeconds = nil
        relevant.killSelection = KillSelection()
        relevant.upgradeStrategy = nil
        relevant.dependencies = []
        relevant.labels = [:]
        relevant.healthChecks = []
        relevant.readinessChecks = []
        relevant.unreachableStrategy = nil
        relevant.taskKillGracePeriodSeconds = nil
        for index in (relevant.portDefinitions ?? []).indices { relevant.portDefinitions?[index].labels = [:] }
        for index in (relevant.container?.portMappings ?? []).indices {
            relevant.container?.portMappings?[index].labels = [:]
        }
        let definition = String(decoding: relevant.json(), as: UTF8.self)
        let restart = app.metadata.annotations[RolloutAnnotation.restartedAt] ?? ""
        return NameSuffix.text(Seed(definition + restart), count: 10)
    }

    var pod: Pod {
        var pod = Pod()
        pod.metadata.generateName = "\(app.metadata.name)-"
        pod.metadata.namespace = app.metadata.namespace
        pod.metadata.labels = app.metadata.labels
        pod.metadata.labels[MarathonPod.appLabel] = app.metadata.name
        pod.metadata.labels[MarathonPod.versionLabel] = Self.version(of: app)
        pod.metadata.ownerReferences = [OwnerReference(controller: app)]
        facts(withReadiness: true).annotate(&pod)
        pod.spec.restartPolicy = .always
        pod.spec.hostNetwork = spec.usesHostNetwork
        pod.spec.terminationGracePeriodSeconds = gracePeriodSeconds
        pod.spec.containers = [container]
        pod.spec.volumes = hostVolumes.map(\.volume)
        return pod
    }

    /// A pod of the present configuration with what has changed since it was made and its task need not notice: health
    /// checks, back-off, labels of the object, the time to end. Nil where nothing has.
    ///
    /// A label that the app no longer has stays on the pod: somebody else may have put it there.
    func renewed(_ pod: Pod) -> Pod? {
        var renewed = pod
        // Only what a deployment made is asked whether it is ready for it, and only while that goes on.
        let isChecked = pod.metadata.annotations[MarathonPod.readinessCheckAnnotation] != nil
        facts(withReadiness: isChecked).annotate(&renewed)
        for (name, value) in app.metadata.labels { renewed.metadata.labels[name] = value }
        renewed.metadata.labels[MarathonPod.appLabel] = pod.metadata.labels[MarathonPod.appLabel]
        renewed.metadata.labels[MarathonPod.versionLabel] = pod.metadata.labels[MarathonPod.versionLabel]
        renewed.spec.terminationGracePeriodSeconds = gracePeriodSeconds
        let isSame =
            renewed.metadata.labels == pod.metadata.labels && renewed.metadata.annotations == pod.metadata.annotations
            && pod.spec.terminationGracePeriodSeconds == gracePeriodSeconds
        return isSame ? nil : renewed
    }

    private var gracePeriodSeconds: Int { spec.taskKillGracePeriodSeconds ?? 3 }

    private func facts(withReadiness: Bool) -> MarathonPod {
        MarathonPod(
            appID: spec.id,
            backoffSeconds: spec.backoffSeconds ?? 1,
            backoffFactor: spec.backoffFactor ?? 1.15,
            maxLaunchDelaySeconds: spec.maxLaunchDelaySeconds ?? 300,
            ports: ports,
            healthChecks: spec.healthChecks,
            readinessCheck: withReadiness && app.isDeploying ? spec.readinessChecks.first : nil
        )
    }

    private var container: Container {
        var container = Container()
        container.name = "app"
        container.image = spec.container?.docker?.image ?? ""
        if let command = spec.cmd {
            container.command = ["/bin/sh", "-c", command]
        } else if container.image.isEmpty {
            container.command = spec.args
        } else {
            container.args = spec.args
        }
        container.ports = knownPorts
        container.env = environment
        container.resources.requests = ["cpu": Quantity(milli: milliCPU), "memory": memory]
        container.resources.limits = ["memory": memory]
        container.volumeMounts = hostVolumes.map(\.mount)
        return container
    }

    private var milliCPU: Int { Self.whole((spec.cpus ?? 1) * 1000, most: 1 << 40) }

    /// From MiB.
    private var memory: Quantity {
        Quantity(Self.whole(spec.mem ?? 128, most: 1 << 40) << 20, format: .binary)
    }

    /// Rounded, and within bounds that no rule need have kept: what is stored may be older than the rules.
    private static func whole(_ amount: Double, most: Int) -> Int {
        amount.isNaN ? 0 : Int(min(max(amount.rounded(), 0), Double(most)))
    }
}

extension App {
    /// What the pods of its present definition bear as `MarathonPod.versionLabel`.
    public var configuration: String { AppPod.version(of: self) }
}

// MARK: - Ports

extension AppPod {
    /// In host mode a definition's port is taken as it is only where the app requires it.
    private var ports: [MarathonPod.Port] {
        if spec.usesHostNetwork {
            return (spec.portDefinitions ?? []).map { definition in
                let number = spec.requirePorts ? definition.port : 0
                return MarathonPod.Port(
                    name: definition.name ?? "",
                    transports: transports(definition.protocol),
                    containerPort: number,
                    hostPort: number
                )
            }
        }
        let isBridge = spec.networks.contains { $0.mode == .containerBridge }
        return (spec.container?.portMappings ?? []).map { mapping in
            MarathonPod.Port(
                name: mapping.name ?? "",
                transports: transports(mapping.protocol),
                containerPort: mapping.containerPort,
                hostPort: mapping.hostPort ?? (isBridge ? 0 : nil)
            )
        }
    }

    private func transports(_ name: PortProtocol) -> [TransportProtocol] {
        name.rawValue.split(separator: ",").map { TransportProtocol(rawValue: $0.uppercased()) }
    }

    /// Those whose number the definition says: a node must have them free. The others are added where it is bound.
    private var knownPorts: [ContainerPort] {
        ports.flatMap { port in port.hostPort.map { $0 > 0 ? port.containerPorts(hostPort: $0) : [] } ?? [] }
    }
}

// MARK: - Environment and volumes

extension AppPod {
    /// What Marathon puts into every task, and over it what the app says. Ports and host are known where it runs.
    private var environment: [EnvVar] {
        var variables: [String: String] = [
            "MARATHON_APP_ID": spec.id,
            // Apps that were stored by an earlier Steady bear none.
            "MARATHON_APP_VERSION": spec.version.isEmpty
                ? app.metadata.creationTimestamp?.milliseconds ?? "" : spec.version,
            "MARATHON_APP_RESOURCE_CPUS": "\(spec.cpus ?? 1)",
            "MARATHON_APP_RESOURCE_MEM": "\(spec.mem ?? 128)",
            "MARATHON_APP_RESOURCE_DISK": "\(spec.disk)",
            "MARATHON_APP_RESOURCE_GPUS": "\(spec.gpus)",
        ]
        if let image = spec.container?.docker?.image { variables["MARATHON_APP_DOCKER_IMAGE"] = image }
        addLabels(to: &variables)
        for (name, value) in spec.env {
            if case .text(let text) = value { variables[name] = text }
        }
        return variables.sorted { $0.key < $1.key }.map { name, value in
            var variable = EnvVar()
            variable.name = name
            variable.value = value
            return variable
        }
    }

    /// Only what is shorter than 512 characters is exported, as Marathon does it. Of labels whose names come to one
    /// variable the last by name counts.
    private func addLabels(to variables: inout [String: String]) {
        let exported = spec.labels.filter { $0.key.count < 512 && $0.value.count < 512 }.sorted { $0.key < $1.key }
        let names = exported.map { MarathonVariable.name(of: $0.key) }
        for (name, label) in zip(names, exported) { variables["MARATHON_APP_LABEL_\(name)"] = label.value }
        variables["MARATHON_APP_LABELS"] = Set(names).sorted().joined(separator: " ")
    }

    private var hostVolumes: [(volume: Volume, mount: VolumeMount)] {
        (spec.container?.volumes ?? []).enumerated().compactMap { index, volume -> (Volume, VolumeMount)? in
            guard let path = volume.hostPath else { return nil }
            var source = HostPathVolumeSource()
            source.path = path
            var made = Volume()
            made.name = "volume-\(index)"
            made.hostPath = source
            var mount = VolumeMount()
            mount.name = made.name
            mount.mountPath = volume.containerPath
            mount.readOnly = volume.mode == .ro
            return (made, mount)
        }
    }
}
