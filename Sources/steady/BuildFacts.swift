import CBuildFacts

/// What this program is.
enum BuildFacts {
    static let version = "0.1.0"
    /// The commit that it was built from; empty where the build didn't say: `make build` does.
    static let commit = String(cString: build_facts_commit())

    static var full: String { commit.isEmpty ? version : "\(version) (\(commit))" }
}
