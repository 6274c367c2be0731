/// What this program is.
enum BuildFacts {
    static let version = "0.1.0"
    /// The commit that it was built from, where the build says it.
    static let commit = ""

    static var full: String { commit.isEmpty ? version : "\(version) (\(commit))" }
}
