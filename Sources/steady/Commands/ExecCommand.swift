import ArgumentParser
import Client
import Model
import YAML

struct ExecCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "exec",
        abstract: "Run a command in a container.",
        usage: "steady exec (POD | TYPE/NAME) [-c CONTAINER] [-i] [-t] -- COMMAND [ARGS ...]",
        discussion: "Ends with the command's exit status."
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Option(name: [.customShort("c"), .long], help: "The container; by default the pod's only one.")
    var container: String?

    @Flag(name: [.customShort("i"), .long], help: "Pass standard input to the command.")
    var stdin = false

    @Flag(name: [.customShort("t"), .long], help: "Give the command a terminal.")
    var tty = false

    @Argument(help: "Where to run it; of several pods the first.")
    var object: String

    @Argument(parsing: .postTerminator, help: "What to run.")
    var command: [String]

    func validate() throws {
        guard !command.isEmpty else { throw ValidationError("You must say what to run, behind --.") }
    }

    func call(_ client: APIClient) async throws {
        let key = try ObjectName.key(object, namespace: namespaces.namespace, default: .pod)
        guard let pod = try await client.pods(client.podSelection(of: key)).pods.first else {
            throw Failure("\(object) has no pods")
        }
        var query = command.map { (name: "command", value: $0) }
        if let container { query.append((name: "container", value: container)) }
        query.append((name: "stdout", value: "true"))
        if stdin { query.append((name: "stdin", value: "true")) }
        let isTerminal = tty && Terminal.isInputTerminal
        if tty, !isTerminal {
            Console.note("Unable to use a TTY - input is not a terminal or the right kind of file")
        }
        query.append(isTerminal ? (name: "tty", value: "true") : (name: "stderr", value: "true"))
        let target = ResourcePath.target(
            .pod,
            namespace: pod.metadata.namespace,
            name: pod.metadata.name,
            subresource: "exec",
            query: query
        )
        let session = ExecSession(hasInput: stdin, isTerminal: isTerminal)
        let outcome = try await client.daemon.webSocket(target, subprotocol: "v5.channel.k8s.io") { socket in
            try await session.run(socket)
        }
        switch outcome {
        case .upgraded(let code): throw ExitCode(code)
        case .refused(_, let body): throw Refusal((try? Value.parse(json: body)) ?? .null)
        }
    }
}
