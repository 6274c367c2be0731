import Containers
import Glibc
import Journaling
import Networking

/// Ends what an earlier daemon left running, when no daemon is there to do it.
struct Teardown {
    private let state: StateDirectory

    init(_ state: StateDirectory) { self.state = state }

    /// - Throws: where something could not be removed, after all else was.
    func run() throws {
        guard geteuid() == 0 else { throw Failure("`steady down` needs root: run it with sudo") }
        guard access(state.path, F_OK) == 0 else {
            throw Failure("there is no state directory \(state.path): nothing of it can run")
        }
        // Nobody may start one meanwhile.
        let journal = try LocalJournal(path: state.journalPath)
        defer { journal.close() }

        let configuration = NativeContainerizer.Configuration(
            stateDirectory: state.path,
            instance: state.instance,
            shim: Program.shim
        )
        try NativeContainerizer(configuration) { _ in }.removeAll()
        if access("\(state.path)/network.json", F_OK) == 0 {
            try HostNetwork(plan: try NetworkPlan.recorded(in: state.path, instance: state.instance)).teardown()
        }
    }
}

/// This program's own files.
enum Program {
    /// Absolute path of the running executable.
    static var path: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        return String(decoding: buffer.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The shim lies beside the program itself.
    static var shim: String {
        path.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/steady-shim"
    }
}
