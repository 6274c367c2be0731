internal import Cluster
internal import Controllers
internal import Model
internal import YAML

/// Something that the watched directory states in a file of its own.
struct Workload: Sendable {
    enum Form: Sendable, Hashable, CaseIterable {
        case deployment, app, pod
    }

    /// What a pod has beside its one container, each by chance.
    enum Trait: String, Sendable, Hashable, CaseIterable {
        case readiness = "a readiness probe"
        case liveness = "a liveness probe"
        case startup = "a startup probe"
        case initContainer = "an init container"
        case sidecar = "a sidecar"
        case preStop = "a preStop hook"
        case postStart = "a postStart hook"
        case configEnvironment = "settings in its environment"
        case configVolume = "settings in a volume"
        case hostPort = "a host port"
        case spread = "instances spread evenly"

        /// In a thousand workloads.
        fileprivate var frequency: Int {
            switch self {
            case .readiness: 500
            case .liveness, .initContainer: 250
            case .preStop, .configEnvironment, .configVolume, .spread: 200
            case .startup, .sidecar, .postStart, .hostPort: 150
            }
        }
    }

    let form: Form
    let name: String
    var traits: Set<Trait> = []
    private(set) var strategy: String
    /// What a Deployment says of its updates.
    var annotations = "{}"
    /// Seconds.
    var minReady = 0
    private(set) var grace = 5
    private(set) var restartPolicy = "Always"
    private(set) var milliCPU = 50
    var replicas = 1
    var version = 1
    var track = "a"
    var program = "serve"
    var isStated = true
    /// Its file can't be parsed at present.
    var isBroken = false

    static let strategies = [
        #"{"type":"RollingUpdate"}"#,
        #"{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1,"maxUnavailable":0}}"#,
        #"{"type":"RollingUpdate","rollingUpdate":{"maxSurge":0,"maxUnavailable":1}}"#,
        #"{"type":"RollingUpdate","rollingUpdate":{"maxSurge":2,"maxUnavailable":"50%"}}"#,
        #"{"type":"Recreate"}"#,
    ]

    /// How an app is replaced; the first is Marathon's default.
    static let upgrades = [
        #"{"minimumHealthCapacity":1,"maximumOverCapacity":1}"#,
        #"{"minimumHealthCapacity":1,"maximumOverCapacity":0}"#,
        #"{"minimumHealthCapacity":0.5,"maximumOverCapacity":0}"#,
        #"{"minimumHealthCapacity":0,"maximumOverCapacity":0}"#,
    ]

    static let annotations = [
        "{}",
        #"{"steady.dev/rollback":"auto"}"#,
        #"{"steady.dev/rollback":"auto","steady.dev/rollback-after":"1"}"#,
        #"{"steady.dev/steps":"1,50%,100%"}"#,
        #"{"steady.dev/rollback":"auto","steady.dev/steps":"1,pause,100%"}"#,
    ]

    /// One with nothing special about it.
    init(_ form: Form, name: String) {
        self.form = form
        self.name = name
        strategy = (form == .app ? Self.upgrades : Self.strategies)[0]
    }

    init(_ form: Form, name: String, _ chance: inout Chance) {
        self.init(form, name: name)
        for trait in Trait.allCases where chance.happens(trait.frequency) { traits.insert(trait) }
        strategy = (form == .app ? chance.pick(Self.upgrades) : chance.pick(Self.strategies)) ?? ""
        let mayStep = form == .deployment && !strategy.contains("Recreate")
        annotations = chance.pick(mayStep ? Self.annotations : Array(Self.annotations.prefix(3))) ?? "{}"
        minReady = chance.happens(250) ? 5 : 0
        grace = chance.pick([0, 1, 5, 30]) ?? 5
        restartPolicy = form == .pod ? chance.pick(["Always", "OnFailure", "Never"]) ?? "Always" : "Always"
        milliCPU = chance.pick([50, 100, 400]) ?? 50
        replicas = chance.below(6)
        if chance.happens(200) { program = "serve stubbornly" }
    }

    var file: String { "\(name).yaml" }

    var key: ObjectKey {
        let kind: Kind =
            switch form {
            case .deployment: .deployment
            case .app: .app
            case .pod: .pod
            }
        return ObjectKey(kind, namespace: "default", name: name)
    }

    var item: DirectoryStatement.Item {
        DirectoryStatement.Item(key: key, manifest: manifest, file: file)
    }
}

extension DirectoryStatement.Item {
    /// As a directory's reader writes it: JSON without a space too many.
    init(key: ObjectKey, manifest: String, file: String) {
        // What does not parse shows at once: nothing of it comes.
        let value = (try? Value.parse(json: manifest)) ?? .null
        self.init(key: key, configuration: Array(value.json().utf8), origin: Origin(path: file, line: 1))
    }
}

// MARK: - As manifests

extension Workload {
    var manifest: String {
        switch form {
        case .deployment: deployment
        case .app: app
        case .pod: pod
        }
    }

    private func metadata(annotations: String = "{}") -> String {
        #"{"name":"\#(name)","namespace":"default","labels":{"app":"\#(name)","track":"\#(track)"},"#
            + #""annotations":\#(annotations)}"#
    }

    private var deployment: String {
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":\#(metadata(annotations: annotations)),"#
            + #""spec":{"replicas":\#(replicas),"#
            + #""strategy":\#(strategy),"minReadySeconds":\#(minReady),"#
            + #""selector":{"matchLabels":{"app":"\#(name)"}},"#
            + #""template":{"metadata":{"labels":{"app":"\#(name)","track":"\#(track)"}},"spec":\#(podSpec)}}}"#
    }

    private var app: String {
        let checks = #","healthChecks":[{"protocol":"COMMAND","command":{"value":"check"}}]"#
        let check = traits.contains(.readiness) ? checks : ""
        let spread = traits.contains(.spread) ? #","constraints":[["hostname","GROUP_BY"]]"# : ""
        return #"{"apiVersion":"marathon/v2","kind":"App","metadata":\#(metadata()),"spec":{"id":"/\#(name)","#
            + #""cmd":"\#(program)","instances":\#(replicas),"cpus":\#(Double(milliCPU) / 1000),"mem":16,"#
            + #""upgradeStrategy":\#(strategy),"portDefinitions":[{"port":0,"name":"web"}],"env":{"VERSION":"\#(version)"}\#(check)\#(spread)}}"#
    }

    private var pod: String {
        #"{"apiVersion":"v1","kind":"Pod","metadata":\#(metadata()),"spec":\#(podSpec)}"#
    }

    private var podSpec: String {
        var fields = [
            #""terminationGracePeriodSeconds":\#(grace)"#,
            #""restartPolicy":"\#(restartPolicy)""#,
            #""containers":[{\#(containerFields.joined(separator: ","))}]"#,
        ]
        if !initContainers.isEmpty { fields.append(#""initContainers":[\#(initContainers.joined(separator: ","))]"#) }
        if traits.contains(.configVolume) {
            fields.append(#""volumes":[{"name":"settings","configMap":{"name":"settings"}}]"#)
        }
        return "{\(fields.joined(separator: ","))}"
    }

    private var initContainers: [String] {
        var list: [String] = []
        if traits.contains(.initContainer) { list.append(#"{"name":"prepare","command":["exit","0","after","1"]}"#) }
        if traits.contains(.sidecar) { list.append(#"{"name":"beside","command":["serve"],"restartPolicy":"Always"}"#) }
        return list
    }

    private var containerFields: [String] {
        var fields = [
            #""name":"main""#,
            #""command":["\#(program)"]"#,
            #""env":[{"name":"VERSION","value":"\#(version)"}]"#,
            #""resources":{"requests":{"cpu":"\#(milliCPU)m"}}"#,
        ]
        let hostPort = traits.contains(.hostPort) && form == .pod ? #","hostPort":8080"# : ""
        fields.append(#""ports":[{"name":"web","containerPort":8080\#(hostPort)}]"#)
        if traits.contains(.readiness) {
            fields.append(
                #""readinessProbe":{"httpGet":{"path":"/","port":8080},"periodSeconds":20,"failureThreshold":1}"#
            )
        }
        if traits.contains(.liveness) {
            fields.append(#""livenessProbe":{"exec":{"command":["check"]},"periodSeconds":30}"#)
        }
        if traits.contains(.startup) {
            fields.append(#""startupProbe":{"tcpSocket":{"port":"web"},"periodSeconds":5,"failureThreshold":30}"#)
        }
        if traits.contains(.configEnvironment) {
            fields.append(#""envFrom":[{"configMapRef":{"name":"settings"}}]"#)
        }
        if traits.contains(.configVolume) {
            fields.append(#""volumeMounts":[{"name":"settings","mountPath":"/settings"}]"#)
        }
        if !hooks.isEmpty { fields.append(#""lifecycle":{\#(hooks.joined(separator: ","))}"#) }
        return fields
    }

    private var hooks: [String] {
        var list: [String] = []
        if traits.contains(.postStart) { list.append(#""postStart":{"exec":{"command":["hello"]}}"#) }
        if traits.contains(.preStop) { list.append(#""preStop":{"sleep":{"seconds":1}}"#) }
        return list
    }
}
