/// One change of the watched directory, in a way that means the same whatever was changed before it: a story may leave
/// any of them out.
enum Edit: Sendable, Hashable {
    // Workloads by their place in the directory.
    case replicas(Int, Int)
    case version(Int, Int)
    case program(Int, String)
    /// What its pods are labelled with: a Service may ask for it.
    case track(Int, String)
    /// Whether there is a file of it.
    case stated(Int, Bool)
    /// Whether its file can't be parsed.
    case broken(Int, Bool)
    /// Which label the workload's Service asks for; nil where there is none.
    case service(Int, track: String?)
    /// What the ConfigMap says that workloads refer to; nil where there is none.
    case settings(Int?)
    /// Why the directory can't be read; nil where it can.
    case trouble(String?)

    /// Of which workload it is; nil for what is nobody's.
    var workload: Int? {
        switch self {
        case .replicas(let index, _), .version(let index, _), .program(let index, _), .track(let index, _): index
        case .stated(let index, _), .broken(let index, _), .service(let index, _): index
        case .settings, .trouble: nil
        }
    }

    /// - Parameter names: the workloads' names.
    func words(_ names: [String]) -> String {
        func name(_ index: Int) -> String { names.indices.contains(index) ? names[index] : "?" }
        return switch self {
        case .replicas(let index, let count): "\(name(index)) wants \(count) replicas"
        case .version(let index, let number): "\(name(index)) is version \(number)"
        case .program(let index, let program): "\(name(index)) runs \(program)"
        case .track(let index, let track): "\(name(index)) is labelled \(track)"
        case .stated(let index, let isStated): "\(name(index)).yaml \(isStated ? "comes" : "goes")"
        case .broken(let index, let isBroken): "\(name(index)).yaml is \(isBroken ? "broken" : "whole")"
        case .service(let index, let track): "the service of \(name(index)) \(track.map { "selects \($0)" } ?? "goes")"
        case .settings(let number): number.map { "settings are \($0)" } ?? "settings go"
        case .trouble(let trouble): trouble ?? "the directory is back"
        }
    }
}
