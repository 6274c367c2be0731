public import Model
public import YAML

/// The deployments that are under way, in the form in which Marathon tells of them.
///
/// Each App says what is being done to it; those that were changed together share a deployment's id. The order of its
/// steps is that of their dependencies. So there is nothing here that could disagree with the Apps.
public struct AppDeployments: Sendable {
    /// One of them.
    struct Deployment {
        var id: String
        /// Sorted by path.
        var apps: [App]
        /// What is done one after the other; all of a step at once.
        var steps: [[Step]]
        /// Index of the step that is under way.
        var currentStep: Int
    }

    struct Step {
        var action: AppDeploymentAction
        var app: App
    }

    /// The oldest first.
    let deployments: [Deployment]

    public init(_ apps: [App]) {
        let deployed = apps.filter { $0.status.deployment != nil }
        let groups = Dictionary(grouping: deployed) { $0.status.deployment?.id ?? "" }
        deployments = groups.filter { $0.value.contains(where: \.isDeploying) }
            .map { Deployment($0.key, $0.value) }
            .sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    }

    public var isEmpty: Bool { deployments.isEmpty }

    /// As `GET /v2/deployments` answers.
    public var value: Value { .array(deployments.map(\.value)) }

    public func table(now: Timestamp) -> String {
        var table = TextTable()
        let rows = deployments.map { deployment in
            let current = deployment.steps[deployment.currentStep].filter(\.app.isDeploying)
            return [
                deployment.id, "\(deployment.currentStep + 1)/\(deployment.steps.count)",
                Age.text(since: deployment.since, now: now),
                current.map { "\($0.action.rawValue) \($0.app.path)" }.joined(separator: ", "),
                deployment.apps.compactMap(\.waits).joined(separator: "; "),
            ]
        }
        return table.lay([["ID", "STEP", "AGE", "ACTIONS", "WAITS"]] + rows.map { $0.map(\.printable) })
    }
}

extension AppDeployments.Deployment {
    init(_ id: String, _ apps: [App]) {
        self.id = id
        self.apps = apps.sorted { $0.path < $1.path }
        let (stops, others) = (self.apps.filter(\.isStopped), self.apps.filter { !$0.isStopped })
        let new = others.filter { $0.deploymentAction == .startApplication }
        // A new app begins with no instance, and is then scaled.
        let starts = new.isEmpty ? [] : [new.map { AppDeployments.Step(action: .startApplication, app: $0) }]
        let layers = Self.layers(others).map { layer in
            layer.map { app in
                let isNew = app.deploymentAction == .startApplication
                return AppDeployments.Step(action: isNew ? .scaleApplication : app.deploymentAction, app: app)
            }
        }
        let ends = Self.layers(stops).reversed().map { layer in
            layer.map { AppDeployments.Step(action: $0.deploymentAction, app: $0) }
        }
        let steps = ends + starts + layers
        let current = steps.firstIndex { step in
            step.contains { $0.app.isDeploying && $0.action != .startApplication }
        }
        self.steps = steps
        currentStep = current ?? 0
    }

    var since: Timestamp { apps.compactMap { $0.status.deployment?.startedAt }.min() ?? Timestamp() }

    /// Apps by the longest way to them along the dependencies among them, those on which nothing waits first.
    private static func layers(_ apps: [App]) -> [[App]] {
        var depths = [Int](repeating: 0, count: apps.count)
        // In a cycle there is no longest way; more rounds than apps tell nothing new.
        for _ in apps.indices {
            var isSettled = true
            for (index, app) in apps.enumerated() {
                let below = apps.indices.filter { other in app.dependencies.contains { apps[other].path.isWithin($0) } }
                let depth = min((below.map { depths[$0] + 1 }.max() ?? 0), apps.count - 1)
                if depth > depths[index] { (depths[index], isSettled) = (depth, false) }
            }
            if isSettled { break }
        }
        return Set(depths).sorted().map { depth in apps.indices.filter { depths[$0] == depth }.map { apps[$0] } }
    }

    fileprivate var value: Value {
        let current = steps[currentStep].filter(\.app.isDeploying)
        return [
            "id": .string(id),
            "version": .string(apps.compactMap { $0.status.deployment?.version }.max() ?? ""),
            "affectedApps": .array(apps.map { .string($0.path.description) }),
            "affectedPods": [],
            "steps": .array(steps.map { step in ["actions": .array(step.map { .object($0.fields) })] }),
            "currentActions": .array(current.map { .object($0.currentFields) }),
            "currentStep": .int(Int64(currentStep + 1)),
            "totalSteps": .int(Int64(steps.count)),
        ]
    }
}

extension AppDeployments.Step {
    fileprivate var fields: Fields { ["action": .string(action.rawValue), "app": .string(app.path.description)] }

    fileprivate var currentFields: Fields {
        var fields = fields
        let results = app.status.deployment?.readinessCheckResults ?? []
        // What was encoded can be read.
        fields["readinessCheckResults"] = .array(results.map { (try? Value.parse(json: $0.json())) ?? .null })
        return fields
    }
}

extension App {
    fileprivate var isDeploying: Bool { status.deployment?.state == .running }
    fileprivate var deploymentAction: AppDeploymentAction { status.deployment?.action ?? .scaleApplication }
    fileprivate var isStopped: Bool { deploymentAction == .stopApplication || (spec.instances ?? 1) == 0 }

    fileprivate var waits: String? {
        let condition = status.conditions.first { $0.type == "Waiting" && $0.status == .true }
        return condition.map { "\(path) \($0.message)" }
    }
}
