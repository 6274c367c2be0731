internal import Cluster
internal import Controllers
internal import Model

/// Who edits the watched directory, as chance has it.
struct Author: Sendable {
    private(set) var workloads: [Workload] = []
    private var settings = 1
    private var hasSettings = true
    /// Which label of its workload each Service asks for; nil for a Service that is not stated.
    private var serviceTracks: [String?] = []
    /// Why the directory can't be read at present.
    private var trouble: String?
    /// What it said last; nil when everything is to be said anew.
    private var said: [ObjectKey: DirectoryStatement.Item]?
    private var chance: Chance

    init(_ chance: Chance) {
        self.chance = chance
        let names = ["web", "api", "job"]
        for name in names.prefix(1 + self.chance.below(3)) {
            let form = self.chance.pick([.deployment, .deployment, .app, .pod] as [Workload.Form]) ?? .deployment
            workloads.append(Workload(form, name: name, &self.chance))
            serviceTracks.append(self.chance.happens(600) ? "a" : nil)
        }
    }

    // MARK: Edits

    /// Changes one thing, and says what.
    mutating func edit() -> String {
        let index = chance.below(workloads.count)
        let name = workloads[index].name
        switch chance.below(14) {
        case 0, 1, 2:
            workloads[index].replicas = chance.below(6)
            return "\(name) wants \(workloads[index].replicas) replicas"
        case 3, 4, 5:
            guard workloads[index].form != .pod else { return relabel(index) }
            workloads[index].version += 1
            return "\(name) is version \(workloads[index].version)"
        case 6:
            guard workloads[index].form != .pod, workloads[index].version > 1 else { return relabel(index) }
            workloads[index].version -= 1
            return "\(name) is version \(workloads[index].version) again"
        case 7:
            guard workloads[index].form != .pod else { return relabel(index) }
            workloads[index].program =
                chance.pick(["serve", "exit 1 after 2", "exit 0 after 3", "missing", "serve stubbornly"]) ?? "serve"
            return "\(name) runs \(workloads[index].program)"
        case 8: return relabel(index)
        case 9, 10:
            workloads[index].isStated.toggle()
            return workloads[index].isStated ? "\(workloads[index].file) comes" : "\(workloads[index].file) goes"
        case 11:
            workloads[index].isBroken.toggle()
            return "\(workloads[index].file) is \(workloads[index].isBroken ? "broken" : "whole again")"
        case 12:
            if chance.happens(300) { hasSettings.toggle() } else { settings += 1 }
            return hasSettings ? "settings are \(settings)" : "settings go"
        default: return changeAround(index)
        }
    }

    private mutating func relabel(_ index: Int) -> String {
        workloads[index].track = workloads[index].track == "a" ? "b" : "a"
        return "\(workloads[index].name) is labelled \(workloads[index].track)"
    }

    private mutating func changeAround(_ index: Int) -> String {
        if chance.happens(300) {
            trouble = trouble == nil ? "the directory is gone" : nil
            return trouble ?? "the directory is back"
        }
        serviceTracks[index] = chance.pick(["a", "b", nil] as [String?]) ?? nil
        return "the service of \(workloads[index].name) selects \(serviceTracks[index] ?? "nothing")"
    }

    /// Puts everything in order: what is stated now can run.
    mutating func repair() {
        trouble = nil
        hasSettings = true
        for index in workloads.indices {
            workloads[index].isBroken = false
            if workloads[index].form != .pod { workloads[index].program = "serve" }
            // Other words than those that a rollback may hold off.
            workloads[index].version += workloads[index].form == .deployment ? 1 : 0
        }
    }

    // MARK: What the directory says

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
        guard hasSettings else { return [] }
        let text =
            #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings","namespace":"default"},"#
            + #""data":{"LEVEL":"\#(settings)"}}"#
        return [item(ObjectKey(.configMap, namespace: "default", name: "settings"), text)]
    }

    private func item(_ key: ObjectKey, _ text: String) -> DirectoryStatement.Item {
        DirectoryStatement.Item(key: key, manifest: text, file: "around.yaml")
    }
}
