/// The lines that differ between two texts, in the form of `diff -u`.
public struct UnifiedDiff: Sendable {
    private enum Line {
        case kept(Substring)
        case removed(Substring)
        case added(Substring)

        var isKept: Bool {
            if case .kept = self { true } else { false }
        }

        var text: String {
            switch self {
            case .kept(let line): " \(line)"
            case .removed(let line): "-\(line)"
            case .added(let line): "+\(line)"
            }
        }
    }

    private let lines: [Line]
    private let context: Int

    /// `context` lines are shown around what differs.
    public init(from old: String, to new: String, context: Int = 3) {
        self.context = context
        lines = UnifiedDiff.lines(UnifiedDiff.split(old), UnifiedDiff.split(new))
    }

    public var isEmpty: Bool { lines.allSatisfy(\.isKept) }

    /// The whole difference with its two lines of head; empty when there is none.
    public func text(oldName: String, newName: String) -> String {
        guard !isEmpty else { return "" }
        return "--- \(oldName)\n+++ \(newName)\n" + hunks.map(text(of:)).joined()
    }

    private static func split(_ text: String) -> [Substring] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func lines(_ old: [Substring], _ new: [Substring]) -> [Line] {
        let difference = new.difference(from: old)
        let removed = UnifiedDiff.places(difference.removals)
        let added = UnifiedDiff.places(difference.insertions)
        var lines: [Line] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if removed.contains(before) {
                lines.append(.removed(old[before]))
                before += 1
            } else if added.contains(after) {
                lines.append(.added(new[after]))
                after += 1
            } else {
                lines.append(.kept(old[before]))
                before += 1
                after += 1
            }
        }
        return lines
    }

    private static func places(_ changes: [CollectionDifference<Substring>.Change]) -> Set<Int> {
        Set(
            changes.map { change in
                switch change {
                case .insert(let offset, _, _), .remove(let offset, _, _): offset
                }
            }
        )
    }

    /// Stretches of lines that hold differences with their context; those that touch are one.
    private var hunks: [Range<Int>] {
        var hunks: [Range<Int>] = []
        for place in lines.indices where !lines[place].isKept {
            let hunk = max(0, place - context)..<min(lines.count, place + context + 1)
            if let last = hunks.last, last.upperBound >= hunk.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<hunk.upperBound
            } else {
                hunks.append(hunk)
            }
        }
        return hunks
    }

    private func text(of hunk: Range<Int>) -> String {
        let (oldBefore, newBefore) = UnifiedDiff.lengths(lines[..<hunk.lowerBound])
        let (oldCount, newCount) = UnifiedDiff.lengths(lines[hunk])
        let head = "@@ -\(place(oldBefore, oldCount)) +\(place(newBefore, newCount)) @@\n"
        return head + lines[hunk].map { $0.text + "\n" }.joined()
    }

    /// How many lines of the old and of the new text these are.
    private static func lengths(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
        lines.reduce(into: (old: 0, new: 0)) { lengths, line in
            switch line {
            case .kept: lengths = (lengths.old + 1, lengths.new + 1)
            case .removed: lengths.old += 1
            case .added: lengths.new += 1
            }
        }
    }

    /// A stretch of lines, counted from 1; an empty one goes by the line before it.
    private func place(_ before: Int, _ count: Int) -> String {
        let first = count == 0 ? before : before + 1
        return count == 1 ? "\(first)" : "\(first),\(count)"
    }
}
