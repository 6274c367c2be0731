/// Who edits the watched directory, as chance has it.
struct Author: Sendable {
    /// What the directory says when all edits so far are made.
    private(set) var directory: WatchedDirectory
    private var chance: Chance

    init(_ chance: Chance) {
        self.chance = chance
        var workloads: [Workload] = []
        var tracks: [String?] = []
        let names = ["web", "api", "job"]
        for name in names.prefix(1 + self.chance.below(3)) {
            let form = self.chance.pick([.deployment, .deployment, .app, .pod] as [Workload.Form]) ?? .deployment
            workloads.append(Workload(form, name: name, &self.chance))
            tracks.append(self.chance.happens(600) ? "a" : nil)
        }
        directory = WatchedDirectory(workloads, serviceTracks: tracks)
    }

    /// Changes one thing.
    mutating func edit() -> Edit {
        let index = chance.below(directory.workloads.count)
        let edit = edit(of: directory.workloads[index], index)
        directory.apply(edit)
        return edit
    }

    private mutating func edit(of workload: Workload, _ index: Int) -> Edit {
        switch chance.below(14) {
        case 0, 1, 2: return .replicas(index, chance.below(6))
        case 3, 4, 5: return workload.form == .pod ? relabel(workload, index) : .version(index, workload.version + 1)
        case 6:
            let isFirst = workload.form == .pod || workload.version == 1
            return isFirst ? relabel(workload, index) : .version(index, workload.version - 1)
        case 7:
            guard workload.form != .pod else { return relabel(workload, index) }
            return .program(index, chance.pick(Self.programs) ?? "serve")
        case 8: return relabel(workload, index)
        case 9, 10: return .stated(index, !workload.isStated)
        case 11: return .broken(index, !workload.isBroken)
        case 12:
            if chance.happens(300) { return .settings(directory.settings == nil ? 1 : nil) }
            return .settings((directory.settings ?? 0) + 1)
        default:
            if chance.happens(300) { return .trouble(directory.trouble == nil ? "the directory is gone" : nil) }
            return .service(index, track: chance.pick(["a", "b", nil] as [String?]) ?? nil)
        }
    }

    private static let programs = ["serve", "exit 1 after 2", "exit 0 after 3", "missing", "serve stubbornly"]

    private func relabel(_ workload: Workload, _ index: Int) -> Edit {
        .track(index, workload.track == "a" ? "b" : "a")
    }
}
