import Glibc
import YAML

/// Who answers.
struct HelloFacts {
    let pod: String
    let node: String
    let version: String
    let variables: [(name: String, value: String)]

    init(environment: [String: String], version: String?) {
        pod = environment["POD_NAME"] ?? environment["MESOS_TASK_ID"] ?? Self.hostName
        node = environment["NODE_NAME"] ?? environment["HOST"] ?? ""
        self.version = version ?? environment["VERSION"] ?? BuildFacts.version
        variables = environment.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    }

    func page(asJSON: Bool) -> String {
        let fields = [("pod", pod), ("version", version), ("node", node)].filter { !$0.1.isEmpty }
        guard asJSON else {
            return "Hello from Steady\n" + fields.map { "\($0.0): \($0.1)\n" }.joined()
        }
        return Value.object(Fields(fields.map { (key: $0.0, value: .string($0.1)) })).json() + "\n"
    }

    func environment(asJSON: Bool) -> String {
        guard asJSON else { return variables.map { "\($0.name)=\($0.value)\n" }.joined() }
        return Value.object(Fields(variables.map { (key: $0.name, value: .string($0.value)) })).json() + "\n"
    }

    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
