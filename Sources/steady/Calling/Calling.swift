import ArgumentParser
import Client
import Glibc
import Model
import Rendering
import YAML

/// A command that asks the daemon: it says what went wrong as kubectl does, and ends with 1.
protocol CallingCommand: AsyncParsableCommand {
    var state: StateOptions { get }
    func call(_ client: APIClient) async throws
}

extension CallingCommand {
    func run() async throws {
        // A reader that goes away is seen where it is written to.
        signal(SIGPIPE, SIG_IGN)
        do {
            try await call(state.client)
        } catch {
            throw Failure.exit(after: error)
        }
    }
}

extension StateOptions {
    var client: APIClient {
        let directory = directory
        return APIClient(
            Daemon(socket: directory.shortSocketPath, name: directory.socketPath),
            userAgent: "steady/\(BuildFacts.version)"
        )
    }
}

/// A message for the user, and the end of the command.
struct Failure: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }

    /// Tells the error, unless it is an exit status already, and gives the exit status.
    static func exit(after error: any Error, code: Int32 = 1) -> any Error {
        switch error {
        case let exit as ExitCode: return exit
        case let failure as Failure:
            Console.fail("\(failure)")
        case let refusal as Refusal:
            Console.note("\(refusal)")
        case is CancellationError:
            break
        default:
            Console.fail("\(error)")
        }
        return ExitCode(code)
    }
}

struct NamespaceOptions: ParsableArguments {
    @Option(name: [.customShort("n"), .long], help: "The namespace.")
    var namespace: String = "default"
}

/// Names of objects as people write them.
enum ObjectName {
    /// The kinds of `pods,svc`, `all`.
    static func kinds(_ text: String) throws -> [Kind] {
        var kinds: [Kind] = []
        for word in text.split(separator: ",").map(String.init) {
            let found = Kind.allCases.filter { $0.categories.contains(word.lowercased()) }.sorted {
                $0.listing < $1.listing
            }
            if !found.isEmpty {
                kinds += found.filter { !kinds.contains($0) }
            } else {
                kinds.append(try kind(word))
            }
        }
        guard !kinds.isEmpty else { throw ValidationError("You must say which kind of object is meant.") }
        return kinds
    }

    static func kind(_ text: String) throws -> Kind {
        if let kind = Kind(userText: text) { return kind }
        let names = Kind.allCases.flatMap { [$0.plural, $0.singular] + $0.shortNames }
        let hint = NearestName.nearest(to: text.lowercased(), among: names).map { "; did you mean \($0)?" } ?? ""
        throw Failure("the server doesn't have a resource type \"\(text)\"\(hint)")
    }

    /// Whether single objects are named, not only their kind.
    static func namesObjects(_ words: [String]) -> Bool {
        words.count > 1 || words.first?.contains("/") ?? false
    }

    /// The objects of `pod web-1 web-2`, `pod/web-1 svc/web`; a kind without names gives none.
    static func keys(_ words: [String], namespace: String) throws -> [ObjectKey] {
        guard let first = words.first else { throw ValidationError("You must say which object is meant.") }
        if first.contains("/") {
            return try words.map { try key($0, namespace: namespace) }
        }
        return try kinds(first).flatMap { kind in
            words.dropFirst().map { ObjectKey(kind, namespace: kind.isNamespaced ? namespace : "", name: $0) }
        }
    }

    /// `deploy/web`, or a bare name of a kind that is taken for granted.
    static func key(_ text: String, namespace: String, default kind: Kind? = nil) throws -> ObjectKey {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 1 {
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw Failure("\(text): arguments in resource/name form must have a single resource and name")
            }
            let kind = try Self.kind(parts[0])
            return ObjectKey(kind, namespace: kind.isNamespaced ? namespace : "", name: parts[1])
        }
        guard let kind else { throw ValidationError("\(text): expected KIND/NAME, such as pod/\(text)") }
        return ObjectKey(kind, namespace: kind.isNamespaced ? namespace : "", name: text)
    }
}

extension Kind {
    /// The order in which `get all` lists kinds.
    fileprivate var listing: Int {
        switch self {
        case .pod: 0
        case .service: 1
        case .app: 2
        case .deployment: 3
        case .replicaSet: 4
        default: 5
        }
    }
}
