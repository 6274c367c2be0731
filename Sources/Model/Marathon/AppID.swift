/// The path that names an app: `/jobs/clock`.
public struct AppID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The parts between the slashes.
    public var segments: [String]

    /// Reads a path. Doubled, leading and trailing slashes mean nothing; a relative path counts from the root; `..`
    /// goes up.
    public init(_ path: String) {
        segments = []
        for segment in path.split(separator: "/") {
            switch segment {
            case ".": break
            case "..": _ = segments.popLast()
            default: segments.append(String(segment))
            }
        }
    }

    /// Reads a path that may count from a group: in `/prod`, `db` is `/prod/db` and `../db` is `/db`.
    public init(_ path: String, in group: AppID) {
        self.init(path.hasPrefix("/") ? path : "\(group)/\(path)")
    }

    /// `/jobs/clock`.
    public var description: String { "/" + segments.joined(separator: "/") }

    /// The name of the object that stands for the app: `jobs-clock`.
    public var objectName: String { segments.joined(separator: "-") }

    /// The group: `/jobs`.
    public var parent: AppID? {
        if segments.isEmpty { return nil }
        var parent = self
        parent.segments.removeLast()
        return parent
    }

    /// Itself and the groups that it is in, the innermost first; not the root, which all are in.
    public var lineage: [AppID] {
        var lineage: [AppID] = []
        var next = self
        while !next.segments.isEmpty {
            lineage.append(next)
            next.segments.removeLast()
        }
        return lineage
    }

    /// Whether this is the path of an app or a group that is the other one, or lies in it.
    public func isWithin(_ other: AppID) -> Bool { segments.starts(with: other.segments) }

    public static func < (left: AppID, right: AppID) -> Bool { left.description < right.description }

    /// What is wrong with a path, in Marathon's words; nil where nothing is.
    static func complaint(about path: String) -> String? {
        let id = AppID(path)
        if id.segments.isEmpty { return path.isEmpty ? "must not be empty" : "must not be root" }
        if let last = id.segments.last, ["restart", "tasks", "versions"].contains(last) {
            return "must not end with any of these reserved words: restart, tasks, versions, ., .."
        }
        let isValid = id.segments.allSatisfy { segment in
            segment.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { Names.isLabel($0) }
        }
        return isValid ? nil : "must fully match regular expression '\(AppID.pattern)'"
    }

    private static let pattern =
        #"^(\/?((\.\.)|(([a-z0-9]|[a-z0-9][a-z0-9\-]*[a-z0-9])\.)*([a-z0-9]|[a-z0-9][a-z0-9\-]*[a-z0-9]))?($|\/))+$"#
}
