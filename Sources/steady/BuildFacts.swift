import CBuildFacts
import Controllers

/// What this program is.
enum BuildFacts {
    static let version = BuildVersion.number
    /// The commit that it was built from; empty where the build didn't say: `make build` does.
    static let commit = String(cString: build_facts_commit())

    static var full: String { commit.isEmpty ? version : "\(version) (\(commit))" }
}
