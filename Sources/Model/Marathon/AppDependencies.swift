extension App {
    /// Its path.
    public var path: AppID { AppID(spec.id) }

    /// The apps and groups that must be healthy before it is deployed: each once, sorted. Those that are relative count
    /// from its group.
    public var dependencies: [AppID] {
        if spec.dependencies.isEmpty { return [] }
        let group = path.parent ?? path
        return Set(spec.dependencies.map { AppID($0, in: group) }).sorted()
    }
}

/// Apps that wait for one another, so that none of them could ever begin.
public enum DependencyCycle {
    /// An app, and what it depends on.
    public typealias Member = (path: AppID, dependencies: [AppID])

    /// The shortest way from an app along its dependencies back to itself, which stands at both ends; nil where there is
    /// none.
    ///
    /// Who depends on the group that it is in depends on itself.
    ///
    /// - Parameter apps: those at a path: the app that it names, or all in that group.
    public static func through(_ app: Member, apps: (AppID) -> [Member]) -> [AppID]? {
        var dependents: [AppID: AppID] = [:]
        var seen: Set<AppID> = []
        var waiting = [app]
        var next = 0
        while next < waiting.count {
            let (path, dependencies) = waiting[next]
            next += 1
            for dependency in dependencies {
                if app.path.isWithin(dependency) { return way(to: path, from: app.path, dependents) + [app.path] }
                guard seen.insert(dependency).inserted else { continue }
                for member in apps(dependency) where dependents[member.path] == nil {
                    dependents[member.path] = path
                    waiting.append(member)
                }
            }
        }
        return nil
    }

    private static func way(to end: AppID, from start: AppID, _ dependents: [AppID: AppID]) -> [AppID] {
        var way = [end]
        while let last = way.last, last != start, let previous = dependents[last] { way.append(previous) }
        return way.reversed()
    }

    /// The apps of a set that are in a cycle, each with its own way round, by path.
    public static func all(among apps: [App]) -> [AppID: [AppID]] {
        var members: [AppID: [Member]] = [:]
        for app in apps {
            for path in app.path.lineage { members[path, default: []].append((app.path, app.dependencies)) }
        }
        var cycles: [AppID: [AppID]] = [:]
        for app in apps where !app.spec.dependencies.isEmpty {
            cycles[app.path] = through((app.path, app.dependencies)) { members[$0] ?? [] }
        }
        return cycles
    }

    /// `Dependency graph has cyclic dependencies: /a, /b, /a.`: Marathon's words, and which they are.
    public static func complaint(about cycle: [AppID]) -> String {
        "Dependency graph has cyclic dependencies: \(cycle.map(\.description).joined(separator: ", "))."
    }
}
