import Client
import Model

/// Paths of what only Steady has.
enum SteadyTarget {
    static func of(_ key: ObjectKey, _ verb: String, query: [(name: String, value: String)] = []) -> String {
        let place = key.namespace.isEmpty ? [] : [key.namespace]
        return Target.path(["steady", "v1", verb, key.kind.plural] + place + [key.name], query: query)
    }
}
