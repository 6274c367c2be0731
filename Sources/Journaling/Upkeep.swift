/// Decides which history may go, removes it, and makes the key indexes that are missing.
///
/// History begins at a base: the oldest snapshot that is kept, or the very first record. The base moves on to the next
/// snapshot when all before that one is too old, or when the files have grown too large; it never reaches the newest
/// snapshot, so that there is always another to fall back on. Segments that lie wholly before the base go.
struct Upkeep {
    let disk: any Disk
    let formats: RecordFormats
    let options: LocalJournal.Options
    let history: History
    let now: Int64

    /// What goes.
    struct Plan {
        /// The snapshot that history begins at from now on; all before it go. 0 when none does.
        var base: UInt64 = 0
        /// Oldest first.
        var segments: [Segment] = []
    }

    func plan() throws(JournalError) -> Plan {
        let snapshots = try goodSnapshots()
        var bytes = total(snapshots)
        var plan = Plan()
        for (index, base) in snapshots.dropLast().enumerated() {
            let passed = segments(before: base).dropFirst(plan.segments.count)
            guard isTooOld(base) || bytes > options.maximumBytes ?? .max else { break }
            plan.base = base.sequence
            plan.segments += passed
            bytes -= passed.reduce(0) { $0 + $1.end }
            if index > 0 { bytes -= snapshots[index - 1].size }
        }
        return plan
    }

    func carryOut(_ plan: Plan) throws(JournalError) {
        let names = try disk.list()
        // Snapshots first: one without the segments behind it would promise a past that can't be read any more.
        var gone = names.filter { Snapshot.sequence(ofName: $0).map { $0 < plan.base } ?? false }
        for segment in plan.segments { gone += [segment.indexName, segment.name].filter(names.contains) }
        for name in gone { try disk.remove(name) }
        if !gone.isEmpty { try disk.syncDirectory() }
        for segment in history.segments.dropLast() where !plan.segments.contains(segment) && segment.defect == nil {
            try KeyIndex.prepare(segment, on: disk, formats: formats)
        }
    }

    /// Those that can be read whole. Nothing is removed on the word of one that can't.
    private func goodSnapshots() throws(JournalError) -> [Snapshot] {
        var good: [Snapshot] = []
        for snapshot in history.snapshots {
            if case .success(let proven) = try Snapshot.proof(snapshot.name, on: disk, formats: formats) {
                good.append(proven)
            }
        }
        return good
    }

    private func isTooOld(_ base: Snapshot) -> Bool {
        guard let maximumAge = options.maximumAge else { return false }
        let (seconds, attoseconds) = maximumAge.components
        let age = now.subtractingReportingOverflow(base.time).partialValue
        return age > seconds.multipliedReportingOverflow(by: 1_000_000_000).partialValue + attoseconds / 1_000_000_000
    }

    private func segments(before base: Snapshot) -> [Segment] {
        zip(history.segments, history.segments.dropFirst())
            .filter { _, next in next.first <= base.sequence + 1 }
            .map { segment, _ in segment }
    }

    private func total(_ snapshots: [Snapshot]) -> UInt64 {
        history.segments.reduce(0) { $0 + $1.end } + snapshots.reduce(0) { $0 + $1.size }
    }
}
