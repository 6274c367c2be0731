/// Finds the name that somebody may have meant.
public enum NearestName {
    /// The nearest of some names by letters inserted, left out, changed or swapped with their neighbour; nil where none
    /// is near: more than a third of the letters differ. Case doesn't count. Of equally near names the first by
    /// alphabet is taken.
    public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().utf8)
        guard wanted.count <= 100 else { return nil }
        let tolerance = max(1, wanted.count / 3)
        return
            names
            .map { (distance: distance(wanted, Array($0.lowercased().utf8), tolerance: tolerance), name: $0) }
            .filter { $0.distance <= tolerance }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
            .name
    }

    /// The optimal string alignment distance.
    private static func distance(_ left: [UInt8], _ right: [UInt8], tolerance: Int) -> Int {
        // Names that differ more in length differ more in letters.
        if abs(left.count - right.count) > tolerance { return tolerance + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let cost = left[row] == right[column] ? 0 : 1
                var best = min(last[column] + cost, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
