import Model
import Simulation
import YAML

/// What came of a rehearsal, for programs; times are seconds from the beginning.
enum RehearsalBody {
    static func value(_ summary: RehearsalSummary) -> Value {
        var fields: Fields = [
            "isGood": .bool(summary.isGood),
            "seeds": .int(Int64(summary.count)),
            "badSeeds": .array(summary.badSeeds.sorted().map { .string("\($0)") }),
        ]
        let durations = summary.durations.sorted()
        if let shortest = durations.first, let longest = durations.last {
            fields["rolledOutAfter"] = [
                "least": seconds(shortest), "median": seconds(durations[durations.count / 2]), "most": seconds(longest),
            ]
        }
        if let worst = summary.worst { fields["worst"] = value(worst) }
        return .object(fields)
    }

    private static func value(_ result: RehearsalResult) -> Value {
        [
            // As text: not every program reads so large a number exactly.
            "seed": .string("\(result.seed)"),
            "isGood": .bool(result.isGood),
            "problems": .array(result.problems.map { .string($0) }),
            "rolledOutAfter": result.rolledOutAfter.map(seconds) ?? .null,
            "workloads": .array(result.workloads.map(value)),
            "services": .array(result.services.map(value)),
            "nodes": .array(result.nodes.map(value)),
            "peak": value(result.peak),
            "pending": .array(result.pending.map(value)),
            "refused": .array(result.refusals.map { .string($0) }),
            "kept": .array(result.kept.map { .string("\($0)") }),
            "isSettled": .bool(result.isSettled),
            "timeline": .array(result.moments.map(value)),
        ]
    }

    private static func value(_ workload: RehearsalResult.Workload) -> Value {
        [
            "object": .string("\(workload.key)"),
            "wanted": .int(Int64(workload.wanted)),
            "readyBefore": .int(Int64(workload.readyBefore)),
            "leastReady": workload.leastReady.map { .int(Int64($0)) } ?? .null,
            "promised": .int(Int64(workload.promised)),
            "readyInTheEnd": .int(Int64(workload.readyInTheEnd)),
            "rolledOutAfter": workload.rolledOutAfter.map(seconds) ?? .null,
            "restarts": .int(Int64(workload.restarts)),
            "rolledBack": workload.rolledBack.map(Value.string) ?? .null,
            "startsSeen": .int(Int64(workload.startsSeen)),
            "isChanged": .bool(workload.isChanged),
            "isTouched": .bool(workload.isTouched),
            "troubles": .array(workload.troubles.map(value)),
        ]
    }

    private static func value(_ service: RehearsalResult.Service) -> Value {
        [
            "object": .string("\(service.key)"),
            "before": service.before.map { .int(Int64($0)) } ?? .null,
            "fewest": .int(Int64(service.fewest)),
            "fewestAfter": seconds(service.fewestAfter),
            "inTheEnd": .int(Int64(service.inTheEnd)),
        ]
    }

    private static func value(_ node: RehearsalResult.Node) -> Value {
        ["name": .string(node.name), "peak": value(node.peak), "allocatable": value(node.allocatable)]
    }

    private static func value(_ load: RehearsalResult.Load) -> Value {
        [
            "milliCPU": .int(Int64(load.milliCPU)), "memoryBytes": .int(Int64(load.memoryBytes)),
            "pods": .int(Int64(load.pods)),
        ]
    }

    private static func value(_ trouble: RehearsalResult.Trouble) -> Value {
        ["pods": .int(Int64(trouble.pods)), "reason": .string(trouble.reason)]
    }

    private static func value(_ moment: RehearsalResult.Moment) -> Value {
        var fields: Fields = ["after": seconds(moment.after), "object": .string("\(moment.object)")]
        if let deeds = moment.deeds {
            if !deeds.starts.isEmpty {
                let starts = deeds.starts.sorted { $0.key < $1.key }.map {
                    (key: $0.key, value: Value.int(Int64($0.value)))
                }
                fields["starts"] = .object(Fields(starts))
            }
            let counts = [
                ("ready", deeds.ready), ("unready", deeds.unready), ("stops", deeds.stops), ("gone", deeds.gone),
                ("restarts", deeds.restarts),
            ]
            for (name, count) in counts where count > 0 { fields[name] = .int(Int64(count)) }
            fields["readyThen"] = .int(Int64(moment.ready))
            fields["wantedThen"] = .int(Int64(moment.wanted))
        }
        if let message = moment.message { fields["message"] = .string(message) }
        return .object(fields)
    }

    /// Whole milliseconds are enough.
    private static func seconds(_ duration: Duration) -> Value {
        let (seconds, attoseconds) = duration.components
        return .double(Double(seconds * 1000 + attoseconds / 1_000_000_000_000_000) / 1000)
    }
}
