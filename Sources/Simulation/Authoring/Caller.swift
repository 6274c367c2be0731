internal import Cluster
internal import Controllers
internal import Model
internal import YAML

/// Who calls the API beside the directory, as chance has it.
struct Caller: Sendable {
    private var chance: Chance

    init(_ chance: Chance) { self.chance = chance }

    /// Asks for one thing that has to do with what there is; nil where there is nothing to ask for.
    mutating func call(_ state: ClusterState) -> Request? {
        operation(state).map { Request($0, user: "ada", manager: "kubectl", isDryRun: chance.happens(100)) }
    }

    private mutating func operation(_ state: ClusterState) -> Request.Operation? {
        let scalable = state.objects(of: .deployment).map(\.key) + state.objects(of: .app).map(\.key)
        switch chance.below(12) {
        case 0, 1:
            return chance.pick(scalable).map {
                .scale($0, replicas: chance.below(6), resourceVersion: nil, hold: chance.happens(700))
            }
        case 2, 3, 4: return chance.pick(state.objects(of: .pod).map(\.key)).map { .delete($0, options(hold: true)) }
        case 5: return chance.pick(state.objects(of: .replicaSet).map(\.key)).map { .delete($0, options()) }
        case 6:
            let keys = scalable + state.objects(of: .service).map(\.key)
            return chance.pick(keys).map { .delete($0, options(hold: chance.happens(500))) }
        case 7:
            let labels: Value = ["metadata": ["labels": ["team": .string(chance.happens(500) ? "red" : "blue")]]]
            return chance.pick(scalable).map { .patch($0, .merge(labels)) }
        case 8:
            return chance.pick(state.objects(of: .pod).map(\.key)).map { .patch($0, .merge(otherLabels())) }
        case 9: return .prune
        default: return chance.pick(state.objects(of: .deployment).map(\.key)).map { update($0) }
        }
    }

    /// A word about an update, whether or not one is under way.
    private mutating func update(_ key: ObjectKey) -> Request.Operation {
        switch chance.below(4) {
        case 0: .rollBack(key)
        case 1: .abort(key)
        default: .promote(key, isFull: chance.happens(300))
        }
    }

    /// Other labels for a pod. Without the label of its workload it is put aside, with it taken in again.
    private mutating func otherLabels() -> Value {
        let labels: [Value] = [["track": "a"], ["track": "c"], ["app": "aside"], ["app": "web"], ["app": "api"]]
        return ["metadata": ["labels": chance.pick(labels) ?? ["track": "a"]]]
    }

    private mutating func options(hold: Bool = false) -> DeleteOptions {
        DeleteOptions(
            gracePeriodSeconds: chance.pick([nil, nil, nil, 0, 2]) ?? nil,
            propagation: chance.pick([.background, .background, .foreground, .orphan]) ?? .background,
            hold: hold
        )
    }
}
