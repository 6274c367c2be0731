internal import Containers
internal import HashTreeCollections

/// Which pod has which range of user ids. Two pods never share one, so that neither is anybody to the other.
struct IdentityPool: Sendable {
    private var owners: TreeDictionary<UInt32, String> = [:]
    private var starts: TreeDictionary<String, UInt32> = [:]
    private var next = IdentityPool.indices.lowerBound

    /// Ranges by their number: those below 2²⁰ are left to the users of the host and to /etc/subuid's usual grants,
    /// those from 2³¹ on to programs that keep ids in signed numbers.
    private static let indices: Range<UInt32> = 16..<32_768

    /// The first id of the owner's range; nil when there are none left.
    mutating func allocate(for owner: String) -> UInt32? {
        if let start = starts[owner] { return start }
        guard owners.count < Self.indices.count else { return nil }
        while owners[next] != nil { advance() }
        record(next, for: owner)
        defer { advance() }
        return starts[owner]
    }

    /// Records a range that is in use already. False where it belongs to another, or is no range of this pool.
    mutating func adopt(owner: String, start: UInt32) -> Bool {
        let index = start / Sandbox.range
        guard start % Sandbox.range == 0, Self.indices.contains(index), owners[index] ?? owner == owner else {
            return false
        }
        record(index, for: owner)
        return true
    }

    mutating func release(owner: String) {
        guard let start = starts.removeValue(forKey: owner) else { return }
        owners.removeValue(forKey: start / Sandbox.range)
    }

    private mutating func record(_ index: UInt32, for owner: String) {
        owners[index] = owner
        starts[owner] = index * Sandbox.range
    }

    private mutating func advance() {
        next = next + 1 < Self.indices.upperBound ? next + 1 : Self.indices.lowerBound
    }

    private enum Sandbox {
        static let range = SandboxSpec.Identities.count
    }
}
