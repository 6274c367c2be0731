internal import Journaling
internal import Model
internal import YAML

/// The chain of causes that people want: an object's life backwards, then why there is such an object at all, through
/// rollout and scaling, to the file or the call that said so. Reports and counts between them are left out.
struct CauseChain {
    struct Link {
        var record: Record
        var words: RecordWords
        /// What else it took, beside what the next link tells.
        var sides: [Link] = []
        var isRolloutStep = false
    }

    private var shelf: RecordShelf
    /// A chain of more is the history of the world.
    private static let length = 16

    init(_ journal: any Journal) { shelf = RecordShelf(journal) }

    /// The record itself first, and the one that nothing stands behind last.
    mutating func links(from top: Record) throws -> [Link] {
        guard var link = try link(top) else { return [] }
        var links: [Link] = []
        var life = Life(of: top)
        while links.count < Self.length {
            link.sides = try sides(of: link)
            links.append(link)
            life.note(link)
            guard let next = try next(after: link, &life) else { break }
            link = next
        }
        return links
    }

    /// What another object did that a record comes from directly: why there is another pod, or one less.
    mutating func reason(for record: Record, _ words: RecordWords) throws -> Link? {
        guard words.by.isEmpty, let step = words.step, [.created, .scaled, .ending].contains(step) else { return nil }
        var life = Life(of: record)
        return try others(than: record, &life)
    }

    private mutating func link(_ record: Record) throws -> Link? {
        guard var words = try shelf.words(record) else { return nil }
        let rollout = words.step == .scaled ? try rollout(record) : nil
        words.what += rollout ?? ""
        return Link(record: record, words: words, isRolloutStep: rollout != nil)
    }

    // MARK: One after the other

    /// What was told of the object whose life is followed backwards.
    private struct Life {
        let key: String?
        private(set) var told: Set<Sentence.Step> = []
        /// Only what is told first is news; later on it is what any pod goes through.
        private static let passing: Set<Sentence.Step> = [.ready, .gone]

        init(of record: Record) { key = record.key }

        mutating func note(_ link: Link) { if let step = link.words.step { told.insert(step) } }

        func tells(_ step: Sentence.Step?) -> Bool {
            guard let step else { return false }
            return !told.contains(step) && !Self.passing.contains(step)
        }
    }

    private mutating func next(after link: Link, _ life: inout Life) throws -> Link? {
        switch link.words.step {
        case .created, .scaled, .said:
            // Somebody's word needs no cause.
            return link.words.by.isEmpty ? try others(than: link.record, &life) : nil
        case .ending: return try others(than: link.record, &life) ?? input(of: link)
        case .gone where link.record.type == .delete:
            // Pods are asked to end first; other things just go, with what they belong to or with their file.
            let before = try own(before: link.record, life)
            if let before, [.ending, .exited].contains(before.words.step) { return before }
            return try owner(goneBefore: link.record, &life) ?? input(of: link) ?? before
        default:
            return try own(before: link.record, life)
        }
    }

    /// The latest step of the same object that is worth telling.
    private mutating func own(before record: Record, _ life: Life) throws -> Link? {
        var current = record
        while let earlier = try shelf.causes(of: current).last(where: { $0.key == record.key && $0.type != .input }) {
            guard let link = try link(earlier) else { return nil }
            if life.tells(link.words.step) { return link }
            current = earlier
        }
        return nil
    }

    /// The object that this one follows: its owner, or what is nearest to a word of people.
    private mutating func others(than record: Record, _ life: inout Life) throws -> Link? {
        let causes = try shelf.causes(of: record).filter { $0.key != record.key && [.put, .delete].contains($0.type) }
        guard let cause = causes.max(by: { Self.rank($0) < Self.rank($1) }) else { return nil }
        life = Life(of: cause)
        guard let link = try link(cause) else { return nil }
        if cause.type == .delete || life.tells(link.words.step) { return link }
        return try own(before: cause, life) ?? link
    }

    /// What took an object with it when it went.
    private mutating func owner(goneBefore record: Record, _ life: inout Life) throws -> Link? {
        let causes = try shelf.causes(of: record)
        guard let cause = causes.last(where: { $0.key != record.key && $0.type == .delete }) else { return nil }
        life = Life(of: cause)
        return try link(cause)
    }

    private static func rank(_ record: Record) -> (Int, UInt64) {
        let kinds: [Kind] = [.pod, .service, .replicaSet, .app, .deployment, .namespace]
        let kind = record.key.flatMap { ObjectKey($0) }?.kind
        return (kind.flatMap(kinds.firstIndex) ?? -1, record.sequence)
    }

    /// A call, or an edit of the directory, that ended an object.
    private mutating func input(of link: Link) throws -> Link? {
        let inputs = try shelf.causes(of: link.record).filter { $0.type == .input }
        guard let input = inputs.last, var words = try shelf.words(input) else { return nil }
        if let root = RecordWords.directory(input) {
            words.what = "no file of \(root) states it any more"
            return Link(record: input, words: words)
        }
        // Who called is named already, and that a node reported is no reason.
        return link.words.by.isEmpty && RecordWords.isCall(input) ? Link(record: input, words: words) : nil
    }

    // MARK: Rollouts

    /// What a rollout had come to when it took the step; nil where replicas were changed for another reason.
    private mutating func rollout(_ record: Record) throws -> String? {
        let causes = try shelf.causes(of: record)
        guard let own = ToldVersion(record)?.object,
            let deployment = causes.last(where: { Self.isOf(.deployment, $0) }).flatMap({ ToldVersion($0) })?.object,
            WorkloadWords.rollsOut(deployment)
        else { return nil }
        let wanted = deployment["spec"]?["replicas"]?.int64 ?? 1
        guard WorkloadWords.revision(own) != WorkloadWords.revision(deployment) else {
            return " (of \(wanted) new ones), a step of the rollout"
        }
        let news = causes.last { Self.isOf(.replicaSet, $0) && $0.key != record.key }.flatMap { ToldVersion($0) }
        let up = news?.object["status"]?["availableReplicas"]?.int64 ?? 0
        return ", a step of the rollout: \(up) of \(Counted(wanted, "new pod")) \(up == 1 ? "is" : "are") up"
    }

    // MARK: Beside the chain

    private mutating func sides(of link: Link) throws -> [Link] {
        if link.isRolloutStep { return try trigger(of: link) }
        if link.words.step == .exited { return try verdict(before: link.record) }
        return []
    }

    /// The probe or health check that had the container killed, as an event between the pod's last record and this one tells it.
    private mutating func verdict(before record: Record) throws -> [Link] {
        guard let key = record.key.flatMap({ ObjectKey($0) }), key.kind == .pod,
            let previous = try shelf.causes(of: record).last(where: { $0.key == record.key })
        else { return [] }
        let events = ObjectKey(.event, namespace: key.namespace, name: key.name).description + "."
        let event = try shelf.last(in: previous.sequence...record.sequence) { found in
            found.type == .put && found.key?.hasPrefix(events) == true && RecordWords.eventReason(found) == "Killing"
        }
        // That it is stopped says nothing of why.
        guard let event, let link = try link(event),
            ["probe", "health check"].contains(where: { link.words.what.contains($0) })
        else { return [] }
        return [link]
    }

    /// The pod whose change let a rollout go on.
    private mutating func trigger(of link: Link) throws -> [Link] {
        let sets = try shelf.causes(of: link.record).filter { Self.isOf(.replicaSet, $0) }
        for set in sets.sorted(by: { $0.sequence > $1.sequence }) {
            for pod in try shelf.causes(of: set).reversed() where Self.isOf(.pod, pod) {
                guard let side = try self.link(pod), [.ready, .gone].contains(side.words.step) else { continue }
                return [side]
            }
        }
        return []
    }

    private static func isOf(_ kind: Kind, _ record: Record) -> Bool {
        record.key.flatMap { ObjectKey($0) }?.kind == kind
    }
}
