import ArgumentParser
import Glibc

struct HelloCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hello",
        abstract: "Serve a small web page, for manifests and examples to run.",
        discussion: """
            /               who answers: pod, version, node; as JSON where the client asks for it
            /env            all environment variables, as text or JSON
            /healthz        200, or 503 after /fail; well again after /recover
            /slow?seconds=N answers after N seconds
            /crash          ends the program with status 1
            SIGTERM lets calls that have begun be answered, and ends with 0.
            """
    )

    @Option(help: "Where to listen; also PORT, PORT0; by default 8080.")
    var port: UInt16?

    @Option(help: "What it calls its version; also VERSION.")
    var helloVersion: String?

    func run() throws {
        let environment = ProcessEnvironment.all
        let stated = port ?? (environment["PORT"] ?? environment["PORT0"]).flatMap(UInt16.init)
        let facts = HelloFacts(environment: environment, version: helloVersion)
        do {
            var server = try HelloServer(port: stated ?? 8080, facts: facts)
            Console.note("hello \(facts.version) on \(facts.pod) listens on port \(stated ?? 8080)")
            server.run()
        } catch {
            throw Failure.exit(after: error)
        }
    }
}
