internal import Cluster
internal import Controllers
internal import Model
internal import Synchronization
internal import YAML

/// The snapshots that lists in several pages are read from.
///
/// A state is persistent, so that a snapshot costs what has changed since; still only the latest few are kept.
final class Pages: Sendable {
    /// A list that is not gone on with while this many others begin starts anew.
    static let capacity = 64

    private let snapshots = Mutex<[ClusterState]>([])

    func keep(_ state: ClusterState) {
        snapshots.withLock { snapshots in
            snapshots.removeAll { $0.revision == state.revision }
            snapshots.append(state)
            if snapshots.count > Self.capacity { snapshots.removeFirst() }
        }
    }

    func snapshot(at revision: UInt64) -> ClusterState? {
        snapshots.withLock { snapshots in snapshots.first { $0.revision == revision } }
    }
}

/// Where the next page of a list begins.
struct ContinueToken: Equatable {
    private static let version = "meta.k8s.io/v1"

    var revision: UInt64
    /// The key of the last object that was listed.
    var namespace: String
    var name: String

    init(revision: UInt64, after key: ObjectKey) {
        self.revision = revision
        namespace = key.namespace
        name = key.name
    }

    init(_ text: String) throws(APIError) {
        guard let bytes = Base64URL.decode(text), let value = try? Value.parse(json: bytes),
            value["v"]?.string == Self.version, let revision = value["rv"]?.int64, revision > 0,
            let start = value["start"]?.string
        else {
            throw .badRequest("invalid continue token: continue key is not valid")
        }
        let parts = start.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        self.revision = UInt64(revision)
        namespace = parts.count > 1 ? String(parts[0]) : ""
        name = String(parts[parts.count - 1])
    }

    var text: String {
        let value: Value = [
            "v": .string(Self.version), "rv": .int(Int64(revision)), "start": .string("\(namespace)/\(name)"),
        ]
        return Base64URL.encode(Array(value.json().utf8))
    }

    func isBefore(_ key: ObjectKey) -> Bool {
        (namespace, name) < (key.namespace, key.name)
    }
}

/// Base64 of RFC 4648, section 5, without padding.
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - group.count))
            for digit in 0...group.count {
                text.append(alphabet[Int(bits >> UInt32(18 - 6 * digit) & 63)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text.utf8 where byte != UInt8(ascii: "=") {
            guard let digit = alphabet.firstIndex(of: byte) else { return nil }
            bits = bits << 6 | UInt32(digit)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}
