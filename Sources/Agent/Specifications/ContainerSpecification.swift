internal import Containers
internal import Model

extension ContainerSpec {
    /// What to run as one life of a container of a pod.
    ///
    /// - Throws: why it can't be run as things are: a reference to what is not there, or a wish that can't be granted.
    init(
        of container: Container,
        in pod: Pod,
        attempt: AttemptID,
        address: String,
        volumes: PodVolumes,
        _ node: Surroundings
    ) throws(ContainerHold) {
        try Self.refuseImage(of: container)
        let security = try SecurityProfile(of: container, in: pod)
        let environment = try ContainerEnvironment(
            of: container,
            in: pod,
            attempt: attempt,
            address: address,
            node
        )
        // Marathon leaves it to the shell: its commands may say `$$` and `$(date)` and mean it.
        let isExpanded = MarathonPod(pod) == nil
        let stated = container.command + container.args
        let arguments = stated.map {
            isExpanded ? VariableExpansion.expand($0, with: environment.variables) : $0
        }
        guard !arguments.isEmpty else {
            throw .configuration("no command specified: a container without an image needs one")
        }
        self.init(
            attempt: attempt,
            arguments: arguments,
            statedArguments: stated,
            environment: environment.list,
            workingDirectory: container.workingDir.isEmpty ? nil : container.workingDir,
            user: try UserIdentity(of: container, in: pod),
            security: security,
            resources: ResourceLimits(container.resources),
            outOfMemoryScoreAdjustment: Self.scoreAdjustment(of: container, in: pod, node.settings),
            mounts: try volumes.mounts(of: container, variables: environment.variables),
            termination: TerminationMessage(
                path: container.terminationMessagePath.isEmpty
                    ? "/dev/termination-log" : container.terminationMessagePath,
                fallsBackToLog: container.terminationMessagePolicy == .fallbackToLogsOnError
            ),
            keepsStandardInput: container.stdin,
            hasTerminal: container.tty
        )
    }

    /// Native containers run what the machine has; images come later.
    private static func refuseImage(of container: Container) throws(ContainerHold) {
        guard container.image.isEmpty || container.image == "host" else {
            throw ContainerHold(
                reason: "ErrImageNotSupported",
                message: "Steady can't run images yet, so \"\(container.image)\" is not fetched: leave image out, or "
                    + "write \"image: host\", to run a command of this machine"
            )
        }
    }

    /// Who is killed first when memory runs out, as kubelet reckons it: what asked for much goes last.
    private static func scoreAdjustment(of container: Container, in pod: Pod, _ settings: AgentSettings) -> Int32 {
        switch pod.qualityOfService {
        case .guaranteed: return -997
        case .bestEffort: return 1000
        default:
            let request = container.resources.requests["memory"]?.units ?? 0
            // Who names a node by hand may ask for more than any has: the product then fills more than 64 bits.
            let share = settings.memoryBytes > 0 ? 1000 * Int128(request) / Int128(settings.memoryBytes) : 0
            return Int32(min(max(1000 - share, 3), 999))
        }
    }
}

extension UserIdentity {
    /// The container's own wishes go before the pod's.
    init(of container: Container, in pod: Pod) throws(ContainerHold) {
        let own = container.securityContext
        let shared = pod.spec.securityContext
        let user = own?.runAsUser ?? shared?.runAsUser
        let name = "pod: \"\(pod.metadata.name)_\(pod.metadata.namespace)(\(pod.metadata.uid))\""
        if own?.runAsNonRoot ?? shared?.runAsNonRoot ?? false {
            guard let user else {
                throw .configuration(
                    "container has runAsNonRoot and image will run as root (\(name), container: \(container.name))"
                )
            }
            guard user != 0 else {
                throw .configuration(
                    "container's runAsUser breaks non-root policy (\(name), container: \(container.name))"
                )
            }
        }
        let groups = (shared?.supplementalGroups ?? []) + (shared?.fsGroup.map { [$0] } ?? [])
        self.init(
            user: UInt32(clamping: user ?? 0),
            group: UInt32(clamping: own?.runAsGroup ?? shared?.runAsGroup ?? 0),
            supplementaryGroups: groups.map { UInt32(clamping: $0) }
        )
    }
}

extension SecurityProfile {
    init(of container: Container, in pod: Pod) throws(ContainerHold) {
        let own = container.securityContext
        let seccomp = own?.seccompProfile ?? pod.spec.securityContext?.seccompProfile
        if seccomp?.type == .localhost {
            throw .configuration(
                "seccompProfile \"\(seccomp?.localhostProfile ?? "")\" is a file of the node, which Steady can't load yet: "
                    + "RuntimeDefault and Unconfined are what it has"
            )
        }
        let names = (own?.capabilities?.add ?? []) + (own?.capabilities?.drop ?? [])
        if let unknown = names.first(where: { !Self.isCapability($0) }) {
            throw .configuration("\"\(unknown)\" is no capability of Linux")
        }
        self.init(
            addedCapabilities: own?.capabilities?.add ?? [],
            droppedCapabilities: own?.capabilities?.drop ?? [],
            isPrivileged: own?.privileged ?? false,
            allowsPrivilegeEscalation: own?.allowPrivilegeEscalation ?? false,
            hasReadOnlyRoot: own?.readOnlyRootFilesystem ?? false,
            isSeccompUnconfined: seccomp?.type == .unconfined
        )
    }
}
