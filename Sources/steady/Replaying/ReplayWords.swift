import Controllers
import Journaling
import Merging
import Model
import YAML

/// What came of a replay, for people.
struct ReplayWords {
    let outcome: JournalReplay

    init(_ outcome: JournalReplay) { self.outcome = outcome }

    var lines: [String] {
        let replay = outcome.replay
        var lines: [String] = []
        if outcome.beginning > 0 {
            lines.append("history begins after record \(outcome.beginning): what was before is no longer kept")
        }
        if outcome.assumesSettings {
            lines.append(
                "how the daemon was set up in whose life it begins (--rollback, ranges of addresses and ports) is not "
                    + "recorded: it is taken for set up as the next one"
            )
        }
        if let difference = replay.difference {
            lines += Self.lines(difference) + ["\(Self.turns(replay.turns)) before it came out the same"]
        } else {
            lines.append("\(Self.turns(replay.turns)) up to record \(outcome.head) came out the same")
            lines += others
        }
        if replay.doubtfulTurns > 0 {
            lines.append(
                "besides, \(Self.turns(replay.doubtfulTurns)) could not be judged: what a daemon has in mind beside the state "
                    + "is not known where history begins in its midst, or behind turns taken as they stand"
            )
            if let doubt = replay.doubt, !replay.isCertain { lines += Self.lines(doubt) }
        }
        if replay.sealedTurns > 0 {
            let taken =
                replay.sealedTurns == 1
                ? "touches Secrets and was taken as it stands" : "touch Secrets and were taken as they stand"
            lines.append(
                "besides, \(Self.turns(replay.sealedTurns)) \(taken): with their key, --key FILE, they are compared"
            )
        }
        return lines
    }

    private static func turns(_ count: Int) -> Counted { Counted(count, "turn") }

    /// Whose decisions they were, where another build took any of them.
    private var others: [String] {
        let versions = outcome.replay.versions
        guard versions.contains(where: { $0 != BuildFacts.full }) else { return [] }
        let names = versions.map { $0.isEmpty ? "one that doesn't say its version" : $0 }
        return ["they were decided by Steady \(names.joined(separator: ", ")); this is \(BuildFacts.full)"]
    }

    // MARK: The difference

    private static func lines(_ difference: Replay.Difference) -> [String] {
        let time = Timestamp(nanoseconds: difference.time).milliseconds
        let versions = difference.version.map { " by Steady \($0); this is \(BuildFacts.full)" } ?? ""
        var lines = [
            "record \(difference.sequence) comes out otherwise, in the turn of \(time), decided\(versions)",
            "  the journal holds  \(title(difference.recorded))",
            "  and now comes      \(title(difference.derived))",
        ]
        if let old = difference.recorded, let new = difference.derived { lines += parts(old, new) }
        return lines
    }

    private static func title(_ draft: RecordDraft?) -> String {
        guard let draft else { return "nothing more" }
        return "\(draft.type) \(draft.key ?? excerpt(draft.body, around: 0))"
    }

    private static func parts(_ old: RecordDraft, _ new: RecordDraft) -> [String] {
        guard old.type == new.type, old.key == new.key else { return [] }
        let causes =
            old.causes == new.causes ? [] : ["  causes: \(numbers(old.causes)) → \(numbers(new.causes))"]
        guard old.body != new.body else { return causes }
        let fields = changedFields(old, new)
        guard fields.isEmpty else { return causes + fields }
        let place = zip(old.body, new.body).prefix { $0 == $1 }.count
        return causes + ["  \(excerpt(old.body, around: place))", "  \(excerpt(new.body, around: place))"]
    }

    private static func numbers(_ causes: [Cause]) -> String {
        let numbers = causes.map { cause in
            switch cause {
            case .sequence(let sequence): "\(sequence)"
            case .inBatch(let index): "draft \(index)"
            }
        }
        return numbers.isEmpty ? "none" : numbers.joined(separator: ", ")
    }

    private static func changedFields(_ old: RecordDraft, _ new: RecordDraft) -> [String] {
        guard let kind = old.key.flatMap({ ObjectKey($0) })?.kind, let before = object(old), let after = object(new)
        else { return [] }
        return ObjectDiff(from: before, to: after, kind: kind).changes.prefix(20).map { "  \($0)" }
    }

    private static func object(_ draft: RecordDraft) -> Value? {
        // What is no JSON has no fields, and is shown as it is.
        (try? Value.parse(json: [UInt8(ascii: "{")] + draft.body + [UInt8(ascii: "}")]))?["object"]
    }

    /// Where two texts part, with what is around it.
    private static func excerpt(_ body: [UInt8], around place: Int) -> String {
        let start = max(0, place - 60)
        let text = String(decoding: body[min(start, body.count)..<min(place + 120, body.count)], as: UTF8.self)
        return (start > 0 ? "…" : "") + text + (place + 120 < body.count ? "…" : "")
    }
}

extension ReplayWords {
    /// The same for programs, and whole.
    var value: Value {
        let replay = outcome.replay
        var fields: Fields = [
            "beginning": .int(Int64(outcome.beginning)),
            "head": .int(Int64(outcome.head)),
            "turns": .int(Int64(replay.turns)),
            "sealedTurns": .int(Int64(replay.sealedTurns)),
            "doubtfulTurns": .int(Int64(replay.doubtfulTurns)),
        ]
        fields["decidedBy"] = .array(replay.versions.map(Value.string))
        fields["replayedBy"] = .string(BuildFacts.full)
        if outcome.assumesSettings { fields["assumesSettings"] = true }
        if let obstacle = outcome.obstacle { fields["obstacle"] = .string(obstacle) }
        if let difference = replay.difference {
            fields["difference"] = [
                "sequence": .int(Int64(difference.sequence)),
                "time": .string(Timestamp(nanoseconds: difference.time).milliseconds),
                "version": .string(difference.version ?? ""),
                "recorded": Self.value(difference.recorded),
                "derived": Self.value(difference.derived),
            ]
        }
        return .object(fields)
    }

    private static func value(_ draft: RecordDraft?) -> Value {
        guard let draft else { return .null }
        return [
            "type": .string(draft.type.rawValue),
            "key": draft.key.map(Value.string) ?? .null,
            "causes": .string(numbers(draft.causes)),
            "body": .string(String(decoding: draft.body, as: UTF8.self)),
        ]
    }
}
