import Merging
import Testing
import YAML

@Suite struct FieldSetTests {
    @Test(arguments: [
        #"{"f:data":{".":{},"f:a":{}}}"#,
        #"{"f:spec":{"f:ports":{"k:{\"port\":53,\"protocol\":\"UDP\"}":{".":{},"f:port":{}}},"f:type":{}}}"#,
        #"{"f:metadata":{"f:finalizers":{".":{},"v:\"kubernetes\"":{}}}}"#,
        "{}",
    ])
    func `what is read is written back as it was`(json: String) throws {
        let set = try #require(FieldSet(fieldsV1: json))

        #expect(set.fieldsV1 == json)
    }

    @Test func `steps are written in order, whatever order they were read in`() throws {
        let set = try #require(FieldSet(fieldsV1: #"{"f:spec":{"f:b":{},"f:a":{},".":{}}}"#))

        #expect(set.fieldsV1 == #"{"f:spec":{".":{},"f:a":{},"f:b":{}}}"#)
    }

    @Test func `what is not JSON is no set`() {
        #expect(FieldSet(fieldsV1: "{") == nil)
    }

    @Test func `sets are joined, met and subtracted path by path`() {
        let left = FieldSet(["f:a"], ["f:a", "f:b"], ["f:a", "f:c"], ["f:d"])
        let right = FieldSet(["f:a", "f:b"], ["f:d"], ["f:e"])

        #expect(left.union(right) == FieldSet(["f:a"], ["f:a", "f:b"], ["f:a", "f:c"], ["f:d"], ["f:e"]))
        #expect(left.intersection(right) == FieldSet(["f:a", "f:b"], ["f:d"]))
        #expect(left.subtracting(right) == FieldSet(["f:a"], ["f:a", "f:c"]))
        #expect(left.subtracting(left).isEmpty)
        #expect(left.count == 4)
    }

    @Test func `a field is contained itself or through one below it`() {
        let set = FieldSet(["f:spec", "f:replicas"])

        #expect(set.contains(["f:spec", "f:replicas"]))
        #expect(!set.contains(["f:spec"]))
        #expect(set.containsAnything(at: ["f:spec"]))
        #expect(!set.containsAnything(at: ["f:status"]))
    }

    @Test func `random sets obey the laws of sets`() {
        var random = Seeded(state: 7)
        for _ in 0..<300 {
            let (left, right) = (FieldSet.random(&random), FieldSet.random(&random))

            #expect(left.union(right) == right.union(left))
            #expect(left.intersection(right) == right.intersection(left))
            #expect(left.subtracting(right).intersection(right).isEmpty)
            #expect(left.subtracting(right).union(left.intersection(right)) == left)
            #expect(FieldSet(fieldsV1: left.fieldsV1) == left)
            #expect(left.union(right).count == left.count + right.count - left.intersection(right).count)
        }
    }

    @Test func `paths are shown as Kubernetes shows them`() {
        let path: [PathElement] = [
            .field("spec"), .keys([("protocol", "TCP"), ("port", 80)]), .value("x"), "i:3",
        ]

        #expect(path.pathDescription == #".spec[port=80,protocol="TCP"][="x"][3]"#)
    }
}

extension FieldSet {
    init(_ paths: [PathElement]...) {
        self.init()
        for path in paths { insert(path) }
    }

    fileprivate static func random(_ random: inout Seeded) -> FieldSet {
        var set = FieldSet()
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let length = Int.random(in: 1...3, using: &random)
            set.insert(
                (0..<length).map { _ in PathElement.field(["a", "b", "c"].randomElement(using: &random) ?? "a") }
            )
        }
        return set
    }
}

/// Numbers that are the same in each run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
