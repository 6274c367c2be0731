/// What is kept and can be trusted, as a value: readers take a copy and need no lock.
struct History: Sendable {
    /// Oldest first.
    var segments: [Segment]
    var snapshots: [Snapshot]
    var head: UInt64
    private(set) var gaps: [JournalGap] = []

    /// Leaves out what stands behind damage that no snapshot covers.
    init(_ survey: Survey) {
        segments = survey.segments
        snapshots = survey.snapshots
        head = survey.head
        if let fatal = survey.fatal {
            segments.removeAll { $0.first > fatal.segment || ($0.first == fatal.segment && fatal.goodEnd == nil) }
        }
        note(survey.gaps)
    }

    /// How many bytes recovery would read after the newest snapshot.
    var bytesSinceSnapshot: UInt64 {
        let next = (snapshots.last?.sequence ?? 0) + 1
        return segments.reduce(0) { bytes, segment in
            if segment.first >= next { return bytes + segment.end - segment.begin }
            return bytes + (segment == segments.last ? segment.end - segment.mark(before: next).offset : 0)
        }
    }

    mutating func note(_ found: [JournalGap]) {
        for gap in found where !gaps.contains(where: { $0.sequences == gap.sequences }) { gaps.append(gap) }
        gaps.sort {
            ($0.sequences.lowerBound, $0.sequences.upperBound) < ($1.sequences.lowerBound, $1.sequences.upperBound)
        }
    }

    /// Takes over what was appended.
    mutating func follow(_ writer: SegmentWriter) {
        head = writer.head
        guard let segment = writer.segment else { return }
        if segments.last?.first == segment.first { segments.removeLast() }
        segments.append(segment)
    }

    mutating func add(_ snapshot: Snapshot) {
        snapshots.removeAll { $0.sequence == snapshot.sequence }
        snapshots.append(snapshot)
        snapshots.sort { $0.sequence < $1.sequence }
    }

    mutating func drop(_ plan: Upkeep.Plan) {
        snapshots.removeAll { $0.sequence < plan.base }
        segments.removeAll { segment in plan.segments.contains { $0.first == segment.first } }
    }
}
