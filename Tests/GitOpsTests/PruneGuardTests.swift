import Model
import Testing

@testable import GitOps

@Suite struct PruneGuardTests {
    private func set(stating count: Int, broken: String? = nil, state: RootState = .readable) throws -> DirectorySet {
        var tree = MemoryTree()
        for number in 0..<count { tree.write(manifest("map-\(number)"), to: TreePath("\(number).yaml")) }
        if let broken { tree.write("kind: [", to: TreePath(broken)) }
        var reading = DirectoryReading(root: "manifests", parse: ManifestContent.parse)
        switch state {
        case .readable: reading.update(.success(tree), .everything, now: 0)
        case .missing: reading.update(.failure(.missing), .everything, now: 0)
        case .unreadable(let reason):
            reading.update(.failure(.failed(operation: "open", reason: reason)), .everything, now: 0)
        }
        let set = reading.take()
        return try #require(set)
    }

    private func owned(_ range: Range<Int>) -> [PruneGuard.Owned] {
        range.map { PruneGuard.Owned(key: key($0), path: TreePath("\($0).yaml")) }
    }

    private func key(_ number: Int) -> ObjectKey {
        ObjectKey(.configMap, namespace: "default", name: "map-\(number)")
    }

    @Test func `what is stated stays, and what left the directory may go`() throws {
        let verdict = PruneGuard.verdict(on: owned(0..<3), for: try set(stating: 2))

        #expect(verdict == .allow([key(2)]))
    }

    @Test func `nothing goes when the directory is gone`() throws {
        let verdict = PruneGuard.verdict(on: owned(0..<2), for: try set(stating: 0, state: .missing))

        #expect(verdict == .hold([key(0), key(1)], .directoryMissing))
    }

    @Test func `nothing goes when the directory can't be read`() throws {
        let verdict = PruneGuard.verdict(on: owned(0..<1), for: try set(stating: 0, state: .unreadable("denied")))

        #expect(verdict == .hold([key(0)], .directoryUnreadable("open: denied")))
    }

    @Test func `nothing goes when the directory states nothing`() throws {
        let verdict = PruneGuard.verdict(on: owned(0..<1), for: try set(stating: 0))

        #expect(verdict == .hold([key(0)], .nothingStated))
    }

    @Test func `more than half and more than ten at once are held back`() throws {
        // 11 of 21 is more than half, 11 of 22 is not; 10 are few whatever they are a part of.
        let set = try set(stating: 10)

        #expect(
            PruneGuard.verdict(on: owned(0..<21), for: set)
                == .hold((10..<21).map(key), .tooMany(going: 11, of: 21))
        )
        #expect(PruneGuard.verdict(on: owned(0..<20), for: set) == .allow((10..<20).map(key)))
        #expect(PruneGuard.verdict(on: owned(9..<20), for: try self.set(stating: 11)) == .allow((11..<20).map(key)))
    }

    @Test func `half of a large directory may go`() throws {
        let verdict = PruneGuard.verdict(on: owned(0..<24), for: try set(stating: 12))

        #expect(verdict == .allow((12..<24).map(key)))
    }

    @Test func `what comes from a file that isn't understood stays`() throws {
        let verdict = PruneGuard.verdict(on: owned(0..<3), for: try set(stating: 1, broken: "2.yaml"))

        #expect(verdict == .allow([key(1)]))
    }
}
