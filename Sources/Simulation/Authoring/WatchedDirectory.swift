internal import Cluster
internal import Controllers
internal import Model

/// What the watched directory says.
struct WatchedDirectory: Sendable {
    private(set) var workloads: [Workload]
    private(set) var settings: Int? = 1
    /// Which label of its workload each Service asks for; nil for a Service that is not stated.
    private(set) var serviceTracks: [String?]
    /// Why the directory can't be read at present.
    private(set) var trouble: String?
    /// What it said last; nil when everything is to be said anew.
    private var said: [ObjectKey: DirectoryStatement.Item]?

    /// - Parameter serviceTracks: one for each workload.
    init(_ workloads: [Workload], serviceTracks: [String?]) {
        self.workloads = workloads
        self.serviceTracks = serviceTracks
    }

    /// What concerns a workload that isn't there changes nothing.
    mutating func apply(_ edit: Edit) {
        if let index = edit.workload, !workloads.indices.contains(index) { return }
        switch edit {
        case .replicas(let index, let count): workloads[index].replicas = count
        case .version(let index, let number): workloads[index].version = number
        case .program(let index, let program): workloads[index].program = program
        case .track(let index, let track): workloads[index].track = track
        case .stated(let index, let isStated): workloads[index].isStated = isStated
        case .broken(let index, let isBroken): workloads[index].isBroken = isBroken
        case .service(let index, let track): serviceTracks[index] = track
        case .settings(let number): settings = number
        case .trouble(let trouble): self.trouble = trouble
        }
    }

    /// Puts everything in order: what is stated now can run.
    mutating func repair() {
        trouble = nil
        settings = settings ?? 1
        for index in workloads.indices {
            workloads[index].isBroken = false
            if workloads[index].form != .pod { workloads[index].program = "serve" }
            // Other words than those that a rollback may hold off.
            workloads[index].version += workloads[index].form == .deployment ? 1 : 0
        }
    }

    // MARK: What it says

    /// All that the directory says, or what differs from what it said last.
    mutating func statement(isComplete: Bool) -> DirectoryStatement {
        guard trouble == nil else {
            said = nil
            return DirectoryStatement(root: "/manifests", changed: [], isComplete: true, unreadable: trouble)
        }
        let stated = workloads.filter(\.isStated)
        let items = stated.filter { !$0.isBroken }.map(\.item) + services + config
        let broken = Set(stated.filter(\.isBroken).map(\.file))
        let last = said
        said = Dictionary(items.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        // What a broken file said last stays said.
        for (key, item) in last ?? [:] where broken.contains(item.origin.path ?? "") { said?[key] = item }
        guard !isComplete, let last else {
            return DirectoryStatement(root: "/manifests", changed: items, isComplete: true, undecided: broken)
        }
        return DirectoryStatement(
            root: "/manifests",
            changed: items.filter { last[$0.key]?.configuration != $0.configuration },
            withdrawn: last.keys.filter { said?[$0] == nil }.sorted(),
            isComplete: false,
            undecided: broken
        )
    }

    private var services: [DirectoryStatement.Item] {
        zip(workloads, serviceTracks).compactMap { workload, track in
            track.map { item(ObjectKey(.service, namespace: "default", name: workload.name), service(workload, $0)) }
        }
    }

    private func service(_ workload: Workload, _ track: String) -> String {
        #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"\#(workload.name)","namespace":"default"},"#
            + #""spec":{"selector":{"app":"\#(workload.name)","track":"\#(track)"},"#
            + #""ports":[{"port":80,"targetPort":"web"}]}}"#
    }

    private var config: [DirectoryStatement.Item] {
        guard let settings else { return [] }
        let text =
            #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings","namespace":"default"},"#
            + #""data":{"LEVEL":"\#(settings)"}}"#
        return [item(ObjectKey(.configMap, namespace: "default", name: "settings"), text)]
    }

    private func item(_ key: ObjectKey, _ text: String) -> DirectoryStatement.Item {
        DirectoryStatement.Item(key: key, manifest: text, file: "around.yaml")
    }
}
