import Merging
import Model
import Testing
import YAML

/// Several managers apply and update one pod in random turns.
@Suite struct ApplyPropertyTests {
    @Test(arguments: 0..<40)
    func `what was applied holds, is applied again for nothing, and what is owned is there`(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        var stored = Stored(.pod)
        for turn in 0..<25 {
            let manager = "m\(Int.random(in: 0...2, using: &random))"
            let pod = Value.randomPod(&random)
            guard turn > 0, Bool.random(using: &random) else {
                try stored.apply(pod, by: manager, force: true, at: Int64(turn))
                let value = stored.value

                #expect(try #require(value).states(pod), "turn \(turn)")
                #expect(try !stored.apply(pod, by: manager, at: 1000).isChanged, "turn \(turn)")
                #expect(stored.value == value)
                try expectOwnedFieldsExist(stored, turn)
                continue
            }
            stored.update(pod, by: manager, at: Int64(turn))
            try expectOwnedFieldsExist(stored, turn)
        }
    }

    @Test(arguments: 0..<20)
    func `without force nobody loses what they applied`(seed: Int) throws {
        var random = Seeded(state: UInt64(1000 + seed))
        var stored = Stored(.pod)
        var applied: [String: Value] = [:]
        for turn in 0..<25 {
            let manager = "m\(Int.random(in: 0...2, using: &random))"
            let pod = Value.randomPod(&random)
            do {
                try stored.apply(pod, by: manager, at: Int64(turn))
                applied[manager] = pod
            } catch let error as PatchError {
                #expect(error.code == 409)
            }
            for pod in applied.values { #expect(try #require(stored.value).states(pod), "turn \(turn)") }
        }
    }

    private func expectOwnedFieldsExist(_ stored: Stored, _ turn: Int) throws {
        let value = try #require(stored.value)
        for entry in stored.managed {
            let fields = try #require(entry.fieldsV1.flatMap { FieldSet(fieldsV1: $0.json) })
            for path in fields.paths {
                #expect(value.has(path[...]), "turn \(turn): \(entry.manager) owns \(path.pathDescription)")
            }
        }
    }
}

extension Value {
    /// A pod of up to three containers with some of their fields.
    fileprivate static func randomPod(_ random: inout Seeded) -> Value {
        func text(_ random: inout Seeded) -> Value { .string("v\(Int.random(in: 0...2, using: &random))") }
        let names = ["a", "b", "c"].shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
        let containers = names.map { name in
            var container: Fields = ["name": .string(name)]
            if Bool.random(using: &random) { container["image"] = text(&random) }
            if Bool.random(using: &random) { container["args"] = [text(&random), text(&random)] }
            let variables = ["A", "B"].filter { _ in Bool.random(using: &random) }
            if !variables.isEmpty {
                container["env"] = .array(variables.map { ["name": .string($0), "value": text(&random)] })
            }
            return Value.object(container)
        }
        var pod: Fields = ["metadata": ["name": "p"]]
        if Bool.random(using: &random) { pod["metadata"] = ["name": "p", "labels": ["x": text(&random)]] }
        if !containers.isEmpty { pod["spec"] = ["containers": .array(containers)] }
        return .object(pod)
    }

    /// Whether all that a configuration states is so here.
    fileprivate func states(_ configuration: Value) -> Bool {
        switch (self, configuration) {
        case (.object(let fields), .object(let stated)):
            return stated.allSatisfy { fields[$0.key]?.states($0.value) ?? false }
        case (.array(let items), .array(let stated)) where stated.first?["name"] != nil:
            return stated.allSatisfy { wanted in items.contains { $0["name"] == wanted["name"] && $0.states(wanted) } }
        default:
            return self == configuration
        }
    }

    /// Whether something stands at a path.
    fileprivate func has(_ path: ArraySlice<PathElement>) -> Bool {
        guard let step = path.first else { return true }
        if let name = step.fieldName { return self[String(name)]?.has(path.dropFirst()) ?? false }
        return array?.first { PathElement.keys([("name", $0["name"] ?? .null)]) == step }?.has(path.dropFirst())
            ?? false
    }
}
