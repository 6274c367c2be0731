import GitOps
import Model
import YAML

/// What files, directories and standard input state, for a command that is given them with `-f`.
struct ManifestFiles {
    /// An object, where it stands, and its words.
    struct Statement {
        var entry: Manifest.Entry
        var file: String

        var object: Object { entry.object }
        var place: String { "\(file):\(entry.node.position.line)" }

        /// As written, with a kind and a version where a bare definition has none, in a namespace where it names none.
        func configuration(inNamespace namespace: String) throws -> Value {
            var value = try entry.node.value()
            if entry.isBare {
                var spec = value.object ?? [:]
                for (name, field) in entry.fieldsOfGroup { spec[name] = field }
                value = [
                    "apiVersion": .string(object.kind.apiVersion), "kind": .string(object.kind.name),
                    "metadata": ["name": .string(object.metadata.name)], "spec": .object(spec),
                ]
            }
            guard var fields = value.object else { return value }
            var metadata = fields["metadata"]?.object ?? [:]
            if object.kind.isNamespaced, metadata["namespace"] == nil {
                metadata["namespace"] = .string(key(inNamespace: namespace).namespace)
            }
            fields["metadata"] = .object(metadata)
            return .object(fields)
        }

        func key(inNamespace namespace: String) -> ObjectKey {
            let stated = object.metadata.namespace
            return ObjectKey(
                object.kind,
                namespace: object.kind.isNamespaced ? (stated.isEmpty ? namespace : stated) : "",
                name: object.metadata.name
            )
        }
    }

    private(set) var objects: [Statement] = []
    private(set) var problems: [Problem] = []
    private(set) var fileCount = 0

    /// With what breaks the rules of its kind, as the daemon would judge a new object.
    ///
    /// Not for what is applied: that may state a part of an object that is there.
    var allProblems: [Problem] {
        let broken = objects.flatMap { statement in
            var object = statement.object
            object.applyDefaults()
            return object.validate().map { error in
                Problem(
                    file: statement.file,
                    position: statement.entry.position(of: error.field),
                    path: error.field,
                    message: error.message
                )
            }
        }
        let start = Position(line: 0, column: 0)
        return (problems + broken + duplicates + cycles).sorted { left, right in
            (left.file ?? "", left.position ?? start, left.message)
                < (right.file ?? "", right.position ?? start, right.message)
        }
    }

    /// Objects that are stated more than once: in a directory only one of the places counts.
    private var duplicates: [Problem] {
        var first: [ObjectKey: Statement] = [:]
        return objects.compactMap { statement in
            let key = statement.key(inNamespace: "default")
            guard let other = first[key] else {
                first[key] = statement
                return nil
            }
            return Problem(
                file: statement.file,
                position: statement.entry.node.position,
                message: "\(key) is stated twice, at \(other.place), too"
            )
        }
    }

    /// Apps that wait for one another: in a directory none of them would ever be deployed.
    private var cycles: [Problem] {
        var apps: [String: [(statement: Statement, app: App)]] = [:]
        for statement in objects {
            guard case .app(let app) = statement.object else { continue }
            apps[statement.key(inNamespace: "default").namespace, default: []].append((statement, app))
        }
        return apps.values.flatMap { apps in
            let cycles = DependencyCycle.all(among: apps.map(\.app))
            return apps.compactMap { statement, app in
                cycles[app.path].map { cycle in
                    Problem(
                        file: statement.file,
                        position: statement.entry.position(of: "spec.dependencies"),
                        path: "spec.dependencies",
                        message: DependencyCycle.complaint(about: cycle)
                    )
                }
            }
        }
    }

    var errors: [Problem] { problems.filter { $0.severity == .error } }
    var warnings: [Problem] { problems.filter { $0.severity == .warning } }

    /// Tells the warnings; with mistakes nothing is done.
    func refuseProblems() throws {
        for problem in problems { Console.note("\(problem)") }
        guard errors.isEmpty else {
            throw Failure("\(Counted(errors.count, "mistake")) found; nothing was changed")
        }
    }

    mutating func add(_ bytes: [UInt8], file: String) {
        fileCount += 1
        let manifest = ManifestReader().read(bytes, file: file)
        problems += manifest.problems
        for entry in manifest.entries {
            if let problem = ManifestContent.missingName(of: entry) {
                problems.append(problem)
            } else {
                objects.append(Statement(entry: entry, file: file))
            }
        }
    }

    mutating func note(_ problem: Problem) { problems.append(problem) }
}
