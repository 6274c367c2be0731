import Cluster
import Controllers
import Journaling
import Model
import Testing
import YAML

@Suite struct `A seal` {
    private let seal = SecretSeal(key: Array(0..<32))
    private let text = Array("correct horse battery staple".utf8)

    @Test(arguments: [0, 1, 15, 16, 17, 100_000])
    func `gives back what it hides`(count: Int) throws {
        let seal = try #require(seal)
        let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0) }

        let sealed = seal.seal(plain, about: "secrets/default/a")

        #expect(seal.open(sealed, about: "secrets/default/a") == plain)
        #expect(sealed == seal.seal(plain, about: "secrets/default/a"))
    }

    @Test func `hides the same text otherwise for another subject and by another key`() throws {
        let seal = try #require(seal)
        let other = try #require(SecretSeal(key: Array(1...32)))
        let sealed = seal.seal(text, about: "a")

        #expect(sealed != seal.seal(text, about: "b"))
        #expect(sealed != other.seal(text, about: "a"))
        #expect(seal.open(sealed, about: "b") == nil)
        #expect(other.open(sealed, about: "a") == nil)
    }

    @Test func `does not open when any byte of it was changed`() throws {
        let seal = try #require(seal)
        let sealed = seal.seal(text, about: "a")

        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(seal.open(changed, about: "a") == nil)
        }
        for count in 0..<sealed.count { #expect(seal.open(Array(sealed.prefix(count)), about: "a") == nil) }
    }

    @Test func `needs a key of 32 bytes, and never shows it`() throws {
        #expect(SecretSeal(key: Array(0..<31)) == nil)
        #expect("\(try #require(seal))" == "SecretSeal")
    }
}

@Suite struct `A Secret in the journal` {
    private let seal = SecretSeal(key: Array(0..<32))
    private let key = ObjectKey(.secret, namespace: "default", name: "s")
    private let copy = "kubectl.kubernetes.io/last-applied-configuration"

    /// Everything that may be done with a Secret, each with the value in it: `hunter2`, in base64 `aHVudGVyMg==`.
    private func story(seal: SecretSeal?) throws -> ClusterBench {
        var bench = ClusterBench(seal: seal)
        let notes = "annotations: {\(copy): '{\"stringData\":{\"p\":\"hunter2\"}}', team: a}"
        try bench.state([
            ("s.yaml", "{apiVersion: v1, kind: Secret, metadata: {name: s, \(notes)}, stringData: {p: hunter2}}")
        ])
        try bench.create("{apiVersion: v1, kind: Secret, metadata: {name: t}, data: {p: aHVudGVyMg==}}")
        bench.ask(.patch(key, .merge(["stringData": ["q": "hunter2"]])))
        bench.ask(.patch(key, .json([["op": "add", "path": "/data/r", "value": "aHVudGVyMg=="]])))
        bench.ask(.patch(key, .strategic(["type": "other", "data": ["p": "aHVudGVyMg=="]])))
        bench.ask(.patch(key, .merge(["data": "hunter2"])))
        bench.ask(.patch(key, .merge(["data": ["p": "hunter2!"]])))
        try bench.apply(key, "{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {p: hunter2}}")
        if let live = bench.state.object(key)?.object { bench.ask(.replace(key, live)) }
        return bench
    }

    private func text(_ records: [Record]) -> String {
        records.map { String(decoding: $0.body, as: UTF8.self) }.joined(separator: "\n")
    }

    @Test func `shows no value, neither as it is nor in base64`() throws {
        let bench = try story(seal: seal)

        for text in [text(bench.records), text(bench.state.snapshotRecords)] {
            #expect(text.contains("\"sealed\":\""))
            #expect(!text.contains("hunter2"))
            #expect(!text.contains("aHVudGVyMg"))
            #expect(text.contains("\"team\":\"a\""))
        }
    }

    @Test func `comes back from records and from a snapshot as it was`() throws {
        let bench = try story(seal: seal)
        #expect(Secret(try #require(bench.state.object(key)).object)?.data["p"] == Bytes("hunter2"))

        for records in [bench.records, bench.state.snapshotRecords] {
            var state = ClusterState(seal: seal)
            for record in records { try state.fold(record) }
            state.advance(to: bench.state.revision)
            #expect(state.snapshotRecords == bench.state.snapshotRecords)
            #expect(state.object(key)?.object == bench.state.object(key)?.object)
            #expect(state.stated(key) == bench.state.stated(key))
        }
    }

    @Test func `is not read without its key, nor with another`() throws {
        let records = try story(seal: seal).records
        func error(_ seal: SecretSeal?) -> ClusterError? {
            var state = ClusterState(seal: seal)
            do {
                for record in records { try state.fold(record) }
                return nil
            } catch {
                return error as? ClusterError
            }
        }

        guard case .sealed = error(nil) else {
            Issue.record("it was read without a key")
            return
        }
        guard case .notOpened(let record) = error(SecretSeal(key: Array(1...32))) else {
            Issue.record("it was read with another key")
            return
        }
        #expect("\(ClusterError.notOpened(record))".contains("\(key)"))
    }

    @Test func `that stands there as it is, is read, and sealed by the next snapshot`() throws {
        let old = try story(seal: nil)
        #expect(text(old.records).contains("aHVudGVyMg"))

        var state = ClusterState(seal: seal)
        for record in old.records { try state.fold(record) }

        #expect(state.object(key)?.object == old.state.object(key)?.object)
        #expect(!text(state.snapshotRecords).contains("aHVudGVyMg"))
        #expect(!text(state.snapshotRecords).contains("hunter2"))
    }

    @Test func `is told of without its values when it can't be read`() throws {
        for manifest in ["data: hunter2", "stringData: hunter2", "data: {p: hunter2!}"] {
            let yaml = "{apiVersion: v1, kind: Secret, metadata: {name: s}, \(manifest)}"
            let document = try #require(YAMLParser.parse(Array(yaml.utf8)).documents.first)
            var context = DecodingContext()
            _ = Object(.secret, document.root, &context)
            #expect(!context.problems.isEmpty)
            for problem in context.problems { #expect(!"\(problem)".contains("hunter2")) }
        }
    }
}
